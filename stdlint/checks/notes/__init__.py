"""Checks on notes."""
