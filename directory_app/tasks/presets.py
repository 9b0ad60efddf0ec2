"""What was chosen for an event's guide or a print run, kept in the directory: text in its settings.

So the window goes on where a person left off, and any run can be printed again, whether the window
or a verb made it.
"""

import json
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from directory_app.guides import GuideOptions, layout_kinds
from directory_app.model.recall import MADE_WITH

if TYPE_CHECKING:
    from directory_app.store.store import Store

_OF_EVENT = "guide_preset:"
_COPIES = 60


@dataclass(frozen=True, slots=True)
class Preset:
    """Options, the view of the directory that private paper is about, and how many copies.

    Of private paper one copy is enough, so its number is one of its own.
    """

    options: GuideOptions = GuideOptions()  # noqa: RUF009 - frozen
    people: str = "to_ask"
    copies: int = _COPIES
    private_copies: int = 1


@dataclass(frozen=True, slots=True)
class Passed:
    """Who printed over what should have been mended first, and the codes of these findings."""

    by: str
    codes: tuple[str, ...]


def of_event(store: "Store", event_id: str) -> Preset:
    """What was chosen for an event last; the usual where nothing was yet.

    Pages one by one are a run's own, or a view of the window's: an event's guide is folded.
    """
    kept = read(store.settings.get(_OF_EVENT + event_id))
    return replace(kept, options=replace(kept.options, imposed=True))


def keep_for_event(store: "Store", event_id: str, preset: Preset) -> None:
    """Remember what is chosen for an event. No step of undo."""
    store.settings.set(_OF_EVENT + event_id, write(preset))


def of_run(store: "Store", number: int) -> Preset | None:
    """What a print run was made with; None for one that was brought in from elsewhere."""
    kept = store.settings.get(f"{MADE_WITH}{number}")
    return read(kept) if kept else None


def passed_of_run(store: "Store", number: int) -> Passed | None:
    """Who printed a run over what should have been mended; None where nothing stopped it."""
    kept = _loaded(store.settings.get(f"{MADE_WITH}{number}")).get("passed")
    if not isinstance(kept, dict) or not isinstance(kept.get("codes"), list):
        return None
    return Passed(str(kept.get("by", "")), tuple(map(str, kept["codes"])))


def write(preset: Preset, passed: Passed | None = None) -> str:
    """A preset as text, and who passed what in its run. What belongs to the moment stays out."""
    options = {
        field.name: getattr(preset.options, field.name)
        for field in fields(GuideOptions)
        if field.name not in _OF_THE_MOMENT
    }
    options["languages"] = list(preset.options.languages)
    options["without"] = sorted(preset.options.without)
    kept = {
        "options": options,
        "people": preset.people,
        "copies": preset.copies,
        "private_copies": preset.private_copies,
        **({"passed": {"by": passed.by, "codes": list(passed.codes)}} if passed else {}),
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


#: A directory's setting, and what each call says by itself.
_OF_THE_MOMENT = ("say_immigrant", "copies")


def read(text: str) -> Preset:
    """A preset from text. What a newer or older program wrote and this one lacks is passed over."""
    kept = _loaded(text)
    preset = Preset(
        people=str(kept.get("people") or "to_ask"),
        copies=_copies(kept.get("copies"), _COPIES),
        private_copies=_copies(kept.get("private_copies"), 1),
    )
    found = kept.get("options")
    options = GuideOptions()
    for name, value in found.items() if isinstance(found, dict) else ():
        options = _with(options, name, value)
    papers = next(kind.papers for kind in layout_kinds() if kind.name == options.layout)
    if options.paper not in papers:
        options = replace(options, paper="")
    return replace(preset, options=options)


def _loaded(text: str) -> dict[str, Any]:
    try:
        kept = json.loads(text) if text else {}
    except json.JSONDecodeError:
        return {}
    return kept if isinstance(kept, dict) else {}


def _copies(value: Any, usual: int) -> int:
    return value if isinstance(value, int) and 1 <= value <= 9999 else usual


def _with(options: GuideOptions, name: str, value: Any) -> GuideOptions:
    """One option taken over, if it is one and its value can be printed."""
    known = {field.name for field in fields(GuideOptions)} - set(_OF_THE_MOMENT)
    if name not in known or not isinstance(value, _TYPES.get(name, type(getattr(options, name)))):
        return options
    if name == "layout" and value not in {kind.name for kind in layout_kinds()}:
        return options
    try:
        if name in _TYPES:
            value = tuple(value) if name == "languages" else frozenset(value)
        return replace(options, **{name: value})
    except (ValueError, TypeError):  # a field or a language that is not there any more
        return options


_TYPES: dict[str, type] = {"languages": list, "without": list}
