"""Links of the web page: only to the web, to a telephone and to a mailbox."""

import re
from urllib.parse import quote, urlsplit

from directory_app.exporting.markup import escaped, typed
from directory_app.model.listing import PublicPhone

_WEB = re.compile(r"https?://[^\s\"'<>\\^`{|}]+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def web(link: str, words: str = "") -> str:
    """An anchor to a page on the web; what is none stays text. ``words`` are escaped already."""
    host = _host(link) if _WEB.fullmatch(link) else ""
    if not host:
        return typed(link)
    shown = words or typed(host)
    return f'<a href="{escaped(link)}" rel="noopener noreferrer nofollow">{shown}</a>'


def mail(address: str) -> str:
    """An anchor to a mailbox; what is none stays text."""
    if not _MAIL.fullmatch(address):
        return typed(address)
    return f'<a href="mailto:{quote(address, safe="@+")}">{typed(address)}</a>'


def telephone(phone: PublicPhone, shown: str) -> str:
    """An anchor that calls. ``shown`` is escaped already."""
    number, extension = re.sub(r"[^\d+]", "", phone.number), re.sub(r"\D", "", phone.extension)
    return f'<a href="tel:{number}{f";ext={extension}" if extension else ""}">{shown}</a>'


def _host(link: str) -> str:
    """The host of a link; empty for none, and where it names a user, to look like another host."""
    try:
        parts = urlsplit(link)
        return "" if parts.username else (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
