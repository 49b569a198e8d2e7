"""Checks on annexes."""
