"""Explain rules: what is said about one (`content`), and how a terminal, Markdown and JSON show it."""
