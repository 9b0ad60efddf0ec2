"""One or many: English and Spanish both tell only these two apart."""

from PySide6.QtCore import QLocale


def count(number: int, one: str, many: str, **parts: str) -> str:
    """``one`` for 1, else ``many``; ``{n}`` in either is the number, ``parts`` fill other names.

    Both are translated at the call: ``count(n, self.tr("{n} row"), self.tr("{n} rows"))``.
    English has no translation file, so tr's own plural forms would not serve it.
    """
    return (one if number == 1 else many).format(n=QLocale().toString(number), **parts)
