"""Keeping a directory safe in the window: lock, passphrase, backups, what left."""
