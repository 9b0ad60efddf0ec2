"""Where a layout takes a further sheet anyhow, its type is the largest that needs no other."""

from dataclasses import replace

import pytest

from directory_app import guides
from directory_app.guides.layouts import Run, arrange, class_of


def of_many(listing, place, count):
    return [
        listing(f"C{i:03}", f"Tienda {i} de Prueba", f"+1505{5550100 + i}",
                at=place(0.1 + i / 50, i * 7), description_en="Bread and sweets every day",
                description_es="Pan y dulces todos los días")
        for i in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("layout", ["trifold", "pocket", "poster"])
def test_the_further_sheet_is_used(layout, event, listing, place, made_at):
    def made(count):
        those = of_many(listing, place, count)
        plan = guides.plan(event, those, guides.GuideOptions(layout))
        return arrange(plan, Run(1, made_at))

    smallest = class_of(layout).STEPS[-1].size
    found = [made(count) for count in range(16, 44, 3)]
    further = [each for each in found if each.sheets == found[0].sheets + 1]
    assert further[0].m.size > smallest  # a few more than one holds
    sizes = [each.m.size for each in further]
    assert sizes == sorted(sizes, reverse=True)  # and the more there are, the smaller


@pytest.mark.parametrize("words", [5, 60, 700])
def test_a_long_introduction_has_pages_of_its_own_in_large_print(
    words, event, listings, made_at, page_texts, flat
):
    said = {
        "intro_en": " ".join(f"aword{number:03}" for number in range(words)),
        "intro_es": " ".join(f"zword{number:03}" for number in range(words)),
    }
    plan = guides.plan(replace(event, **said), listings, guides.GuideOptions("large-print"))
    text = flat("".join(page_texts(guides.render_preview(plan, made_at=made_at))))
    assert flat(said["intro_en"])[:40] in text
    for letter in "az":
        assert all(f"{letter}word{number:03}" in text for number in range(words))
