"""One folder a subject: the page and the parts that only it shows."""
