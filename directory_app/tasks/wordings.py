"""Which words are read aloud: the directory's own where it has some, else those that we ship.

A coalition's own words live in the directory, so that they are encrypted with it and travel in
its backups. Every version that was ever set stays, so that what an owner heard can be read again.
"""

from pathlib import Path

from directory_app import paths
from directory_app.errors import UserError
from directory_app.model.wordings import LONGEST, Wording, parse
from directory_app.store import Store

SHIPPED = ("en", "es")
#: Settings of the directory: the words of a language, of a version, and which languages.
_OWN, _KEPT, _LANGUAGES = "wording:", "wording_text:", "wording_languages"


def languages(store: Store) -> tuple[str, ...]:
    """The languages that there are words in, those that we ship first."""
    own = store.settings.get(_LANGUAGES).split()
    return tuple(dict.fromkeys((*SHIPPED, *own)))


def wording(store: Store, language: str = "en") -> Wording:
    """The words in a language; in English where there are none in it."""
    own = store.settings.get(f"{_OWN}{language}")
    if own:
        return parse(own)
    return shipped(language if language in SHIPPED else "en")


def shipped(language: str) -> Wording:
    """The words that come with the program, in one of SHIPPED."""
    return parse(paths.resource("consent", f"{language}.md").read_text(encoding="utf-8"))


def set_wording(store: Store, file: Path) -> Wording:
    """Put a coalition's own words in the place of ours. UserError says what is wrong with them.

    Words that differ from the ones in use need a higher version.
    """
    new = parse(_text_of(file))
    now = wording(store, new.language)
    if now.language == new.language and now.stamp != new.stamp and new.version <= now.version:
        raise UserError(
            f"The words in use are version {now.version} already.",
            f"Give the new ones version {now.version + 1}, so that answers say which were read.",
        )
    store.settings.set(f"{_KEPT}{now.stamp}", now.text)
    store.settings.set(f"{_KEPT}{new.stamp}", new.text)
    store.settings.set(f"{_OWN}{new.language}", new.text)
    known = dict.fromkeys((*store.settings.get(_LANGUAGES).split(), new.language))
    store.settings.set(_LANGUAGES, " ".join(known))
    return new


def wording_of(store: Store, stamp: str) -> Wording | None:
    """The words that an answer was given to (Consent.wording_version), if they are still there."""
    kept = store.settings.get(f"{_KEPT}{stamp}")
    if kept:
        return parse(kept)
    known = (wording(store, language) for language in languages(store))
    ours = (shipped(language) for language in SHIPPED)
    return next((one for one in (*known, *ours, *_earlier()) if one.stamp == stamp), None)


def _earlier() -> list[Wording]:
    """The words that came with earlier versions of the program, which owners answered to."""
    folder = paths.resource("consent", "earlier")
    return [parse(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.md"))]


def _text_of(file: Path) -> str:
    try:
        if file.stat().st_size > LONGEST:
            raise UserError("These words are too long to be read aloud.", "Shorten them.")
        return file.read_text(encoding="utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UserError(
            f"“{file.name}” is no plain text.", "Save it as text in UTF-8, and try again."
        ) from error
    except OSError as error:
        raise UserError(f"“{file.name}” cannot be read.", "Check the name.") from error
