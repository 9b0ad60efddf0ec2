"""The file of a packet: sealed with a passphrase of its own, told by telephone.

``PUERTAS-PACKET`` and a line break; one byte, the version of the file; four bytes, the length of
what follows: a key slot as in keys.json (keys.py: Argon2id, ChaCha20-Poly1305); twelve bytes
nonce; then the JSON of the packet, compressed and sealed with the random key of the slot. All
before the seal is bound to it, so that not a byte can be changed or swapped.
"""

import json
import secrets
import struct
import zlib
from pathlib import Path
from typing import Any

from directory_app.errors import UserError
from directory_app.model.text import fold
from directory_app.paths import resource
from directory_app.store.keys import FULL_COST, KEY_BYTES, Cost, dump, open_slot, passphrase_slot

ENDING = ".puertas-packet"
VERSION = 1
_MAGIC = b"PUERTAS-PACKET\n"
_HEAD = struct.Struct(f">{len(_MAGIC)}sBI")
_NONCE = 12
#: What is opened at most: the file, its key slot, and what it unfolds to.
MOST_BYTES = 64 * 1024 * 1024
MOST_PLAIN = 192 * 1024 * 1024
_MOST_SLOT = 4096
#: What a guess at the passphrase may cost here: a stranger's file shall not fill the memory.
_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 512 * 1024, 8, 16
#: Six words of nearly 2,000: 65 bits, and each guess takes a second and 256 MiB.
WORDS = 6
#: Words that do not belong into a talk about this list.
_UNFIT = """
abuse accuse alien anger army arrest atom attack battle betray blame blood bomb border bullet
burden chaos citizen crime cruel danger defense defy deny deputy detect disease divorce document
enemy evidence evil exile expose fatal fault guard guilt gun hunt hurt identify illegal injury
inmate innocent judge law lawsuit legal liar license mad nasty nuclear orphan panic patrol
penalty pistol police poverty prison rebel refuse rifle riot scare sentence shock shoot spy
strike struggle suffer suspect tragic trap trial trouble ugly unfair visa warfare weapon witness
abuso acusar asalto ataque azote batalla bomba burla cadáver caos ceniza crimen culpa cárcel
delito derrota diablo dolor droga duelo enemigo engaño espía fuga fusil golpe grave guardia
guerra herir huida huir ira juez juicio ladrón llorar lucha maldad matar miedo morir muerte
multa muro odio papel pecado peligro pena pobre policía preso prisión pánico queja rabia rapto
rehén ruina sangre sombra temor terror testigo trauma tropa tumba veneno víctima
"""


def new_passphrase(language: str = "en") -> str:
    """Six random words that are easily told by telephone, in ``en`` or ``es``."""
    name = "es" if language == "es" else "en"
    listed = resource("words", f"{name}.txt").read_text("utf-8").split()
    words = [word for word in listed if word not in _UNFIT.split()]
    return " ".join(secrets.choice(words) for _ in range(WORDS))


def seal(data: bytes, passphrase: str, cost: Cost = FULL_COST) -> bytes:
    """The bytes of a packet file. UserError for an empty passphrase or too much data."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    key, nonce = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(_NONCE)
    slot = dump(passphrase_slot(key, _told(passphrase), cost))
    head = _HEAD.pack(_MAGIC, VERSION, len(slot)) + slot + nonce
    if len(data) <= MOST_PLAIN:
        sealed = ChaCha20Poly1305(key).encrypt(nonce, zlib.compress(data, 9), head)
        if len(head) + len(sealed) <= MOST_BYTES:
            return head + sealed
    raise UserError("This is too much for one packet.", "Choose a part of the businesses.")


def unseal(document: bytes, passphrase: str) -> bytes:
    """What is sealed in a packet file. UserError: no packet, newer, damaged, wrong passphrase."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    slot, rest = _parts(document)
    if not _told(passphrase):
        raise UserError("The packet needs its passphrase.", "Whoever made it can tell you.")
    try:
        key = open_slot(slot, _told(passphrase))
    except UserError as error:
        raise _damaged() from error
    if key is None:
        raise UserError(
            "The passphrase of the packet is not right, or the file is damaged.",
            "Let whoever made it tell you the words again, one by one.",
        )
    head = len(document) - len(rest) + _NONCE
    try:
        opened = ChaCha20Poly1305(key).decrypt(rest[:_NONCE], rest[_NONCE:], document[:head])
    except (InvalidTag, ValueError) as error:
        raise _damaged() from error
    return _unfolded(opened)


def load(path: Path) -> bytes:
    """The bytes of a packet file, no more than it may have. UserError where it cannot be read."""
    try:
        with path.open("rb") as file:
            document = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserError(
            f"“{path.name}” could not be read: {error.strerror or 'the disk refused it'}.",
            "Check where it is, and try again.",
        ) from error
    if len(document) > MOST_BYTES:
        raise UserError(f"“{path.name}” is too large for a packet.", "Choose another file.")
    _parts(document)
    return document


def _told(passphrase: str) -> str:
    """As it counts: capitals, accents and dashes are not heard on the telephone."""
    return fold(passphrase)


def _parts(document: bytes) -> tuple[dict[str, Any], bytes]:
    """The key slot, and nonce and seal after it."""
    if not document.startswith(_MAGIC):
        raise UserError("This file is no packet of Puertas.", f"One ends in {ENDING}.")
    if len(document) < _HEAD.size:
        raise _damaged()
    _magic, version, length = _HEAD.unpack_from(document)
    if version > VERSION:
        raise UserError(
            "This packet was made by a newer Puertas.", "Bring this one up to date, then open it."
        )
    end = _HEAD.size + length
    if version < 1 or length > _MOST_SLOT or len(document) < end + _NONCE:
        raise _damaged()
    try:
        slot = json.loads(document[_HEAD.size : end])
        kdf = slot["kdf"]
        cheap = (
            0 < int(kdf["memory_kib"]) <= _MOST_MEMORY_KIB
            and 0 < int(kdf["passes"]) <= _MOST_PASSES
            and 0 < int(kdf["lanes"]) <= _MOST_LANES
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise _damaged() from error
    if not cheap or kdf.get("name") != "argon2id":
        raise _damaged()
    return slot, document[end:]


def _unfolded(data: bytes) -> bytes:
    """Uncompressed, and no more of it than there may be."""
    unfolding = zlib.decompressobj()
    try:
        plain = unfolding.decompress(data, MOST_PLAIN)
    except zlib.error as error:
        raise _damaged() from error
    if not unfolding.eof or unfolding.unconsumed_tail or unfolding.unused_data:
        raise _damaged()
    return plain


def _damaged() -> UserError:
    return UserError(
        "This packet is damaged: part of it is missing or was changed.", "Ask for it once more."
    )
