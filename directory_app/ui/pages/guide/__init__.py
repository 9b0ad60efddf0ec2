"""Making a printed guide, and the list of those that were made."""
