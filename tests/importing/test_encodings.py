import pytest

from directory_app.formats.encodings import decode

TEXT = "Nombre;Teléfono\nPanadería Niño;505\nBánh Mì — Sông Hương;النور\n北方饺子馆;ቡና\n"
SPANISH = "Nombre;Teléfono\nCarnicería El Güero;505 555 0144\n¿Permiso?;español – sí\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_its_mark(codec: str) -> None:
    found = decode(TEXT.encode(codec))
    assert found.text == TEXT
    assert found.notes == []


@pytest.mark.parametrize(
    ("mark", "codec"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
)
def test_utf16_with_a_mark(mark: bytes, codec: str) -> None:
    assert decode(mark + TEXT.encode(codec)).text == TEXT


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman", "cp850"])
def test_old_spanish_encodings_are_told_apart(codec: str) -> None:
    text = SPANISH.replace("–", "-")
    assert decode(text.encode(codec)).text == text


def test_cp1252_keeps_its_dashes_and_quotes() -> None:
    found = decode("Paletería – “La Michoacana” español".encode("cp1252"))
    assert (found.text, found.encoding) == ("Paletería – “La Michoacana” español", "cp1252")


def test_utf8_with_one_pasted_byte_is_never_read_as_cp1252() -> None:
    data = b"%s\n%s\n" % ("Panadería Niño Güero, Peña".encode(), "Muebles Niño".encode("cp1252"))
    found = decode(data)
    assert found.text == "Panadería Niño Güero, Peña\nMuebles Niño\n"
    assert (found.encoding, found.notes) == ("utf-8", ["mixed_encoding"])


def test_a_file_cut_inside_a_letter_is_still_utf8() -> None:
    found = decode("Panadería Niñ".encode() + "ñ".encode()[:1])
    assert found.encoding == "utf-8"
    assert found.text.startswith("Panadería Niñ")
    assert found.notes == ["broken_characters"]


def test_an_old_file_may_end_in_an_accent() -> None:
    assert decode("name\nTacos José".encode("cp1252")).text == "name\nTacos José"


def test_nuls_are_taken_out_and_told() -> None:
    found = decode(b"name,phone\nPan\x00 Dulce,505\n")
    assert found.text == "name,phone\nPan Dulce,505\n"
    assert found.notes == ["nul_characters"]


def test_a_person_may_choose_the_encoding() -> None:
    assert decode("Niño".encode("cp850"), "cp850").text == "Niño"
