"""Checks on wording."""
