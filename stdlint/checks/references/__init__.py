"""Checks on references."""
