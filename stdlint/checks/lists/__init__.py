"""Checks about lists."""
