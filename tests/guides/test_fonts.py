import pytest

from directory_app.guides.typesetting.fonts import PRIMARY, face, fallback, primary
from directory_app.guides.typesetting.shaping import _SIMPLE
from directory_app.paths import resource


def test_every_named_file_ships():
    for stem in PRIMARY.values():
        assert face(stem).path.exists(), stem


def test_what_takes_the_short_way_is_covered_by_every_latin_face():
    plain = [chr(code) for code in range(0x20, 0x2100) if _SIMPLE.fullmatch(chr(code))]
    assert len(plain) > 350
    for family, weight in PRIMARY:
        have = primary(family, weight).coverage
        assert [letter for letter in plain if ord(letter) not in have] == [], (family, weight)


@pytest.mark.parametrize(
    ("letter", "stem"),
    [
        ("ن", "NotoSansArabic-Bold"),
        ("ש", "NotoSansHebrew-Bold"),
        ("क", "NotoSansDevanagari-Bold"),
        ("北", "NotoSansSC-Bold"),
        ("か", "NotoSansJP-Bold"),
        ("밥", "NotoSansKR-Bold"),
        ("ቡ", "NotoSansEthiopic-Bold"),
        ("ལ", "NotoSerifTibetan-Bold"),
        ("Ꮳ", "NotoSansCherokee-Bold"),
        ("🌮", "NotoEmoji-Bold"),
        ("ж", "NotoSans-Bold"),
    ],
)
def test_each_script_has_its_bold_face(letter, stem):
    assert fallback(letter, "sans", "bold").stem == stem


def test_regular_text_gets_the_regular_face():
    assert fallback("क", "semi", "regular").stem == "NotoSansDevanagari-Regular"


def test_a_letter_that_no_font_has_is_none():
    assert fallback("\U00012000", "sans", "bold") is None


def test_every_font_comes_with_its_licence():
    folder = resource("fonts")
    told = (folder / "README.md").read_text("utf-8")
    for name in ("LICENSE-Noto.txt", "LICENSE-NotoCJK.txt", "LICENSE-NotoEmoji.txt"):
        assert "sil open font license" in (folder / name).read_text("utf-8").lower()
        assert name in told


@pytest.mark.parametrize(("letter", "family"), [("北", "SC"), ("ら", "JP"), ("밥", "KR")])
@pytest.mark.parametrize(("weight", "file"), [("regular", "Regular"), ("bold", "Bold")])
def test_han_kana_and_hangul_come_in_two_weights(letter, family, weight, file):
    assert fallback(letter, "semi", weight).stem == f"NotoSans{family}-{file}"
