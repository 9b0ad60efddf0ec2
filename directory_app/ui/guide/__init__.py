"""Parts of the guide page: options, pages, checks, printing."""
