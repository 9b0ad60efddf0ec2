"""What can be done by key: one table of deeds, the sheet of keys (F1), the palette (Ctrl+K)."""
