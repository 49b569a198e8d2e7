"""Checks on foreword."""
