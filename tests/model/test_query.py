"""The grammar of the search box, in both languages, whatever is typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model import query
from directory_app.model.query import Term, parse, without

_KEYS = ("town:", "category:", "consent.print:", "stale:", "open:", "near:", "changed:", "-", "or ")
_TYPED = st.lists(
    st.sampled_from(_KEYS)
    | st.text(max_size=6)
    | st.sampled_from(['"sun 10:00"', ">6m", "<5mi", " ", '"', "ends<60d", "none", "bakery"]),
    max_size=8,
).map("".join)


@given(st.text() | _TYPED)
def test_any_text_is_read_and_read_the_same_again(text: str) -> None:
    found = parse(text)
    assert parse(str(found)) == found
    assert all(problem.en and problem.es for problem in found.problems)


@pytest.mark.parametrize(
    ("text", "spanish", "term"),
    [
        ("town:clovis", "pueblo:clovis", Term("town", "clovis")),
        ("category:bakery", "categoría:panadería", Term("category", "bakery")),
        ("language:vi", "idioma:vietnamita", Term("language", "vi")),
        ("consent.print:none", "consentimiento.imprimir:ninguno", Term("consent.print", "none")),
        (
            "consent.map:ends<60d",
            "permiso.mapa:vence<60d",
            Term("consent.map", "ends", False, "<", 60),
        ),
        ("stale:>6m", "sinrevisar:>6m", Term("stale", "", False, ">", 182)),
        ("precision:city", "precisión:pueblo", Term("precision", "city")),
        ('open:"sun 10:00"', 'abierto:"domingo 10"', Term("open", "6", False, "", 600)),
        ('near:"1 Main St"<5mi', 'cerca:"1 Main St"<5mi', Term("near", "1 Main St", False, "<", 5)),
        ("-code:kxqf", "-código:KXQF", Term("code", "KXQF", True)),
        ("changed:<7d", "cambiado:<1s", Term("changed", "", False, "<", 7)),
        ("review:draft", "revisión:borrador", Term("review", "draft")),
        ("payment:cash", "pago:efectivo", Term("payment", "cash")),
        ("has:phone", "tiene:teléfono", Term("has", "phone")),
    ],
)
def test_keys_and_values_in_both_languages(text: str, spanish: str, term: Term) -> None:
    for said in (text, spanish):
        found = parse(said)
        assert found.clauses == ((term,),), said
        assert not found.problems


def test_words_stay_words_and_or_joins_its_neighbours() -> None:
    found = parse("pan dulce town:clovis or town:portales")
    assert found.plain == "pan dulce"
    assert [[term.value for term in clause] for clause in found.rest] == [["clovis", "portales"]]
    assert parse("(505) 555-0142").plain == "(505) 555-0142"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour:red", "There is no filter “colour”"),
        ("consent:none", "Say which use"),
        ("town:", "Say what to look for"),
        ("precision:exact", "Use rooftop"),
        ("stale:long", "for example stale:>6m"),
        ('open:"someday"', "for example open:"),
        ('"pan', "second quotation mark"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(text: str, said: str) -> None:
    (problem,) = parse(text).problems
    assert said in problem.en
    assert problem.said("es") != problem.en


def test_a_piece_taken_out_leaves_no_or_behind() -> None:
    found = parse("town:a or town:b pan")
    first, second = (term.piece for term in query.terms(found) if term.key == "town")
    assert without("town:a or town:b pan", first) == "town:b pan"
    assert without("town:a or town:b", second) == "town:a"
    for place, left in ((1, "pan town:b or town:c"), (3, "pan town:a or town:c")):
        pieces = parse("pan town:a or town:b or town:c").pieces
        assert without("pan town:a or town:b or town:c", pieces[place]) == left


@pytest.mark.parametrize("guide", ["guide-for-staff.md", "guide-for-staff.es.md"])
def test_what_the_guide_says_to_type_can_be_read(guide: str) -> None:
    folder = Path(__file__).resolve().parents[2] / "docs"
    part = (folder / guide).read_text("utf-8").split("|---|---|\n")
    table = next(each for each in part if each.startswith('| `"pan dulce"`')).split("\n\n")[0]
    samples = [one for line in table.splitlines() for one in line.split("|")[1].split("`")[1::2]]
    assert len(samples) > 10
    for text in samples:
        if ":" in text or not text.startswith(("consent", ".")):
            assert parse(text).problems == (), text
