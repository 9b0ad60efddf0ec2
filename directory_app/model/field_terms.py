"""What a field directory is bound to: its end, its number, and the key of its journal."""

import datetime as dt
import json
from dataclasses import dataclass

from directory_app.errors import UserError

#: The setting of a field directory that holds its terms; no other directory has it.
SETTING = "field"
#: At home, one setting for each field directory that was made: this and its number.
OUT = "field:"
#: Numbers of runs below are the laptop's own; those of field directory 13 are 130001 and up.
FIRST = 10_000
#: So many days a field directory lasts at most: a canvass is near, and paper outlives it anyway.
LONGEST_DAYS = 60


@dataclass(frozen=True, slots=True)
class FieldTerms:
    """``number`` is the run under which it was made; ``until`` the last day on which it opens.

    ``key`` (32 bytes in hex) seals the journal of its print runs: the laptop at home has it too.
    """

    number: int
    until: dt.date
    key: str

    def text(self) -> str:
        """As a setting."""
        return json.dumps({"number": self.number, "until": str(self.until), "key": self.key})

    @property
    def first_run(self) -> int:
        """The number of the first guide that is printed from it."""
        return self.number * FIRST + 1


def read_terms(text: str) -> FieldTerms:
    """The terms from a setting. UserError where they are not whole."""
    try:
        read = json.loads(text)
        key = str(read["key"])
        if len(bytes.fromhex(key)) != 32:
            raise ValueError
        return FieldTerms(int(read["number"]), dt.date.fromisoformat(read["until"]), key)
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            "What this field directory is bound to cannot be read.", "Ask for a new one at home."
        ) from error
