"""Identifiers: UUIDv7 for rows, four-letter codes for people."""

import datetime as dt
import os
import time
from itertools import pairwise

#: Twenty letters that cannot be mistaken for each other or for digits, and, having no
#: vowels, spell no words.
CODE_LETTERS = "BCDFGHJKMNPQRSTVWXYZ"
CODES_OF_FOUR = 100_000
#: How many letters an id has: the name of a row in the history begins with that of its owner.
ID_LENGTH = 36


def new_id() -> str:
    """A UUIDv7 as text (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return _written(value)


def first_id(moment: dt.datetime) -> str:
    """What every id made at ``moment`` (aware) or later sorts behind, and every earlier one before.

    An id begins with the time when it was made, and goes with its row to other laptops.
    """
    milliseconds = int(moment.timestamp() * 1000)
    return _written(milliseconds << 80)[:13]


def _written(value: int) -> str:
    """128 bits as RFC 9562 writes them; ``uuid`` does the same, for 2 ms of each start."""
    digits = f"{value:032x}"
    ends = (0, 8, 12, 16, 20, 32)
    return "-".join(digits[a:b] for a, b in pairwise(ends))


def new_code(businesses: int) -> str:
    """A random code, never made from the name: 4 letters, 5 beyond 100,000 businesses.

    The store retries on the rare collision.
    """
    length = 4 if businesses < CODES_OF_FOUR else 5
    code = ""
    while len(code) < length:
        # bytes of 240 and more are thrown away, or the first letters would come more often
        code += "".join(CODE_LETTERS[byte % 20] for byte in os.urandom(length) if byte < 240)
    return code[:length]
