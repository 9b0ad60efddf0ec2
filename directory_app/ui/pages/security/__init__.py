"""Who can open the directory."""
