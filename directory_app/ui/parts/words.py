"""What the table and its filters say, in the language of the window."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale

from directory_app.model.terms import Answer
from directory_app.store.rows import BusinessRow
from directory_app.ui.widgets import doors


def is_spanish() -> bool:
    """Whether the window speaks Spanish."""
    return QLocale().language() == QLocale.Language.Spanish


def spoken_language() -> str:
    """The window's language as the rooms below know it: "en" or "es"."""
    return "es" if is_spanish() else "en"


def category(key: str) -> str:
    """The label of a category."""
    from directory_app.model import categories

    found = categories.get(key)
    return found.es if is_spanish() else found.en


def category_icon(key: str) -> str:
    """The Phosphor name of a category."""
    from directory_app.model import categories

    return categories.get(key).icon


def column(number: int) -> str:
    """The name of a column."""
    return [
        QCoreApplication.translate("Directory", "Code"),
        QCoreApplication.translate("Directory", "Name"),
        QCoreApplication.translate("Directory", "Category"),
        QCoreApplication.translate("Directory", "Town"),
        QCoreApplication.translate("Directory", "Consent"),
        QCoreApplication.translate("Directory", "Checked"),
        QCoreApplication.translate("Directory", "Pin"),
        QCoreApplication.translate("Directory", "Street"),
        QCoreApplication.translate("Directory", "ZIP"),
        QCoreApplication.translate("Directory", "Phone"),
        QCoreApplication.translate("Directory", "Email"),
        QCoreApplication.translate("Directory", "Website"),
        QCoreApplication.translate("Directory", "Languages"),
        QCoreApplication.translate("Directory", "Cuisine"),
        QCoreApplication.translate("Directory", "Payment"),
        QCoreApplication.translate("Directory", "Status"),
        QCoreApplication.translate("Directory", "Review"),
        QCoreApplication.translate("Directory", "Changed"),
        QCoreApplication.translate("Directory", "Yes until"),
    ][number]


def sorted_column(number: int, key: str | None, sorts: tuple[tuple[str, bool], ...]) -> str:
    """The name of a column for the ear, with how the table is sorted by it."""
    for place, (one, down) in enumerate(sorts, start=1):
        if one == key:
            way = QCoreApplication.translate("Directory", "sorted upwards")
            if down:
                way = QCoreApplication.translate("Directory", "sorted downwards")
            which = f" ({place})" if len(sorts) > 1 else ""
            return f"{column(number)}, {way}{which}"
    return column(number)


def doors_sentence(row: BusinessRow, today: dt.date) -> str:
    """All five answers: "Print: yes, to 12 Oct 2027; Map: no; ..."."""
    return "; ".join(
        doors.sentence(door.channel, doors.state_of(door.answer, door.until, today), door.until)
        for door in row.doors
    )


def _choice(field: str, key: str) -> str:
    from directory_app.model import fields  # 9 ms, and the first page needs none of it

    return fields.choice(field, key, spoken_language())


def review(state: str) -> str:
    """Draft, Submitted, Approved, Archived."""
    return _choice("review_state", state)


def status(state: str) -> str:
    """In business, closed for a while, closed for good."""
    return _choice("status", state)


def payment(kind: str) -> str:
    """Cash, Cards; SNAP and WIC are called so in both languages."""
    return _choice("payment_accepted", kind)


def answer(value: str) -> str:
    """Yes, No, Not asked, Withdrawn."""
    return {
        Answer.YES: QCoreApplication.translate("Directory", "Yes"),
        Answer.NO: QCoreApplication.translate("Directory", "No"),
        Answer.NOT_ASKED: QCoreApplication.translate("Directory", "Not asked"),
        Answer.WITHDRAWN: QCoreApplication.translate("Directory", "Withdrawn"),
    }[Answer(value)]


def call_state(state: str) -> str:
    """How a call ended, or that it has not."""
    return {
        "open": QCoreApplication.translate("Verify", "To call"),
        "later": QCoreApplication.translate("Verify", "Later"),
        "confirmed": QCoreApplication.translate("Verify", "Confirmed"),
        "changed": QCoreApplication.translate("Verify", "Changed"),
        "no_answer": QCoreApplication.translate("Verify", "No answer"),
        "wrong_number": QCoreApplication.translate("Verify", "Wrong number"),
        "closed": QCoreApplication.translate("Verify", "Closed for good"),
    }[state]
