"""Checks on punctuation marks."""
