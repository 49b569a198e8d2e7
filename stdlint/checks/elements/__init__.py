"""Checks on elements."""
