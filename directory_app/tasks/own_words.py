"""Words that say nothing of a business: those of our own pages, and of everyday speech.

Asked only where a forbidden name was found, so that "Open" or "La Esquina" stop no guide.
"""

import sys
from functools import cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

from directory_app.model import fields
from directory_app.model.text import fold
from directory_app.paths import resource

#: The rooms whose words stand in what leaves.
_ROOMS = (
    *("directory_app.guides", "directory_app.exporting", "directory_app.formats"),
    "directory_app.model.categor",
    *("directory_app.model.cuisines", "directory_app.model.language", "directory_app.model.hours"),
)
_DEEPEST = 6


@cache
def everyday() -> frozenset[str]:
    """4,096 words of everyday speech, English and Spanish, folded."""
    texts = (resource("words", f"{language}.txt").read_text("utf-8") for language in ("en", "es"))
    return frozenset(fold(word) for text in texts for word in text.split())


@cache
def own_words() -> str:
    """Every text that our layouts and formats have in them, folded, a stroke apart."""
    found: set[str] = set()
    for name, module in list(sys.modules.items()):
        if name.startswith(_ROOMS) and module is not None:
            _gather({**vars(module), "__doc__": ""}, found, 0)
    # of the fields what is printed of them, not what lists call them
    for field in fields.BUSINESS:
        found.update(field.label, *field.choices.values())
    lines = " | ".join(sorted(filter(None, map(fold, found))))
    return f" {lines} "


def _gather(value: Any, found: set[str], depth: int) -> None:
    if isinstance(value, str):
        found.add(value)
    elif depth > _DEEPEST or isinstance(value, ModuleType):
        return
    elif isinstance(value, dict):
        for each in (*value.keys(), *value.values()):
            _gather(each, found, depth + 1)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            _gather(each, found, depth + 1)
    elif isinstance(value, FunctionType) and value.__module__.startswith(_ROOMS):
        _constants(value.__code__, value.__doc__, found)
    elif isinstance(value, type) and value.__module__.startswith(_ROOMS):
        _gather(
            {key: one for key, one in vars(value).items() if key != "__doc__"}, found, depth + 1
        )
    elif type(value).__module__.startswith(_ROOMS):
        slots = getattr(type(value), "__slots__", ())
        _gather([getattr(value, name, "") for name in slots], found, depth + 1)


def _constants(code: CodeType, doc: str | None, found: set[str]) -> None:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            _constants(constant, None, found)
        elif constant != doc:
            _gather(constant, found, 1)
