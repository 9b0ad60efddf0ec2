"""Cells that hold one of a few words: yes or no, payment, price, status, access; and kinds."""

import re

from directory_app.importing.consents import answer
from directory_app.importing.rows import Cell, Row
from directory_app.model import categories, fields, languages
from directory_app.model.fields import Field, Kind
from directory_app.model.terms import Answer, Payment, Status
from directory_app.model.text import fold

_PAYMENT = {
    Payment.CASH: "cash|efectivo|money",
    Payment.CARDS: "cards?|credit|debit|visa|mastercard|tarjetas?|credito|debito|amex|mc",
    Payment.SNAP: "snap|ebt|food stamps?|estampillas|cupones",
    Payment.WIC: "wic",
}
#: Under a heading with one of these ("Accepts SNAP?") a yes says that it is taken.
_ONLY_ONE = {
    "wic": Payment.WIC,
    "snap": Payment.SNAP,
    "ebt": Payment.SNAP,
    "cards": Payment.CARDS,
    "tarjetas": Payment.CARDS,
}
_ACCESS = {
    "limited": "limited|partial|partly|in part|en parte|some|parcial|limitado|un escalon|one step"
}
_CLOSED = re.compile(
    r"\b(closed for good|permanently closed|cerrado permanentemente|cerro|closed)\b"
)
_PAUSED = re.compile(r"\b(temporar\w+|temporal\w*|seasonal|renovat\w+|remodel\w+|vacation\w*)\b")
_TRADING = re.compile(r"\b(open|active|abierto|activo|operating|yes|si|y|abierta|business)\b")
_CEASED = re.compile(
    r"\b(closed|cerro|cerrado|cerrada|inactive|inactivo|out of business|gone|closing)\b"
)


_BY_KIND = tuple(f for f in fields.BUSINESS if f.headings is not None and not f.reader)


def read(row: Row, language: str) -> None:
    """Read everything of a row that is a choice among few words, and what they sell."""
    _read_kind(row, language)
    for cell in row.take("languages"):
        had = row.draft.values.get("languages", [])
        found = [code for code in languages.parse(cell.text) if code not in had]
        row.set("languages", [*had, *found])
    for cell in row.take("payment_accepted"):
        _read_payment(row, cell)
    for cell in row.take("wheelchair"):
        _read_access(row, cell)
    for cell in row.take("status"):
        _read_status(row, cell)
    for field in _BY_KIND:
        _read_by_kind(row, field)


def _read_kind(row: Row, language: str) -> None:
    """What they sell is the description, and tells category and cuisine."""
    sold = row.take("what_they_sell")
    for cell in sold:
        name, text = f"description_{cell.language or language}", " ".join(cell.text.split())
        if row.draft.values.get(name, text) == text:
            row.set(name, text)
        else:
            row.keep(cell)
    said, eaten, sells = row.text("category"), row.text("cuisine"), row.text("what_they_sell")
    guesses = (said, sells, eaten, row.draft.name)
    category = next(filter(None, (categories.guess(text) for text in guesses if text)), None)
    row.set("category", category)
    kinds = [kind for text in (eaten, said, sells) if text for kind in categories.cuisines(text)]
    if eaten and not categories.cuisines(eaten):
        kinds.insert(0, fold(eaten).replace(" ", "_"))
    row.set("cuisine", list(dict.fromkeys(kinds)))
    if said and not categories.guess(said):
        row.keep(row.take("category")[0])
    if (said or sells) and category is None:
        row.problem("category", "category_unread")


def _read_by_kind(row: Row, field: Field) -> None:
    """What no reader of its own takes: a text as it is, anything else as a person writes it."""
    if field.kind in (Kind.LINE, Kind.TEXT):
        row.set(field.name, row.text(field.name))
        return
    for cell in row.take(field.name):
        if field.kind is Kind.FLAG:
            _read_yes_no(row, cell, field.name)
        elif field.kind is Kind.LIST:
            had = row.draft.values.get(field.name, [])
            items = (" ".join(item.split()) for item in re.split(r"[;\n]", cell.text))
            row.set(field.name, list(dict.fromkeys([*had, *filter(None, items)])))
        else:
            _read_choice(row, cell, field)


def _read_choice(row: Row, cell: Cell, field: Field) -> None:
    text = fold(cell.text)
    said = (key for key, words in field.choices.items() if text in map(fold, (key, *words)))
    key = next(said, None)
    row.set(field.name, key)
    if key is None:
        row.keep(cell)
        row.problem(field.name, "choice_unread")


def _read_yes_no(row: Row, cell: Cell, name: str) -> None:
    said = answer(cell.text)
    if said.clear and said.answer in {Answer.YES, Answer.NO}:
        row.draft.values[name] = said.answer == Answer.YES
        return
    row.keep(cell)
    row.problem(name, "yes_no_unread")


def _read_payment(row: Row, cell: Cell) -> None:
    """Words for cash, cards, SNAP and WIC; under "WIC?" a yes says it too."""
    text = fold(cell.text)
    found = [kind for kind, words in _PAYMENT.items() if re.search(rf"\b({words})\b", text)]
    if not found and answer(cell.text).answer == Answer.YES:
        asked = {_ONLY_ONE[word] for word in fold(cell.heading).split() if word in _ONLY_ONE}
        found = list(asked) if len(asked) == 1 else []
    if not found or re.search(r"\b(no|not|only|solo|sin)\b", text):
        found = [] if re.search(r"\b(no|not|sin)\b", text) else found
        row.keep(cell)
    had = row.draft.values.get("payment_accepted", [])
    row.set("payment_accepted", list(dict.fromkeys([*had, *map(str, found)])))


def _read_access(row: Row, cell: Cell) -> None:
    """OSM's words: yes, limited, no."""
    said = answer(cell.text)
    if re.search(rf"\b({_ACCESS['limited']})\b", fold(cell.text)):
        row.set("wheelchair", "limited")
    elif said.clear and said.answer in {Answer.YES, Answer.NO}:
        row.set("wheelchair", str(said.answer))
    else:
        row.keep(cell)
        row.problem("wheelchair", "yes_no_unread")


def _read_status(row: Row, cell: Cell) -> None:
    text = fold(cell.text)
    if _PAUSED.search(text):
        row.set("status", str(Status.TEMPORARILY_CLOSED))
    elif _CEASED.search(text) or text in {"no", "n"}:
        row.set("status", str(Status.CLOSED))
    elif not _TRADING.search(text):
        row.keep(cell)
        row.problem("status", "status_unread")
