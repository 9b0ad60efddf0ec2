"""A file becomes drafts, drafts get verdicts, and the store applies them."""
