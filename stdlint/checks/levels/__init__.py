"""Checks about clauses, subclauses and paragraphs."""
