"""The sealed file of a packet: nothing is read in it, and nothing of it can be changed."""

import struct
import zlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.errors import UserError
from directory_app.store import packet_file
from directory_app.store.keys import dump, passphrase_slot
from directory_app.store.packet_file import MOST_PLAIN, load, new_passphrase, seal, unseal

from .conftest import CHEAP

WORDS = "acequia piñón adobe maíz horno lavanda"
TEXT = b'{"name": "Canario Secreto"}' * 20
HEAD = len(b"PUERTAS-PACKET\n") + 5


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return seal(TEXT, WORDS, CHEAP)


def test_what_is_sealed_is_opened_by_its_words(sealed: bytes) -> None:
    assert unseal(sealed, WORDS) == TEXT
    assert b"Canario" not in sealed


def test_words_count_as_they_are_heard(sealed: bytes) -> None:
    assert unseal(sealed, "  Acequia PINON-adobe maiz, horno  lavanda. ") == TEXT


def test_other_words_are_said_to_be_wrong(sealed: bytes) -> None:
    with pytest.raises(UserError, match="passphrase of the packet is not right"):
        unseal(sealed, "acequia piñón adobe maíz horno lavandera")
    with pytest.raises(UserError, match="needs its passphrase"):
        unseal(sealed, "  ... ")


def test_every_flipped_byte_is_found(sealed: bytes) -> None:
    for place in range(len(sealed)):
        broken = bytearray(sealed)
        broken[place] ^= 1
        with pytest.raises(UserError):
            unseal(bytes(broken), WORDS)


def test_every_cut_is_found(sealed: bytes) -> None:
    for end in range(len(sealed)):
        with pytest.raises(UserError):
            unseal(sealed[:end], WORDS)
    with pytest.raises(UserError):
        unseal(sealed + b"\0", WORDS)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_no_stranger_file_is_more_than_a_sentence(data: bytes) -> None:
    for document in (data, b"PUERTAS-PACKET\n" + data, b"PUERTAS-PACKET\n\x01" + data):
        with pytest.raises(UserError):
            unseal(document, WORDS)


def test_a_newer_version_is_said(sealed: bytes) -> None:
    newer = bytearray(sealed)
    newer[len(b"PUERTAS-PACKET\n")] = 2
    with pytest.raises(UserError, match="newer Puertas"):
        unseal(bytes(newer), WORDS)


@pytest.mark.parametrize(
    ("memory", "passes", "lanes"), [(2**31, 1, 1), (64, 10**9, 1), (64, 1, 10**6), (0, 1, 1)]
)
def test_a_guess_may_not_cost_what_a_stranger_likes(memory: int, passes: int, lanes: int) -> None:
    slot = passphrase_slot(b"k" * 32, "x", CHEAP)
    slot["kdf"] |= {"memory_kib": memory, "passes": passes, "lanes": lanes}
    written = dump(slot)
    head = struct.pack(">15sBI", b"PUERTAS-PACKET\n", 1, len(written)) + written
    with pytest.raises(UserError, match="damaged"):
        unseal(head + b"\0" * 100, WORDS)


def test_a_huge_length_takes_no_memory(sealed: bytes) -> None:
    huge = sealed[: HEAD - 4] + b"\xff\xff\xff\xff" + sealed[HEAD:]
    with pytest.raises(UserError, match="damaged"):
        unseal(huge, WORDS)


def test_what_unfolds_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packet_file, "MOST_PLAIN", 1_000)
    bomb = _sealed_as_is(zlib.compress(b"0" * 1_000_000))
    with pytest.raises(UserError, match="damaged"):
        unseal(bomb, WORDS)
    with pytest.raises(UserError, match="too much"):
        seal(b"0" * 2_000, WORDS, CHEAP)


def _sealed_as_is(data: bytes) -> bytes:
    key, nonce = b"k" * 32, b"n" * 12
    slot = dump(passphrase_slot(key, "acequia pinon adobe maiz horno lavanda", CHEAP))
    head = struct.pack(">15sBI", b"PUERTAS-PACKET\n", 1, len(slot)) + slot + nonce
    return head + ChaCha20Poly1305(key).encrypt(nonce, data, head)


def test_what_is_not_compressed_is_damaged() -> None:
    with pytest.raises(UserError, match="damaged"):
        unseal(_sealed_as_is(b"no zlib"), WORDS)
    assert unseal(_sealed_as_is(zlib.compress(b"[]")), WORDS) == b"[]"


def test_two_packets_of_the_same_are_not_alike() -> None:
    one, other = seal(TEXT, WORDS, CHEAP), seal(TEXT, WORDS, CHEAP)
    assert one[-64:] != other[-64:]


def test_other_files_are_said_to_be_none(tmp_path: Path) -> None:
    list_ = tmp_path / "list.csv"
    list_.write_text("name\nEl Nopal\n")
    with pytest.raises(UserError, match="no packet of Puertas"):
        load(list_)
    with pytest.raises(UserError, match="could not be read"):
        load(tmp_path / "none.puertas-packet")
    with pytest.raises(UserError, match="could not be read"):
        load(tmp_path)


def test_a_file_that_is_too_large_is_not_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sealed: bytes
) -> None:
    monkeypatch.setattr(packet_file, "MOST_BYTES", len(sealed))
    path = tmp_path / "a.puertas-packet"
    path.write_bytes(sealed)
    assert load(path) == sealed
    path.write_bytes(sealed + b"\0")
    with pytest.raises(UserError, match="too large"):
        load(path)


def test_the_words_are_of_the_list_and_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_PLAIN > packet_file.MOST_BYTES
    seen: list[list[str]] = []
    monkeypatch.setattr(
        packet_file.secrets, "choice", lambda words: (seen.append(words), words[0])[1]
    )
    for language in ("en", "es"):
        new_passphrase(language)
        assert len(seen[-1]) > 1_900
        assert not {"border", "police", "muerte", "miedo"} & set(seen[-1])
