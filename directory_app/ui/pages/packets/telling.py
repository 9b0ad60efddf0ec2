"""What a packet would hold, and what one did, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from directory_app.model.packet import Contents
from directory_app.model.packet_review import Applied, Review
from directory_app.ui.plurals import count

translate = QCoreApplication.translate
#: So many of those who withdrew there are named.
_NAMED = 6


def contents(found: Contents) -> str:
    """What a packet would hold; nobody is a sentence, too."""
    if not found.businesses:
        return translate("Packets", "Nobody is chosen: there is nothing to send.")
    text = translate("Packets", "Private, for your own coalition alone. In it: %1.")
    told = [text.replace("%1", ", ".join(_parts(found)))]
    if found.confidential:
        one = translate("Packets", "{n} number in it is confidential.")
        more = translate("Packets", "{n} numbers in it are confidential.")
        told.append(count(found.confidential, one, more))
    if found.words:
        one = translate("Packets", "{n} text stays here: it may say what we do not keep.")
        more = translate("Packets", "{n} texts stay here: they may say what we do not keep.")
        told.append(count(found.words, one, more))
    return " ".join(told)


def _parts(found: Contents) -> list[str]:
    words = (
        (translate("Packets", "{n} business"), translate("Packets", "{n} businesses")),
        (translate("Packets", "{n} telephone"), translate("Packets", "{n} telephones")),
        (translate("Packets", "{n} answer"), translate("Packets", "{n} answers")),
        (translate("Packets", "{n} contact"), translate("Packets", "{n} contacts")),
        (translate("Packets", "{n} private note"), translate("Packets", "{n} private notes")),
    )
    numbers = (found.businesses, found.phones, found.answers, found.contacts, found.notes)
    return [count(number, *both) for number, both in zip(numbers, words, strict=True)]


def applied(done: Applied) -> str:
    """What a packet did."""
    added, changed = translate("Packets", "{n} added"), translate("Packets", "{n} changed")
    parts = [count(done.added, added, added), count(done.changed, changed, changed)]
    if done.late:
        one = translate("Packets", "{n} left, because it changed here meanwhile")
        more = translate("Packets", "{n} left, because they changed here meanwhile")
        parts.append(count(done.late, one, more))
    if done.known:
        one = translate(
            "Packets", "one change left: it would be like one that was forgotten", "one"
        )
        more = translate("Packets", "{n} changes left: like one that was forgotten")
        parts.append(count(done.known, one, more))
    return translate("Packets", "The packet is in: %1.").replace("%1", ", ".join(parts))


def withdrew(done: Applied, review: Review) -> str:
    """Who withdrew on the other laptop, and what is left to do; "" for nobody."""
    names = [row.name for row in review.rows if row.target in done.withdrew]
    if not names:
        return ""
    told = ", ".join(names[:_NAMED])
    if len(names) > _NAMED:
        more = translate("Packets", " and %1 more")
        told += more.replace("%1", str(len(names) - _NAMED))
    text = translate(
        "Packets",
        "Withdrew on the other laptop: %1. They are archived here and used no more. Open each and "
        "choose “They withdrew…”: it makes the recall list and forgets it for good.",
    )
    return text.replace("%1", told)
