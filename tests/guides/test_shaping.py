import pytest
import uharfbuzz as hb
from hypothesis import example, given
from hypothesis import strategies as st

from directory_app.guides.typesetting.clusters import INVISIBLE, REPLACEMENT, clusters
from directory_app.guides.typesetting.shaping import set_line


@pytest.fixture
def texts(names):
    return [own or name for name, own, _ in names]


def glyphs(piece):
    return [gid for word in piece.words for gid, _ in word.glyphs]


def shaped_by_harfbuzz(text, face, direction):
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = direction
    buffer.language = "en"
    hb.shape(face.hb_font, buffer)
    return [info.codepoint for info in buffer.glyph_infos], sum(
        place.x_advance for place in buffer.glyph_positions
    )


def test_own_script_names_are_shaped_as_harfbuzz_shapes_them(texts):
    for text in texts:
        line = set_line(text, "sans", "bold")
        assert not line.missing, text
        if len(line.pieces) != 1:
            continue
        piece = line.pieces[0]
        rtl = text[0] in "نסماוסש" or "\u0590" < text[0] < "\u0700"
        wanted, advance = shaped_by_harfbuzz(text, piece.face, "rtl" if rtl else "ltr")
        assert glyphs(piece) == wanted, text
        assert abs(piece.width - advance * piece.face.scale) < 0.01 * advance, text


def test_no_glyph_is_the_empty_box(texts):
    for text in texts:
        for piece in set_line(text, "sans", "bold").pieces:
            assert 0 not in glyphs(piece), text


def test_brackets_round_arabic_are_mirrored_by_direction_not_by_text():
    line = set_line("Market (النور)", "sans", "bold")
    latin = [piece for piece in line.pieces if piece.face.stem == "NotoSans-Bold"]
    shown = "".join(text for piece in latin for word in piece.words for _, text in word.glyphs)
    assert shown == "Market ()"


def test_what_no_font_has_is_named_and_a_sign_stands_for_it():
    line = set_line("Café \U00012000.", "sans", "bold")
    assert line.missing == ("\U00012000",)
    assert all(0 not in glyphs(piece) for piece in line.pieces)
    shown = "".join(word.text for piece in line.pieces for word in piece.words)
    assert shown == f"Café {REPLACEMENT}."


def test_a_letter_whose_mark_no_font_has_is_still_there():
    line = set_line("a\U00010a01b", "sans", "bold")
    assert line.missing in ((), ("\U00010a01",))
    assert "a" in "".join(word.text for piece in line.pieces for word in piece.words)


def test_no_letter_is_drawn_with_more_marks_than_any_writing_stacks():
    line = set_line("Z" + "\u0301" * 50 + "a", "sans", "bold")
    assert line.missing == ("\u0301" * 44,)
    drawn = "".join(word.text for piece in line.pieces for word in piece.words)
    assert drawn == "Z" + "\u0301" * 6 + REPLACEMENT + "a"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
@example("\u0654\u06c2")  # a mark before its letter: the run is told with a mark of direction
@example("\u05d0 5\u05b9 (\u05e2) ,x")
def test_each_character_is_shaped_or_reported(text):
    line = set_line(text, "sans", "regular")
    shown = [word.text for piece in line.pieces for word in piece.words]
    told = "".join(shown).replace(REPLACEMENT, "") + "".join(line.missing)
    # what readers are told beside the letters: marks of direction, which nobody sees
    kept = sorted(letter for letter in told if letter not in INVISIBLE)
    spaces = str.maketrans("\t\n\r\x0b\x0c\x85\u2028\u2029", " " * 8)
    text = text.translate(spaces).replace(REPLACEMENT, "")
    wanted = sorted(letter for letter in text if letter not in INVISIBLE)
    assert kept == wanted


@given(st.text(max_size=40))
def test_clusters_join_to_the_text(text):
    assert "".join(clusters(text)) == text
