"""What a job is doing and how long it still takes, in words of the window's language.

Work below ``ui`` names its step in English, and some name a business or count in the text:
only the steps known here are shown, so that nothing appears that nobody translated.
"""

from PySide6.QtCore import QCoreApplication, QLocale

from directory_app.progress import rounded

#: Steps that count what a person knows: rows, businesses, questions. Others count pages of a
#: file, or thousandths of one.
_COUNTED = frozenset({"reading", "comparing", "locating", "asking the service"})


def step(text: str) -> str:
    """A step of work; "" for one that has no name of its own."""
    known = {
        "reading": QCoreApplication.translate("HowFar", "Reading"),
        "comparing": QCoreApplication.translate("HowFar", "Comparing"),
        "choosing": QCoreApplication.translate("HowFar", "Choosing"),
        "writing": QCoreApplication.translate("HowFar", "Writing"),
        "locating": QCoreApplication.translate("HowFar", "Finding places"),
        "asking the service": QCoreApplication.translate("HowFar", "Asking the service"),
        "drawing": QCoreApplication.translate("HowFar", "Drawing"),
        "unpacking": QCoreApplication.translate("HowFar", "Unpacking"),
        "reading streets and addresses": QCoreApplication.translate(
            "HowFar", "Reading streets and addresses"
        ),
        "reading addresses": QCoreApplication.translate("HowFar", "Reading addresses"),
        "looking for lakes and parks": QCoreApplication.translate(
            "HowFar", "Looking for lakes and parks"
        ),
        "reading lines of house numbers": QCoreApplication.translate(
            "HowFar", "Reading lines of house numbers"
        ),
        "putting lakes and parks together": QCoreApplication.translate(
            "HowFar", "Putting lakes and parks together"
        ),
        "making the index": QCoreApplication.translate("HowFar", "Making the index"),
        "drawing the main roads from afar": QCoreApplication.translate(
            "HowFar", "Drawing the main roads from afar"
        ),
    }
    plain = text.split(":", maxsplit=1)[0].strip().casefold()
    if plain.startswith("reading ") and plain not in known:
        plain = "reading"  # a layer of a file by its name
    return known.get(plain, "")


def left(seconds: float | None) -> str:
    """``about 2 minutes left``; "" where nobody knows."""
    if seconds is None:
        return ""
    many, unit = rounded(seconds)
    words = {
        "moment": QCoreApplication.translate("HowFar", "a few seconds left"),
        "second": QCoreApplication.translate("HowFar", "about %1 seconds left"),
        "minute": (
            QCoreApplication.translate("HowFar", "about a minute left")
            if many == 1
            else QCoreApplication.translate("HowFar", "about %1 minutes left")
        ),
        "hour": (
            QCoreApplication.translate("HowFar", "about an hour left")
            if many == 1
            else QCoreApplication.translate("HowFar", "about %1 hours left")
        ),
    }[unit]
    return words.replace("%1", QLocale().toString(many))


def line(done: int, total: int, text: str, seconds: float | None) -> str:
    """A line of the step, how many of how many where that says something, and the time left."""
    parts = [step(text), left(seconds)]
    if total and text.casefold() in _COUNTED:
        locale = QLocale()
        of = QCoreApplication.translate("HowFar", "%1 of %2")
        counted = of.replace("%1", locale.toString(done)).replace("%2", locale.toString(total))
        parts.insert(1, counted)
    return " · ".join(part for part in parts if part)
