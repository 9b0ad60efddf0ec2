"""What several pages show, and the words that they share."""
