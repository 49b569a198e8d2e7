"""Checks of what a draft shows at its stage."""
