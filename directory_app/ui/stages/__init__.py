"""What the window shows before a directory is open: the welcome and the lock."""
