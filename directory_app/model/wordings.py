"""The words that are read aloud before an owner answers: a versioned text file a language.

A coalition can replace them. Every section has to stay, for each says something that an owner
must hear; what it says nobody but a person can check.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from directory_app.errors import UserError
from directory_app.model.terms import Channel

#: Read before the questions: what the list is, who may see it, paper, what is kept, and that
#: yes and no can be mixed.
BEFORE = ("list", "anyone", "paper", "kept", "choices")
#: Read after the questions: how long a yes lasts, and how to withdraw.
AFTER = ("withdraw",)
SECTIONS = (*BEFORE, *(channel.value for channel in Channel), *AFTER)
#: Longer than this nobody reads aloud.
LONGEST = 64 * 1024
_FRONT = re.compile(r"\A\ufeff?---[^\S\n]*\n(?P<front>.*?)\n---[^\S\n]*(?:\n|\Z)", re.S)
_SECTION = re.compile(r"^##[ \t]+(?P<key>\S(?:.*\S)?)[^\S\n]*$", re.M)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Wording:
    """One version of the words in one language. ``parts`` maps SECTIONS to plain text."""

    language: str
    version: int
    date: dt.date
    parts: Mapping[str, str]
    text: str

    @property
    def stamp(self) -> str:
        """What Consent.wording_version keeps: "es-1-3f9a2c1b".

        The last eight letters are of the words' own hash, so that words that were changed
        without a new version are told apart.
        """
        words = "\n".join(f"{key}\n{self.parts[key]}" for key in SECTIONS)
        return f"{self.language}-{self.version}-{sha256(words.encode()).hexdigest()[:8]}"

    @property
    def before(self) -> tuple[str, ...]:
        """The paragraphs that are read before the questions."""
        return tuple(self.parts[key] for key in BEFORE)

    @property
    def after(self) -> tuple[str, ...]:
        """The paragraphs that are read after them."""
        return tuple(self.parts[key] for key in AFTER)

    def question(self, channel: str) -> str:
        """The question for one channel."""
        return self.parts[channel]


def parse(text: str) -> Wording:
    """Read a file of words. UserError says what is missing in it."""
    if len(text) > LONGEST:
        raise UserError("These words are too long to be read aloud.", "Shorten them.")
    front = _FRONT.match(text)
    if front is None:
        raise UserError(
            "This file does not say its language and version.",
            "Begin it with three dashes, language, version and date, as the shipped file does.",
        )
    facts = _facts(front["front"])
    parts = _parts(text[front.end() :])
    missing = [key for key in SECTIONS if not parts.get(key)]
    if missing:
        raise UserError(
            f"These words lack: {', '.join(missing)}.",
            "Owners have to hear all of it; put a section “## " + missing[0] + "” in.",
        )
    return Wording(*_checked(facts), {key: parts[key] for key in SECTIONS}, text)


def _facts(front: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in front.splitlines())
    return {key.strip(): value.strip() for key, _, value in pairs if key.strip()}


def _parts(body: str) -> dict[str, str]:
    """Section by key, each a paragraph on one line; what stands before the first is not read."""
    pieces = _SECTION.split(body)
    keys, texts = pieces[1::2], pieces[2::2]
    return {key: " ".join(text.split()) for key, text in zip(keys, texts, strict=True)}


def _checked(facts: dict[str, str]) -> tuple[str, int, dt.date]:
    language = facts.get("language", "")
    if not _LANGUAGE.fullmatch(language):
        raise UserError("These words do not say their language.", "Write language: es, say.")
    try:
        version = int(facts.get("version", ""))
        day = dt.date.fromisoformat(facts.get("date", ""))
    except ValueError as error:
        raise UserError(
            "These words do not say their version and date.",
            "Write version: 2 and date: 2026-12-01, say.",
        ) from error
    if version < 1:
        raise UserError("The version of these words is no number from 1 on.", "Write version: 2.")
    return language, version, day
