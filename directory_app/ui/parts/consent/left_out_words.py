"""Why somebody may not be shown any more, in two or three words."""

from PySide6.QtCore import QCoreApplication

from directory_app.model.listing import LeftOutReason

translate = QCoreApplication.translate


def reason(key: str) -> str:
    """The words of a LeftOutReason."""
    return {
        LeftOutReason.NOT_ASKED: translate("LeftOut", "was not asked"),
        LeftOutReason.SAID_NO: translate("LeftOut", "said no"),
        LeftOutReason.WITHDRAWN: translate("LeftOut", "withdrew"),
        LeftOutReason.CONSENT_ENDED: translate("LeftOut", "consent ended"),
        LeftOutReason.CONSENT_INCOMPLETE: translate("LeftOut", "nobody knows who asked when"),
        LeftOutReason.NOT_REVIEWED: translate("LeftOut", "is being reviewed"),
        LeftOutReason.RESTORED: translate("LeftOut", "restored, refusals not known"),
        LeftOutReason.ARCHIVED: translate("LeftOut", "archived"),
        LeftOutReason.CLOSED_FOR_GOOD: translate("LeftOut", "closed for good"),
    }.get(key, key)
