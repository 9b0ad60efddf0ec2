"""Pages of a PDF as pictures, and the one printer."""
