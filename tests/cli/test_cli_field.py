"""A field directory by the verbs: made, printed from, ended, and brought home."""

import datetime as dt

import pypdfium2

WORDS = "acequia piñón adobe maíz horno lavanda"


def make(puertas, imported, tmp_path, *more):
    until = (dt.date.today() + dt.timedelta(20)).isoformat()
    out = tmp_path / "saturday.puertas"
    return puertas.json("field", "make", imported, "--out", out, "--until", until, *more)


def test_a_field_directory_is_made_printed_from_and_brought_home(
    puertas, imported, tmp_path, monkeypatch
):
    day = (dt.date.today() + dt.timedelta(12)).isoformat()
    event = puertas.json(
        "event", imported, "add", "--name", "Canvass", "--date", day, "--venue", "Salón"
    )["id"]
    monkeypatch.setenv("PUERTAS_PACKET_PASSPHRASE", WORDS)
    made = make(puertas, imported, tmp_path)
    assert (made["run"], made["events"]) == (1, 1)
    assert "passphrase" not in made
    field = tmp_path / "saturday.puertas"
    monkeypatch.setenv("PUERTAS_PASSPHRASE", WORDS)
    assert len(puertas.json("list", field)) == made["businesses"]
    guide = tmp_path / "guide.pdf"
    run = puertas.json("guide", field, "--event", event, "--layout", "sheet", "--out", guide)["run"]
    assert run == 10001
    text = pypdfium2.PdfDocument(guide)[0].get_textpage().get_text_bounded()
    assert "10001" in text
    assert puertas("undo", field).status == 2
    assert puertas("export", field, "--format", "csv", "--channel", "print", "--out",
                   tmp_path / "x.csv").status == 2  # fmt: skip
    back = puertas.json("field", "return", imported, field)
    assert back == {"field": 1, "runs": [10001], "known": 0, "copied": []}
    assert [one["number"] for one in puertas.json("field", "list", imported)] == [1]


def test_words_are_made_where_none_are_given(puertas, imported, tmp_path):
    assert len(make(puertas, imported, tmp_path)["passphrase"].split()) == 6


def test_what_it_cannot_be_is_said(puertas, imported, tmp_path):
    out = tmp_path / "field.puertas"
    for arguments in (
        ("--out", out, "--until", "2020-01-01"),
        ("--out", tmp_path / "field.zip", "--until", dt.date.today().isoformat()),
        ("--out", out, "--until", dt.date.today().isoformat(), "--search", "zzzzz"),
    ):
        ran = puertas("field", "make", imported, *arguments)
        assert ran.status == 2, ran.out
        assert ran.err.endswith(".\n")
    assert not out.exists()
