"""Parts of the import page: the review of a list before anything is written."""
