"""The search box's text is cut into pieces, whatever is typed."""

from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.query_pieces import Piece, cut, typed


@given(st.text() | st.text(alphabet='ab:-". <\n'))
def test_any_text_is_cut_and_typed_back_the_same(text: str) -> None:
    pieces = cut(text)
    assert cut(typed(pieces)) == pieces
    left = list(text)
    for piece in pieces:
        left[piece.start : piece.end] = [" "] * (piece.end - piece.start)
    assert not "".join(left).strip()


def test_keys_phrases_and_what_follows_them() -> None:
    assert cut('pan -category:bakery near:"1 Main St"<5mi') == (
        Piece("pan"),
        Piece("bakery", key="category", excluded=True),
        Piece("1 Main St", key="near", quoted=True, tail="<5mi"),
    )


def test_an_open_phrase_says_how_to_mend_it() -> None:
    assert "second quotation mark" in cut('"santa fe')[0].problem
    assert cut('"santa fe"')[0].problem == ""
