"""Cells with a website, a page on a social network or an e-mail address.

Only https addresses are kept: "facebook.com/x" and "instagram: @x" become one; what is no
address on the web (a script, a file, words) goes to the note and is flagged.
"""

import re
from urllib.parse import urlsplit

from directory_app.importing.rows import Cell, Row
from directory_app.model.draft import Severity
from directory_app.model.text import fold

#: Names that people call a network by, and its address.
_NETWORKS = {
    "facebook": "facebook.com",
    "face": "facebook.com",
    "fb": "facebook.com",
    "instagram": "instagram.com",
    "insta": "instagram.com",
    "ig": "instagram.com",
    "tiktok": "tiktok.com",
    "tik tok": "tiktok.com",
    "twitter": "twitter.com",
    "x": "x.com",
    "youtube": "youtube.com",
}
_SOCIAL = (
    *sorted(set(_NETWORKS.values())),
    "fb.com",
    "fb.me",
    "m.me",
    "youtu.be",
    "yelp.com",
    "linktr.ee",
    "wa.me",
    "threads.net",
    "whatsapp.com",
    "t.me",
    "linkedin.com",
    "nextdoor.com",
)
_EMAIL = re.compile(
    r"(?<![\w.+-])(?:mailto:)?([\w.+-]++@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24})", re.IGNORECASE
)
_HANDLE = re.compile(
    r"(?P<network>tik tok|[a-z]+)\b\s*+(?:page|pagina|página)?\s*+(?P<sign>[:=/@-]*)\s*+"
    r"@?(?P<handle>[\w.-]{2,60})/?$",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,22}[a-z0-9]", re.I
)
_BETWEEN = re.compile(r"[\s;|]+|,\s+|,(?=https?:|www\.|@)")


def read(row: Row) -> None:
    """Read every column of links and e-mail addresses of a row."""
    for name in ("website", "same_as", "website_or_social"):
        for cell in row.take(name):
            _read_cell(row, cell, name)
    for cell in row.take("email"):
        _read_email(row, cell)


def _read_email(row: Row, cell: Cell) -> None:
    found = _EMAIL.findall(cell.text)
    if not found:
        row.keep(cell)
        row.problem("email", "email_unread")
        return
    row.set("email", found[0])
    if _EMAIL.sub("", cell.text).strip(" ;,/|<>\n"):
        row.keep(cell)


def _read_cell(row: Row, cell: Cell, name: str) -> None:
    """A cell with one link or several; what is none stays in the note."""
    whole = " ".join(cell.text.split())
    if (handle := _from_handle(whole, cell.heading)) is not None:
        _add(row, handle, name)
        return
    odd = False
    pieces = _pieces(whole, cell.heading)
    for piece in pieces:
        if (email := _EMAIL.fullmatch(piece)) is not None:
            row.draft.values.setdefault("email", email[1])
        elif (link := address(piece) or _from_handle(piece, cell.heading)) is not None:
            if piece.lower().startswith("http:"):
                row.problem("website", "made_https", Severity.NOTE)
            _add(row, link, name)
        else:
            odd = True
    if odd:
        row.keep(cell)
        row.problem("website", "link_unread")


def _pieces(whole: str, heading: str) -> list[str]:
    """Split a cell at spaces, but leave "instagram: @name" in one piece."""
    joined = re.sub(r"\b([A-Za-z]+)\s*:\s*@", r"\1:@", whole)
    joined = re.sub(r"(?<=\s)(?:and|y|&|or|o)\s+(?=\S+[./@])", "", joined)
    parts = _BETWEEN.split(joined)
    pieces = [piece.strip(".,<>()") for piece in parts if piece.strip(".,<>()/&-")]
    if " " not in whole and "://" in whole and not all(map(address, pieces)):
        return [whole]  # a comma or semicolon of its own
    mixed = any(address(p) is None and _from_handle(p, heading) is None for p in pieces)
    return [whole] if mixed and not any("." in p or "@" in p for p in pieces) else pieces


def address(text: str) -> str | None:
    """Make a link to https, or None: a host with a dot, no user, no other scheme."""
    if re.search(r"[\s\"'<>\\^`{|}]", text) or len(text) > 500:
        return None
    scheme = re.match(r"([a-z][a-z0-9+.-]*):(?!\d+(?:/|$))", text, re.IGNORECASE)
    if scheme and scheme[1].lower() not in {"http", "https"}:
        return None
    bare = re.sub(r"^https?:/*", "", text, flags=re.IGNORECASE)
    try:
        parts = urlsplit(f"https://{bare}")
        port = parts.port
    except ValueError:
        return None
    host = parts.hostname or ""
    if parts.username is not None or not _is_host(host):
        return None
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    rest = bare[len(parts.netloc) :]
    return f"https://{place}{'' if rest == '/' else rest}"


def _is_host(host: str) -> bool:
    if host.isascii():
        return _HOST.fullmatch(host) is not None
    try:
        return _HOST.fullmatch(host.encode("idna").decode()) is not None
    except UnicodeError:
        return False


def _from_handle(text: str, heading: str) -> str | None:
    """Read "instagram: @name", "FB/name", or "@name" below a heading that is one network."""
    turned = re.fullmatch(r"@([\w.-]+)\s*(?:\(|on |en )\s*(\w+)\)?", text)
    if turned:  # "@name (IG)"
        text = f"{turned[2]}:@{turned[1]}"
    match = _HANDLE.fullmatch(text)
    host = _NETWORKS.get(match["network"].lower()) if match else None
    if match and host and (match["sign"] or "@" in text):
        return _profile(host, match["handle"])
    network = _NETWORKS.get(fold(heading).removesuffix(" page"))
    if network and (bare := re.fullmatch(r"@?([\w.-]{2,60})", text)):
        return None if address(text) and "@" not in text else _profile(network, bare[1])
    return None


def _profile(host: str, handle: str) -> str | None:
    if not re.fullmatch(r"[\w.-]+", handle) or handle.lower() in {"com", "page", "yes", "si", "no"}:
        return None
    if handle.lower().endswith(".com") or handle.lower().startswith("com/"):
        return None
    return f"https://{host}/{'@' if host == 'tiktok.com' else ''}{handle}"


def is_social(link: str) -> bool:
    """Whether a link is a page on a network rather than the business's own site."""
    host = (urlsplit(link).hostname or "").removeprefix("www.").removeprefix("m.")
    return any(host == social or host.endswith(f".{social}") for social in _SOCIAL)


def _add(row: Row, link: str, name: str) -> None:
    """The first own site is the website; every other link is one more of the business."""
    values = row.draft.values
    if name != "same_as" and not is_social(link) and "website" not in values:
        values["website"] = link
    elif link not in values.get("same_as", ()) and link != values.get("website"):
        values["same_as"] = [*values.get("same_as", ()), link]
