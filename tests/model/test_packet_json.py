"""What is inside a packet is believed only after every value was looked at."""

import contextlib
import copy
import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.errors import UserError
from directory_app.model.packet import BLANK, COLUMNS, Entry, Packet
from directory_app.model.packet_json import read, write

ONE = "01a20ded-8bda-74a1-8c04-e3b208a669da"
NOW = dt.datetime(2024, 11, 20, 12, tzinfo=dt.UTC)


def entry(**values: Any) -> Entry:
    known = {name: copy.copy(BLANK.get(name, "")) for name in COLUMNS}
    return Entry(
        id=ONE,
        code="KXQF",
        values=known | {"name": "El Nopal"} | values,
        phones=[
            {
                "number": "+15055550142",
                "extension": "2",
                "type": "voice",
                "languages": ["es"],
                "confidential": True,
            }
        ],
        contacts=[
            {"id": ONE, "name": "Lupe", "role": "", "phone": "", "email": "", "note": "mañanas"}
        ],
        answers=[
            {
                "channel": "print",
                "answer": "yes",
                "date": dt.date(2026, 10, 12),
                "asked_by": "Marisol",
                "given_by_role": "owner",
                "method": "phone",
                "language": "es",
                "wording_version": "3",
                "review_by": dt.date(2027, 10, 12),
            }
        ],
        archived=True,
        also=(ONE,),
        without=("note",),
        seen=("a" * 32,),
        merged=(ONE,),
    )


def packet(*entries: Entry) -> Packet:
    return Packet("b" * 32, "c" * 32, NOW, "coalition", "Ana", 7, list(entries), ("d" * 32,))


def plain(*entries: Entry) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write(packet(*entries)))
    return found


def test_what_is_written_is_read_again() -> None:
    whole = packet(
        entry(
            latitude=35.5,
            longitude=-105.5,
            precision="manual",
            pin_locked=True,
            geocoded_at=NOW,
            assured_date=dt.date(2026, 10, 1),
            cuisine=["mexican"],
            takeaway=False,
            opening_hours="Mo-Fr 08:00-17:00",
        )
    )
    assert read(write(whole)) == whole


TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40)


@settings(max_examples=100, deadline=None)
@given(
    name=TEXTS.filter(lambda text: bool(text.strip())),
    note=TEXTS,
    cuisine=st.lists(TEXTS, max_size=4),
    takeaway=st.sampled_from([None, True, False]),
    day=st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)),
)
def test_any_words_go_there_and_back(**values: Any) -> None:
    values["assured_date"] = values.pop("day")
    whole = packet(entry(**values))
    assert read(write(whole)) == whole


HOSTILE: list[tuple[tuple[Any, ...], Any]] = [
    (("format",), 0),
    (("format",), "1"),
    (("packet",), "../../etc"),
    (("directory",), None),
    (("made_at",), "yesterday"),
    (("made_at",), "2026-11-20T12:00:00"),
    (("number",), -1),
    (("number",), 10**400),
    (("by",), "x" * 1000),
    (("withdrew",), ["x"]),
    (("businesses",), {}),
    (("businesses", 0), []),
    (("businesses", 0, "id"), "1"),
    (("businesses", 0, "id"), ONE + "\n"),
    (("businesses", 0, "code"), "KX'F"),
    (("businesses", 0, "values", "name"), " "),
    (("businesses", 0, "values", "name"), 5),
    (("businesses", 0, "values", "name"), "a\0b"),
    (("businesses", 0, "values", "name"), "\x1b[31mred"),
    (("businesses", 0, "values", "note"), "a\x9bb"),
    (("businesses", 0, "values", "name"), "\ud800"),
    (("businesses", 0, "values", "note"), "x" * 200_000),
    (("businesses", 0, "values", "row_id"), 1),
    (("businesses", 0, "values", "review_state"), "approved"),
    (("businesses", 0, "values", "immigration_status"), "x"),
    (("businesses", 0, "values", "latitude"), 35.0),
    (("businesses", 0, "values", "status"), "burnt"),
    (("businesses", 0, "values", "address_type"), ["home"]),
    (("businesses", 0, "values", "takeaway"), "yes"),
    (("businesses", 0, "values", "cuisine"), "mexican"),
    (("businesses", 0, "values", "cuisine"), ["x"] * 1000),
    (("businesses", 0, "values", "opening_hours"), "whenever"),
    (("businesses", 0, "values", "assured_date"), "12/10/2026"),
    (("businesses", 0, "values", "assured_date"), "0001-01-01"),
    (("businesses", 0, "phones", 0, "number"), "=cmd()"),
    (("businesses", 0, "phones", 0, "confidential"), 1),
    (("businesses", 0, "phones", 0, "owner"), "x"),
    (("businesses", 0, "contacts", 0, "passport"), "x"),
    (("businesses", 0, "answers", 0, "answer"), "maybe"),
    (("businesses", 0, "answers", 0, "answer"), "not_asked"),
    (("businesses", 0, "answers", 0, "channel"), "tv"),
    (("businesses", 0, "answers", 0, "date"), 20261012),
    (("businesses", 0, "archived"), "no"),
    (("businesses", 0, "without"), ["everything"]),
    (("businesses", 0, "merged"), ["x"]),
]


@pytest.mark.parametrize(("place", "value"), HOSTILE)
def test_what_no_packet_of_ours_has_is_refused(place: tuple[Any, ...], value: Any) -> None:
    told = plain(entry())
    inner: Any = told
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    with pytest.raises(UserError, match="does not write"):
        read(json.dumps(told).encode())


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"null", b"[]", b"{", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"format": NaN}'),
        *(b'{"format": Infinity}', b'{"format": ' + b"9" * 10_000 + b"}"),
    ],
)
def test_what_is_no_packet_at_all_is_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError):
        read(data)


@settings(max_examples=150, deadline=None)
@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=10,
))  # fmt: skip
def test_any_json_is_read_or_refused(value: Any) -> None:
    for told in (value, plain(entry()) | {"businesses": value}):
        with contextlib.suppress(UserError):
            read(json.dumps(told).encode())


def test_two_of_one_are_refused() -> None:
    told = plain(entry())
    for many in ("phones", "answers"):
        twice = copy.deepcopy(told)
        twice["businesses"][0][many] *= 2
        with pytest.raises(UserError):
            read(json.dumps(twice).encode())
    told["businesses"] *= 2
    with pytest.raises(UserError):
        read(json.dumps(told).encode())


def test_a_newer_one_is_said() -> None:
    with pytest.raises(UserError, match="newer"):
        read(json.dumps(plain() | {"format": 2}).encode())


def test_a_clock_that_is_ahead_makes_no_future() -> None:
    told = plain() | {"made_at": "2150-01-01T00:00:00+00:00"}
    assert read(json.dumps(told).encode()).made_at <= dt.datetime.now(dt.UTC)


@pytest.mark.parametrize("many", [b"{},", b"[],", b"0,", b'"",'])
def test_few_bytes_do_not_stand_for_much_memory(many: bytes) -> None:
    told = b'{"format":1,"businesses":[' + many * 12_500_000
    with pytest.raises(UserError, match="does not write"):
        read(told)


def test_who_sent_it_is_one_line() -> None:
    told = plain() | {"by": "Ana\n\nBeto", "name": " a  b "}
    found = read(json.dumps(told).encode())
    assert (found.by, found.name) == ("Ana Beto", "a b")
