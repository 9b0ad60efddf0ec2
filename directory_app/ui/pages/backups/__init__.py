"""Backups and where they lie."""
