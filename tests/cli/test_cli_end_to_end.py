"""The whole job without a window: a messy list in, a guide out, and nobody in it who said no."""

import datetime as dt
import re
from pathlib import Path

import pypdfium2
import pytest

PRINTABLE = {
    "Taquería Sol y Sombra",
    "Panadería Luz del Alba",
    'Phở "Hai Con Mèo"',
    "饺子小屋 Dumpling Hut",
    "Joyería & Reparación <La Aguja>",
    "=Sharp Scissors Barbershop",
    "Mariscos Bahía",
    "Lonches La Güera",
    "Lavandería Marea",
    "Costura Paloma",
}
LEFT_OUT = {
    "Souk Zaytuna (سوق زيتونة)": "not_asked",
    "Estética Magnolia": "no",
    "Tej House ጠጅ ቤት": "consent_incomplete",
}
NOT_FOR_PAPER = (
    "blue awning",
    "entered twice",
    "undocumented",
    "Rosa",
    "Tomás",
    "Magnolia",
    "Souk",
)


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return re.sub(r"\s+", " ", "\n".join(pages))


def without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture
def guide(puertas, imported, tmp_path):
    day = (dt.date.today() + dt.timedelta(12)).isoformat()
    event = puertas.json(
        "event", imported, "add", "--name", "Canvass launch", "--date", day, "--from", "10:00",
        "--to", "13:00", "--venue", "Salón Prueba", "--address", "1120 Hickox St, Santa Fe, NM",
    )["id"]  # fmt: skip
    out = tmp_path / "guide.pdf"
    answer = puertas.json(
        "guide", imported, "--event", event, "--layout", "sheet", "--languages", "en,es",
        "--out", out,
    )  # fmt: skip
    return answer, out


def test_the_guide_lists_everybody_who_said_yes(guide):
    answer, out = guide
    assert answer["listed"] == len(PRINTABLE)
    assert answer["path"] == str(out)
    assert answer["pages"] == len(pypdfium2.PdfDocument(out))
    text = without_spaces(pdf_text(out))
    assert {name for name in PRINTABLE if without_spaces(name) not in text} == set()
    assert "505-555-0130" in text


def test_the_guide_holds_nothing_of_those_who_did_not(guide, puertas, imported):
    answer, out = guide
    names = {each["code"]: each["name"] for each in puertas.json("list", imported)}
    assert {names[each["code"]]: each["reason"] for each in answer["left_out"]} == LEFT_OUT
    text = pdf_text(out)
    assert [word for word in (*LEFT_OUT, *NOT_FOR_PAPER) if word in text] == []
    assert [code for code in names if code in text.split()] == []


def test_run_numbers_count_up_and_are_printed(guide, puertas, imported, tmp_path):
    answer, out = guide
    assert f"{answer['run']:04}" in pdf_text(out)
    event = puertas.json("event", imported, "list")[0]["id"]
    arguments = ("guide", imported, "--event", event, "--layout", "sheet", "--languages", "es")
    again = puertas.json(*arguments, "--out", tmp_path / "again.pdf")
    assert again["run"] == answer["run"] + 1


def test_open_only_leaves_out_the_closed_and_the_unknown(guide, puertas, imported, tmp_path):
    event = puertas.json("event", imported, "list")[0]["id"]
    arguments = ("guide", imported, "--event", event, "--languages", "en", "--open-only")
    answer = puertas.json(*arguments, "--out", tmp_path / "open.pdf")
    reasons = [each["reason"] for each in answer["left_out"]]
    assert answer["listed"] + len(reasons) == 13
    assert answer["listed"] < len(PRINTABLE)
    assert "closed_at_event" in reasons


def test_nobody_is_printed_after_their_year(puertas, imported, tmp_path):
    day = (dt.date.today() + dt.timedelta(400)).isoformat()
    event = puertas.json("event", imported, "add", "--name", "Late", "--date", day)["id"]
    said = puertas(
        "guide", imported, "--event", event, "--languages", "en", "--out", tmp_path / "late.pdf",
        "--json",
    )  # fmt: skip
    if said.status == 0:
        assert said.answer["listed"] == 0
        assert "consent_ended" in {each["reason"] for each in said.answer["left_out"]}
    else:
        assert said.status == 2
