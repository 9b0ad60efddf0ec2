"""The passphrase meter."""

import subprocess
import sys

import pytest

from directory_app.store.passphrases import LONGEST, strength


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("", {0}),
        ("   ", {0}),
        ("password", {0}),
        ("puertas2026", {0, 1, 2}),
        ("piñón maíz acequia adobe", {4}),
        ("x7#kQ9!vT2", {3, 4}),
    ],
)
def test_scores(text: str, scores: set[int]) -> None:
    assert strength(text, ["Puertas"]).score in scores


def test_what_leans_on_a_hint_is_weaker() -> None:
    alone = strength("zarzamora calabacita")
    hinted = strength("zarzamora calabacita", ["Zarzamora Calabacita Coalition"])
    assert hinted.digits < alone.digits


def test_every_score_has_a_sentence_in_both_languages() -> None:
    said = [strength(text) for text in ("", "piñón maíz acequia adobe")]
    for each in said:
        assert each.sentence("en").endswith(".")
        assert each.sentence("es").endswith(".")
        assert each.sentence("en") != each.sentence("es")


def test_a_book_is_cut_and_no_passphrase_is_in_the_answer() -> None:
    text = "Zq9 " * 100_000
    found = strength(text)
    assert found == strength(text[:LONGEST])
    assert "Zq9" not in repr(found)


def test_the_meter_loads_when_it_is_first_asked() -> None:
    script = "import sys, directory_app.store.passphrases; print('zxcvbn' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "False"
