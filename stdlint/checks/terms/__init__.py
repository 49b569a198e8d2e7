"""Checks on terms."""
