"""What a print run was made as, in words: its layout or file, and its languages."""

from PySide6.QtCore import QCoreApplication, QLocale

from directory_app.guides import layout_kinds
from directory_app.model.listing import LeftOutReason
from directory_app.model.terms import RunState

_EXPORT = "export-"
_PRIVATE = "private-"


def made_as(layout: str) -> str:
    """The name of a layout; of an export, a packet and a map what they are."""
    spanish = QLocale().language() == QLocale.Language.Spanish
    for kind in layout_kinds():
        if kind.name == layout:
            return kind.title_es if spanish else kind.title_en
    if layout.startswith(_EXPORT):
        words = QCoreApplication.translate("Runs", "Export (%1)")
        return words.replace("%1", layout.removeprefix(_EXPORT))
    if layout.startswith(_PRIVATE):
        words = QCoreApplication.translate("Runs", "Private table (%1)")
        return words.replace("%1", layout.removeprefix(_PRIVATE))
    return {
        "packet": QCoreApplication.translate("Runs", "Packet"),
        "field": QCoreApplication.translate("Runs", "Field directory"),
        "map": QCoreApplication.translate("Runs", "Map"),
    }.get(layout, layout)


def in_languages(codes: str) -> str:
    """The languages of a run, "en,es": English, Spanish."""
    names = {
        "en": QCoreApplication.translate("Runs", "English"),
        "es": QCoreApplication.translate("Runs", "Spanish"),
    }
    return ", ".join(names.get(code, code) for code in codes.split(",") if code)


def state(state: str) -> str:
    """What became of a run, where it did not simply leave; "" where it did."""
    return {
        RunState.PENDING: QCoreApplication.translate("Runs", "begun, not finished"),
        RunState.FAILED: QCoreApplication.translate("Runs", "nothing came of it"),
    }.get(RunState(state), "")


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
        LeftOutReason.TWIN_REFUSED: translate("LeftOut", "an entry like it said no"),
        LeftOutReason.ARCHIVED: translate("LeftOut", "archived"),
        LeftOutReason.CLOSED_FOR_GOOD: translate("LeftOut", "closed for good"),
    }.get(key, key)
