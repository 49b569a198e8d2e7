"""Show reports: one module per output format."""
