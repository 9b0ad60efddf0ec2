"""Files of other programs, each format's reader and writer in one module.

A reader (``read``) gives rows of texts under the headings of lists, a writer (``write``) takes
entries that may be told as they are. Neither knows who said yes to what, nor any table of the
directory: that is the matter of importing and exporting, above.
"""
