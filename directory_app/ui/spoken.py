"""What the program below the window says, in the window's language.

Below ``ui`` a UserError speaks English. Its sentence is looked up here among the templates of
errors_es.json, compiled from the context UserError of puertas_es.ts, where {0}, {1}, ... stand
for what was put in; what is not there is shown as it is.
"""

import json
import re
from functools import cache

from directory_app.errors import UserError
from directory_app.paths import resource
from directory_app.ui import language

_PLACE = re.compile(r"\{(\d)\}")


def message(error: UserError) -> str:
    """What is wrong."""
    return sentence(error.message)


def hint(error: UserError) -> str:
    """What to do."""
    return sentence(error.hint)


def whole(error: BaseException) -> str:
    """Both, for a line below a field."""
    if isinstance(error, UserError):
        return f"{message(error)} {hint(error)}".strip()
    return str(error)


def sentence(text: str) -> str:
    """A sentence of a UserError in the window's language; what was put in stays as it is."""
    return _spanish(text) if text and language.current() == "es" else text


def template(text: str) -> str:
    """The sentence as it stands in the program, without what was put in; "" for any other."""
    if text.replace("{", "{{").replace("}", "}}") in _catalogue():
        return text
    for pattern, _spanish_words, english in _patterns():
        if pattern.fullmatch(text) is not None:
            return english
    return ""


def _spanish(text: str) -> str:
    known = _catalogue().get(text.replace("{", "{{").replace("}", "}}"))
    if known is not None:
        return known.replace("{{", "{").replace("}}", "}")
    for pattern, spanish, _english in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            values = [_spanish(value) for value in found.groups()]  # may be sentences themselves
            return _filled(spanish, values)
    return text


def _filled(template: str, values: list[str]) -> str:
    return _PLACE.sub(lambda place: values[int(place[1])], template)


@cache
def _catalogue() -> dict[str, str]:
    compiled = resource("translations", "errors_es.json")  # by ./dev; without it all is English
    loaded: dict[str, str] = json.loads(compiled.read_text("utf-8")) if compiled.exists() else {}
    return loaded


@cache
def _patterns() -> list[tuple[re.Pattern[str], str, str]]:
    """The templates with places in them, in Spanish and English; first those with most words."""
    open_ones = [english for english in _catalogue() if _PLACE.search(english)]
    open_ones.sort(key=lambda english: -len(_PLACE.sub("", english)))
    return [(_pattern(english), _catalogue()[english], english) for english in open_ones]


def _pattern(english: str) -> re.Pattern[str]:
    parts = _PLACE.split(english.replace("{{", "{").replace("}}", "}"))
    # every other part is the number of a place
    text = "".join(re.escape(part) if at % 2 == 0 else "(.+)" for at, part in enumerate(parts))
    return re.compile(text, re.DOTALL)
