"""The kit: painted widgets in the look of the notes.

Everything is named for what it is in the field's words; texts come from the caller through
``self.tr`` and are PlainText; each control has an accessible name (its text, or ``name=``).
"""
