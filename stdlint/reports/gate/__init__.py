"""Show verdicts of the gate: as text, JSON, JUnit XML and a self-contained HTML page."""
