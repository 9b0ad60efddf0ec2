"""How pages stand side by side, printed and folded."""

import pytest

from directory_app.ui.pages.guide.pages import as_folded, as_printed

LETTER = (612.0, 792.0)
ACROSS = (792.0, 612.0)
HALF = (396.0, 612.0)


def pages(made) -> list[list[int]]:
    return [[part.page for part in spread.parts] for spread in made]


def test_printed_every_side_stands_by_itself() -> None:
    made = as_printed("sheet", [LETTER] * 2)
    assert [(one.caption, one.wide) for one in made] == [("Front", 612), ("Back", 612)]


@pytest.mark.parametrize(
    ("layout", "count", "captions"),
    [
        ("sheet", 1, [""]),
        ("sheet", 3, ["Page 1", "Page 2", "Page 3"]),
        ("trifold", 2, ["Outside", "Inside"]),
        ("trifold", 4, ["Sheet 1, front", "Sheet 1, back", "Sheet 2, front", "Sheet 2, back"]),
        ("booklet", 2, ["Sheet 1, front", "Sheet 1, back"]),
        ("pocket", 2, ["Sheet 1", "Sheet 2"]),
        ("poster", 1, [""]),
        ("nothing", 0, []),
    ],
)
def test_each_side_says_where_it_is_on_the_paper(layout, count, captions) -> None:
    assert [one.caption for one in as_printed(layout, [ACROSS] * count)] == captions


def test_a_book_is_read_two_pages_at_a_time() -> None:
    made = as_folded("booklet", [HALF] * 8)
    assert pages(made) == [[0], [1, 2], [3, 4], [5, 6], [7]]
    assert made[0].caption == "Cover"
    assert made[1].caption == "Pages 2 and 3"
    assert made[-1].caption == "Back"


def test_every_pocket_book_begins_with_a_cover() -> None:
    made = as_folded("pocket", [HALF] * 16)
    assert pages(made)[:5] == [[0], [1, 2], [3, 4], [5, 6], [7]]
    assert pages(made)[5:] == [[8], [9, 10], [11, 12], [13, 14], [15]]
    assert [one.caption for one in made].count("Cover") == 2


def test_a_trifold_opens_from_the_cover_and_each_panel_is_seen_once() -> None:
    cover, once, wide, back = as_folded("trifold", [ACROSS, ACROSS])
    assert pages([cover, once, wide, back]) == [[0], [1, 0], [1], [0]]
    flap = once.parts[1]
    assert flap.left == 0
    assert flap.right == back.parts[0].left
    assert back.parts[0].right == cover.parts[0].left
    assert cover.parts[0].right == ACROSS[0]
    assert flap.wide == pytest.approx(cover.wide - 4.5)
    assert wide.wide == ACROSS[0]


def test_further_sheets_of_a_trifold_are_shown_as_they_are() -> None:
    assert pages(as_folded("trifold", [ACROSS] * 4))[4:] == [[2], [3]]
