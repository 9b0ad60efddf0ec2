"""The print fonts: which file has a character, opened only when a text needs it."""

import unicodedata
from functools import cache, cached_property
from pathlib import Path

import uharfbuzz as hb

from directory_app.paths import resource

#: (family, weight) -> file of the Latin skeleton. Widths are Noto's: semi 87.5, cond 75.
PRIMARY = {
    ("sans", "regular"): "NotoSans-Regular",
    ("sans", "semibold"): "NotoSans-SemiBold",
    ("sans", "bold"): "NotoSans-Bold",
    ("semi", "regular"): "NotoSans-SemiCondensed",
    ("semi", "semibold"): "NotoSans-SemiCondensedSemiBold",
    ("semi", "bold"): "NotoSans-SemiCondensedBold",
    ("semi", "black"): "NotoSans-SemiCondensedBlack",
    ("cond", "regular"): "NotoSans-Condensed",
    ("cond", "semibold"): "NotoSans-CondensedSemiBold",
    ("cond", "bold"): "NotoSans-CondensedBold",
    ("cond", "black"): "NotoSans-CondensedBlack",
    ("serif", "bold"): "NotoSerif-Bold",
    ("serif-semi", "bold"): "NotoSerif-SemiCondensedBold",
    ("serif-cond", "bold"): "NotoSerif-CondensedBold",
}
#: First word of a character's Unicode name -> family with that script.
_BY_SCRIPT = {
    "ARABIC": "NotoSansArabic",
    "HEBREW": "NotoSansHebrew",
    "DEVANAGARI": "NotoSansDevanagari",
    "BENGALI": "NotoSansBengali",
    "GURMUKHI": "NotoSansGurmukhi",
    "GUJARATI": "NotoSansGujarati",
    "ORIYA": "NotoSansOriya",
    "TAMIL": "NotoSansTamil",
    "TELUGU": "NotoSansTelugu",
    "KANNADA": "NotoSansKannada",
    "MALAYALAM": "NotoSansMalayalam",
    "SINHALA": "NotoSansSinhala",
    "THAI": "NotoSansThai",
    "LAO": "NotoSansLao",
    "KHMER": "NotoSansKhmer",
    "MYANMAR": "NotoSansMyanmar",
    "TIBETAN": "NotoSerifTibetan",
    "ETHIOPIC": "NotoSansEthiopic",
    "GEORGIAN": "NotoSansGeorgian",
    "ARMENIAN": "NotoSansArmenian",
    "CHEROKEE": "NotoSansCherokee",
    "CANADIAN": "NotoSansCanadianAboriginal",
    "THAANA": "NotoSansThaana",
    "SYRIAC": "NotoSansSyriac",
    "NKO": "NotoSansNKo",
    "ADLAM": "NotoSansAdlam",
    "TIFINAGH": "NotoSansTifinagh",
    "MONGOLIAN": "NotoSansMongolian",
    "OL": "NotoSansOlChiki",
    "HANIFI": "NotoSansHanifiRohingya",
    "JAVANESE": "NotoSansJavanese",
    "CJK": "NotoSansSC",
    "HIRAGANA": "NotoSansJP",
    "KATAKANA": "NotoSansJP",
    "HANGUL": "NotoSansKR",
}
#: Tried after the script's own, in this order.
_GENERAL = (
    "NotoSansSymbols",
    "NotoSansSymbols2",
    "NotoEmoji",
    "NotoSansMath",
    "NotoSansSC",
    "NotoSansJP",
    "NotoSansKR",
)
_HEAVY = frozenset({"semibold", "bold", "black"})
#: So that names in different scripts look the same size beside Latin (print tokens).
_SCALE = {
    "NotoSansArabic": 1.12,
    "NotoSansHebrew": 1.08,
    "NotoSansDevanagari": 1.10,
    "NotoSansBengali": 1.10,
    "NotoSansGurmukhi": 1.08,
    "NotoSansGujarati": 1.08,
    "NotoSansEthiopic": 1.05,
    "NotoSansThai": 1.05,
    "NotoSansLao": 1.05,
    "NotoSansSC": 1.02,
    "NotoSansJP": 1.02,
    "NotoSansKR": 1.02,
}


class Face:
    """One font file. ``stem`` is its file name without ``.ttf``; ``scale`` its optical size."""

    def __init__(self, stem: str) -> None:
        self.stem = stem
        self.path: Path = resource("fonts", f"{stem}.ttf")
        self.scale = _SCALE.get(stem.split("-", maxsplit=1)[0], 1.0)

    def __repr__(self) -> str:
        return f"Face({self.stem!r})"

    @cached_property
    def hb_face(self) -> hb.Face:
        """The open file."""
        return hb.Face(hb.Blob.from_file_path(str(self.path)))

    @cached_property
    def hb_font(self) -> hb.Font:
        """The font at 1,000 units an em, whatever the file's own."""
        font = hb.Font(self.hb_face)
        font.scale = (1000, 1000)
        return font

    @cached_property
    def coverage(self) -> frozenset[int]:
        """Every code point that the file maps to a glyph."""
        return frozenset(self.hb_face.unicodes)

    def covers(self, text: str) -> bool:
        """Whether each character has a glyph, or all of them once composed."""
        have = self.coverage
        if all(ord(letter) in have for letter in text):
            return True
        composed = unicodedata.normalize("NFC", text)
        return composed != text and all(ord(letter) in have for letter in composed)


@cache
def face(stem: str) -> Face:
    """The one Face of a file."""
    return Face(stem)


class _Unpainted(Face):
    """The same file embedded once more."""

    def __init__(self, face: Face) -> None:
        super().__init__(face.stem)
        self.stem = f"{face.stem}-Unpainted"


@cache
def unpainted(face: Face) -> Face:
    """A face as it is embedded for glyphs that are there for readers alone."""
    return _Unpainted(face)


@cache
def primary(family: str, weight: str) -> Face:
    """The Latin face of a family ("sans", "semi", "cond", "serif", ...) and a weight."""
    return face(PRIMARY[family, weight])


@cache
def _of_weight(family: str, heavy: bool) -> Face:
    """The file nearest in weight; some scripts have only one."""
    wanted = ("Bold", "Regular") if heavy else ("Regular", "Bold")
    for weight in wanted:
        candidate = face(f"{family}-{weight}")
        if candidate.path.exists():
            return candidate
    raise FileNotFoundError(f"no file for {family} in {resource('fonts')}")


@cache
def fallback(cluster: str, family: str, weight: str, kin: str = "") -> Face | None:
    """The first face with every character of a cluster, or None: no font has it.

    ``kin`` names a family that the text as a whole asks for, as Japanese does for Han.
    """
    heavy = weight in _HEAVY
    first = primary(family, weight)
    if first.covers(cluster):
        return first
    script = unicodedata.name(cluster[0], "").split(" ")[0].split("-")[0]
    names = dict.fromkeys(
        [*([kin] if kin else []), *([_BY_SCRIPT[script]] if script in _BY_SCRIPT else [])]
    )
    for name in [*names, *_GENERAL, *_BY_SCRIPT.values()]:
        candidate = _of_weight(name, heavy)
        if candidate.covers(cluster):
            return candidate
    return None
