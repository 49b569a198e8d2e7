"""Checks on verbs."""
