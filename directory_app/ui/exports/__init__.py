"""The export page: what goes out, for whom, as which file, and who is left out."""
