"""Which language a text in another script is most likely in, for readers that speak."""

from directory_app.guides.typesetting.fonts import Face

#: Family of the font that shows a script -> the language that most often is written in it.
_OF_FAMILY = {
    "NotoSansArabic": "ar",
    "NotoSansHebrew": "he",
    "NotoSansDevanagari": "hi",
    "NotoSansBengali": "bn",
    "NotoSansGurmukhi": "pa",
    "NotoSansGujarati": "gu",
    "NotoSansOriya": "or",
    "NotoSansTamil": "ta",
    "NotoSansTelugu": "te",
    "NotoSansKannada": "kn",
    "NotoSansMalayalam": "ml",
    "NotoSansSinhala": "si",
    "NotoSansThai": "th",
    "NotoSansLao": "lo",
    "NotoSansKhmer": "km",
    "NotoSansMyanmar": "my",
    "NotoSerifTibetan": "bo",
    "NotoSansEthiopic": "am",
    "NotoSansGeorgian": "ka",
    "NotoSansArmenian": "hy",
    "NotoSansCherokee": "chr",
    "NotoSansCanadianAboriginal": "iu",
    "NotoSansThaana": "dv",
    "NotoSansSyriac": "syr",
    "NotoSansNKo": "nqo",
    "NotoSansAdlam": "ff-Adlm",
    "NotoSansTifinagh": "zgh",
    "NotoSansMongolian": "mn-Mong",
    "NotoSansOlChiki": "sat",
    "NotoSansHanifiRohingya": "rhg",
    "NotoSansJavanese": "jv-Java",
    "NotoSansSC": "zh",
    "NotoSansJP": "ja",
    "NotoSansKR": "ko",
}
_PERSIAN = frozenset("پچژگکی")
_UKRAINIAN = frozenset("іїєґІЇЄҐ")


def spoken(text: str, face: Face) -> str:
    """The BCP 47 tag of a text that one face shows; empty where it is the page's own."""
    known = _OF_FAMILY.get(face.stem.split("-", maxsplit=1)[0], "")
    if known == "ar" and _PERSIAN & set(text):
        return "fa"
    if known:
        return known if any(letter.isalpha() for letter in text) else ""
    if any("\u0400" <= letter <= "\u052f" for letter in text):
        return "uk" if _UKRAINIAN & set(text) else "ru"
    return "el" if any("\u0370" <= letter <= "\u03ff" for letter in text) else ""
