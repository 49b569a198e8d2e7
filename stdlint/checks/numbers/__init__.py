"""Checks on numbers."""
