"""Whatever a file holds, it is read or refused with a sentence, and no row is lost."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.errors import UserError
from directory_app.importing import read

HEADINGS = (
    "Name,Phone,Address,City,Zip,Hours,Web,OK to print?,Who asked / when,Lat,Lon,Status,Notes"
)

TYPICAL = ["yes", "9-5", "10/1/2026", "-105.9", "x@y.z"]
TROUBLE = str.maketrans('"\n\r\x00', "    ")


def read_bytes(data: bytes, name: str) -> int | None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            return len(read(path).drafts)
        except UserError as error:
            assert error.hint
            return None


@settings(deadline=None, max_examples=80)
@given(data=st.binary(max_size=300), name=st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.txt"]))
def test_any_bytes(data: bytes, name: str) -> None:
    read_bytes(data, name)


@settings(deadline=None, max_examples=120)
@given(
    rows=st.lists(
        st.lists(st.text(max_size=15) | st.sampled_from(TYPICAL)),
        min_size=1,
        max_size=6,
    )
)
def test_any_cells(rows: list[list[str]]) -> None:
    clean = [[cell.translate(TROUBLE) for cell in row] for row in rows]
    text = "\n".join([HEADINGS, *(",".join(f'"{cell}"' for cell in row) for row in clean)])
    filled = sum(any(cell.strip() for cell in row) for row in clean)
    assert read_bytes(text.encode("utf-8", "replace"), "a.csv") == filled
