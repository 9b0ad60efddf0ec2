"""Addresses without a certain pin."""
