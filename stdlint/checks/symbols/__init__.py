"""Checks on symbols."""
