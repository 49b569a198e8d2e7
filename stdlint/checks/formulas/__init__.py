"""Checks on formulas."""
