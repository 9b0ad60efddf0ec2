import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from directory_app.guides.typesetting.bidi import base_level, levels, visual_runs

MIRROR = str.maketrans("()[]{}", ")(][}{")


def visual(text: str, base: int | None = None) -> str:
    """The text as the eye meets it from the left, brackets mirrored."""
    level_of = levels(text, base_level(text) if base is None else base)
    out = []
    for start, end, level in visual_runs(level_of):
        part = text[start:end]
        out.append(part[::-1].translate(MIRROR) if level % 2 else part)
    return "".join(out)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Café", "Café"),
        ("שלום", "םולש"),
        ("Market (נור)", "Market (רונ)"),
        ("Market (נור) שלום", "Market (רונ) םולש"),
        ("שלום (Market)", "(Market) םולש"),
        ("(שלום) Market", "Market (םולש)"),
        ("נור 24/7", "24/7 רונ"),
    ],
)
def test_order_on_the_line(text, seen):
    assert visual(text) == seen


@pytest.mark.parametrize(
    "phone", ["505-555-0142", "(505) 555-0142", "+1 505-555-0142", "505-555-0142 x2"]
)
@pytest.mark.parametrize("name", ["سوق النور", "שוק האור"])
def test_a_telephone_inside_a_right_to_left_name_stays_whole(name, phone):
    assert phone in visual(f"{name} {phone}")
    assert phone in visual(f"{name} {phone} {name}")


def test_arabic_figures_run_left_to_right_inside_arabic():
    assert "٢٤٧" in visual("سوق ٢٤٧")


@given(st.text(alphabet="abc שלום ن و 12٣٤-.,:/+", max_size=24), st.sampled_from([0, 1]))
def test_agrees_with_the_unicode_algorithm(text, base):
    text = text.strip()
    if sum(letter.isdigit() for letter in text) >= 7:
        return  # telephones are kept whole on purpose
    expected = get_display(text, base_dir="LR"[base])
    assert visual(text, base) == expected


@given(st.text(max_size=30))
def test_every_character_is_drawn_once(text):
    spans = sorted((start, end) for start, end, _ in visual_runs(levels(text, 0)))
    assert "".join(text[start:end] for start, end in spans) == text
