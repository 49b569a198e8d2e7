"""Checks on scope."""
