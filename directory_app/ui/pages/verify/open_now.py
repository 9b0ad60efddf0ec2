"""Whether it is a good time to call: open now and until when, or closed and until when."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale

from directory_app.model import hours
from directory_app.model.business import Business
from directory_app.model.terms import OpenState, Status
from directory_app.ui.parts import words

translate = QCoreApplication.translate


def tell(business: Business, moment: dt.datetime) -> tuple[str, bool]:
    """(the sentence, whether it is open); "" where nobody knows.

    ``moment`` is a wall-clock time of the directory's zone.
    """
    if business.status != Status.ACTIVE:
        return words.status(business.status), False
    found = hours.at_moment(business.opening_hours, moment)
    if found.state == OpenState.UNKNOWN:
        return "", False
    is_open = found.state == OpenState.OPEN
    if found.until is None:
        always = translate("Verify", "Open now") if is_open else translate("Verify", "Closed")
        return always, is_open
    pattern = (
        translate("Verify", "Open now, until %1")
        if is_open
        else translate("Verify", "Closed until %1")
    )
    return pattern.replace("%1", _when(found.until, moment.date())), is_open


def _when(until: dt.datetime, today: dt.date) -> str:
    """A time: alone today or in the night, else with tomorrow or the day of the week."""
    time = hours.clock(until.hour * 60 + until.minute, "es" if words.is_spanish() else "en")
    days = (until.date() - today).days
    if days == 0 or (days == 1 and until.hour < 5):
        return time
    if days == 1:
        return translate("Verify", "tomorrow, %1").replace("%1", time)
    day = QLocale().dayName(until.isoweekday(), QLocale.FormatType.LongFormat)
    return f"{day}, {time}"
