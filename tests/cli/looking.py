"""Everything in a file that a program could read."""

import zipfile
from pathlib import Path

import pikepdf
import pypdfium2


def words_of(file: Path) -> str:
    """Everything in a PDF that a program could read: text, metadata, links, and every stream."""
    document = pypdfium2.PdfDocument(file)
    found = [page.get_textpage().get_text_bounded() for page in document]
    found += [f"{name} {value}" for name, value in document.get_metadata_dict().items()]
    document.close()
    with pikepdf.open(file) as pdf:
        for one in pdf.objects:
            found.append(str(one) if not isinstance(one, pikepdf.Stream) else repr(dict(one)))
            if isinstance(one, pikepdf.Stream):
                try:
                    data = one.read_bytes()
                except pikepdf.PdfError:
                    data = one.read_raw_bytes()
                found += [data.decode("latin-1"), data.decode("utf-16-be", "ignore")]
        assert len(pdf.attachments) == 0
    return "\n".join(found)


def contents(file: Path) -> bytes:
    """The bytes of a file, or of all that is packed in it, with its names."""
    if not zipfile.is_zipfile(file):
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        return b"".join([*map(str.encode, names), *map(archive.read, names)])
