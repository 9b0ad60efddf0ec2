"""What menus and chips do to a typed search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model import categories, query_words
from directory_app.model.query import parse
from directory_app.model.query_edit import added, has, removed, spelt, term_of, toggled

CLAUSES = (
    "town:clovis",
    'town:"Santa Fe"',
    "category:bakery",
    "consent.print:yes",
    "consent.map:none",
    "-has:pin",
    "has:phone",
    "stale:>6m",
    "changed:<7d",
    'open:"sun 10:00"',
    'near:"1420 Cerrillos Rd, Santa Fe"<5mi',
    "payment:snap",
)


@pytest.mark.parametrize(
    ("text", "clause", "made"),
    [
        ("", "town:clovis", "town:clovis"),
        ("pan", "town:clovis", "pan town:clovis"),
        ("town:clovis", 'town:"Santa Fe"', 'town:clovis or town:"Santa Fe"'),
        ("town:clovis pan", "town:roswell", "town:clovis or town:roswell pan"),
        ("-town:clovis", "town:roswell", "-town:clovis town:roswell"),
        ("town:clovis or pan", "town:roswell", "town:clovis or pan town:roswell"),
        ("consent.print:yes", "consent.print:none", "consent.print:yes or consent.print:none"),
        ("consent.print:yes", "consent.map:yes", "consent.print:yes consent.map:yes"),
        ("stale:>6m pan", "stale:>1y", "pan stale:>1y"),
        ("has:phone", "has:website", "has:phone has:website"),
        ("payment:cash", "payment:snap", "payment:cash payment:snap"),
        ("town:clovis", "-town:roswell", "town:clovis -town:roswell"),
        ("pueblo:clovis", "town:clovis", "pueblo:clovis"),
        ('"mole', "town:clovis", '"mole" town:clovis'),
        ("pan or", "town:clovis", "pan town:clovis"),
        ("pan OR ", "town:clovis", "pan town:clovis"),
    ],
)
def test_a_clause_is_added_where_it_belongs(text: str, clause: str, made: str) -> None:
    assert added(text, clause) == made


def test_a_chip_takes_all_of_its_alternatives_away() -> None:
    text = "pan town:clovis or town:roswell -has:pin"
    clause = parse(text).clauses[1]
    assert removed(text, clause) == "pan -has:pin"
    assert removed("pan", clause) == "pan"


def test_a_clause_that_is_none_is_refused() -> None:
    for wrong in ("", "town:a town:b", "colour:red"):
        with pytest.raises(ValueError, match="not one term"):
            term_of(wrong)


@pytest.mark.parametrize(
    ("clause", "english", "spanish"),
    [
        ("town:clovis", "town:clovis", "pueblo:clovis"),
        ('town:"Santa Fe"', 'town:"Santa Fe"', 'pueblo:"Santa Fe"'),
        ("category:bakery", "category:bakery", "categoría:panadería"),
        ("consent.print:none", "consent.print:none", "permiso.imprimir:ninguno"),
        ("consent.share:ends<60d", "consent.share:ends<60d", "permiso.compartir:vence<60d"),
        ("consent.geocode_online:yes", "consent.geocode_online:yes", "permiso.buscar:sí"),
        ('open:"mon 8:00"', 'open:"mon 8:00"', 'abierto:"lun 8:00"'),
        ("open:sat", "open:sat", "abierto:sab"),
        ("-has:phone", "-has:phone", "-tiene:teléfono"),
        ("precision:zip", "precision:zip", 'precisión:"código postal"'),
        ("stale:>1y", "stale:>1y", "sinrevisar:>1y"),
    ],
)
def test_a_clause_is_spelt_in_the_language_of_the_window(
    clause: str, english: str, spanish: str
) -> None:
    assert spelt(clause, "en") == english
    assert spelt(clause, "es") == spanish


def test_every_value_is_spelt_so_that_it_means_the_same() -> None:
    for key in query_words.VALUES:
        for clause in (f"{key}:{one}" for one in query_words.offered(key)):
            assert term_of(spelt(clause, "es")) == term_of(clause)
            assert "ó" in spelt(clause, "es") or spelt(clause, "es") != clause
    for one in categories.CATEGORIES:
        clause = f"category:{one.key}"
        for tongue in ("en", "es"):
            assert term_of(spelt(clause, tongue)) == term_of(clause)


@given(text=st.text(max_size=40), clause=st.sampled_from(CLAUSES))
def test_whatever_is_typed_what_is_added_is_asked_for_and_can_be_taken_away(
    text: str, clause: str
) -> None:
    more = added(text, clause)
    assert has(more, clause)
    assert not has(toggled(more, clause), clause)
    before = [term for one in parse(text).clauses for term in one]
    after = [term for one in parse(more).clauses for term in one]
    assert all(term in after or term.key == term_of(clause).key for term in before)
