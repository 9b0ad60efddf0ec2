import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from directory_app.guides.typesetting import Style, ink, measure, wrap
from directory_app.guides.typesetting.breaks import atoms
from directory_app.guides.typesetting.clusters import clusters

SAMPLES = json.loads(
    (Path(__file__).parents[1] / "data" / "scripts" / "samples.json").read_text("utf-8")
)
STYLE = Style("cond", "regular", 10)
BOLD = Style("sans", "bold", 11.5)
ANY = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


def test_breaks_at_spaces_and_drops_them():
    lines = wrap("Vietnamese soups and sandwiches", STYLE, 119.5)
    assert lines == ["Vietnamese soups and", "sandwiches"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Tex-Mex/grill", ["Tex-", "Mex/", "grill"]),
        ("505-555-0142", ["505-555-0142"]),
        ("505-555-0142\u00a0x2", ["505-555-0142\u00a0x2"]),
        ("24/7 open", ["24/7 ", "open"]),
        ("Mon–Fri 9\u00a0am–5\u00a0pm", ["Mon–Fri ", "9\u00a0am–5\u00a0pm"]),
        ("北方，饺子", ["北", "方，", "饺", "子"]),
        ("（北）方", ["（北）", "方"]),
        ("ལྷ་ས་མོག", ["ལྷ་", "ས་", "མོག"]),
        ("ab\u200bcd", ["ab\u200b", "cd"]),
        ("한강 밥상", ["한강 ", "밥상"]),
        ("Call (505) 555-0142 now", ["Call ", "(505) 555-0142 ", "now"]),
        ("505 555 0142 x 7", ["505 555 0142 x 7"]),
        ("12 Main St 87505", ["12 ", "Main ", "St ", "87505"]),
        ("¡ Ya ! ¿ Qué ?", ["¡ Ya ! ", "¿ Qué ?"]),
        ("北Jade餃7", ["北", "Jade", "餃", "7"]),
        ("$5 café", ["$5 ", "café"]),
        ("नमस्ते।फिर", ["नमस्ते।", "फिर"]),
        ("ቡና፣ሻይ፡", ["ቡና፣ሻይ፡"]),
        ("ሰላም፡ቡና", ["ሰላም፡", "ቡና"]),
        ("a\u2060b c\u00a0d", ["a\u2060b ", "c\u00a0d"]),
        ("ラーメンっ", ["ラー", "メ", "ンっ"]),
    ],
)
def test_where_a_line_may_end(text, cut):
    assert list(atoms(text)) == cut


def test_a_name_without_any_break_is_broken_between_clusters():
    lines = wrap("x" * 10_000, BOLD, 200)
    assert "".join(lines) == "x" * 10_000
    assert all(measure(line, BOLD) <= 200.1 for line in lines)


@pytest.mark.parametrize("text", ["บ้านดอกไม้ยินดีต้อนรับ", "ផ្សារអង្គរធំណាស់", "မန္တလေးလက်ဖက်ရည်ဆိုင်"])
def test_scripts_without_spaces_break_only_between_clusters(text):
    lines = wrap(text, BOLD, 60)
    assert len(lines) > 1
    assert [cluster for line in lines for cluster in clusters(line)] == clusters(text)


@given(ANY, st.floats(20, 200))
def test_nothing_is_lost_but_spaces_at_line_ends(text, width):
    lines = wrap(text, STYLE, width)
    assert re.sub(" ", "", "".join(lines)) == re.sub(" ", "", text)


@given(st.text(alphabet="abc déñ -/ 北方 بت 12", max_size=60), st.floats(30, 200))
def test_no_line_is_wider_than_asked(text, width):
    for line in wrap(text, STYLE, width):
        assert measure(line, STYLE) <= width + 0.6


def test_a_short_word_never_stands_alone_on_the_last_line():
    text = "Sweet bread, empanadas and coffee from six in the morning on"
    room = measure("Sweet bread, empanadas and coffee from six in the morning", STYLE) / 2 + 8
    lines = wrap(text, STYLE, room)
    assert len(lines) > 2
    assert " " in lines[-1]


def test_a_widow_of_one_han_letter_gets_company():
    lines = wrap("北方风味饺子馆欢迎您", BOLD, measure("北方风味饺子馆欢迎您", BOLD) - 5)
    assert len(lines) == 2
    assert len(lines[1]) == 2


def test_ink_reaches_deeper_in_burmese_than_in_latin():
    latin, burmese = ink("Name", BOLD), ink("မန္တလေး", BOLD)
    assert burmese[1] > 0.4 * BOLD.size > latin[1]
    assert latin[0] > 0.6 * BOLD.size


def ends_by_qt(text):
    """Where Unicode TR 14 as Qt has it lets a line end."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    ends, at = set(), 0
    for index, letter in enumerate(text, 1):
        at += len(letter.encode("utf-16-le")) // 2
        finder.setPosition(at)
        if finder.isAtBoundary():
            ends.add(index)
    return ends


def ends_by_us(text):
    ends, at = set(), 0
    for atom in atoms(text):
        at += len(atom)
        ends.add(at)
    return ends


@pytest.mark.parametrize("name", SAMPLES)
def test_lines_end_where_unicode_says(name):
    ours, theirs = ends_by_us(SAMPLES[name]), ends_by_qt(SAMPLES[name])
    assert ours <= theirs
    if name not in ("Korean", "Thai", "Burmese", "Lao", "Khmer"):  # at spaces only: see breaks
        assert ours == theirs


@pytest.mark.parametrize(
    "text",
    [
        *("Pan, café y té: ¡todo fresco!", "«Qué rico» (dijo) “sí”", "L'épicerie, à côté ; fin !"),
        *("北京（Beijing）烤鸭50元，外带。", "東京ラーメン、替え玉100円！", "a…b", "50 % de 20 €"),
        *("чай — 10 ₽", "चाय। कॉफ़ी॥", "ሻይ፡ቡና፡፡", "قهوة، شاي؛ خبز؟", "x = 1 + 2"),
    ],
)
def test_sentences_break_as_unicode_says(text):
    assert ends_by_us(text) <= ends_by_qt(text)
    spaces = {m.end() for m in re.finditer(" +", text)} & ends_by_qt(text)
    assert spaces <= ends_by_us(text)


def test_hours_too_wide_for_a_column_break_after_the_dash():
    narrow = Style("cond", "regular", 12)
    lines = wrap("vie–sáb 5\u00a0pm–medianoche", narrow, 70)
    assert lines == ["vie–sáb", "5\u00a0pm–", "medianoche"]
