"""Whose consent is missing, ends or was asked about."""
