"""The sheet guide of 1,000 businesses, against the canvas drawing the same strings there."""

import datetime as dt
import io
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench_import import FIRST, KINDS, SECOND, STREETS, TOWNS
from measure import Figure, seconds, side_by_side
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from directory_app import guides
from directory_app.files import write_whole
from directory_app.guides.page import Page
from directory_app.model.geo import Position
from directory_app.model.listing import PublicEvent, PublicListing, PublicPhone
from directory_app.paths import resource

BUSINESSES = 1_000
DAY = dt.date(2026, 12, 5)
MADE = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
OWN_SCRIPT = ("", "", "", "", "ሐረር ቡና ቤት", "翠山饺子馆", "نان بامیان", "पाटन मोमो", "한옥 밥상")
OSM = (
    "Mo-Sa 09:00-20:00; Su 10:00-18:00",
    "Tu-Su 08:00-15:00",
    "24/7",
    "Mo-Fr 11:00-14:30,17:00-21:00",
)
CATEGORIES = ("restaurant", "bakery", "grocery", "hair_salon", "cafe", "tire_shop", "laundry")


def event() -> PublicEvent:
    """A canvass in Santa Fe."""
    return PublicEvent(
        "e", "Canvass launch", "Inicio de la campaña", DAY, starts=dt.time(10), ends=dt.time(13),
        venue="Salón La Acequia", address="1120 Hickox St", city="Santa Fe",
        position=Position(35.68128, -105.95837),
    )  # fmt: skip


def listings(count: int = BUSINESSES) -> list[PublicListing]:
    """Businesses with a yes to print and map, always the same ones."""
    chance = random.Random(11)
    made = []
    for number in range(count):
        kind, sells = chance.choice(KINDS)
        town, postal_code = chance.choice(TOWNS)
        place = Position(35.66 + chance.random() / 20, -106 + chance.random() / 15)
        made.append(
            PublicListing(
                code=f"B{number}", name=f"{kind} {chance.choice(FIRST)} {chance.choice(SECOND)}",
                alternate_name=chance.choice(OWN_SCRIPT), category=chance.choice(CATEGORIES),
                description_en=sells, description_es="Comida y compras del barrio",
                languages=("es", "en"), address_1=f"{100 + number} {chance.choice(STREETS)}",
                city=town, state_province="NM", postal_code=postal_code, place=place,
                place_is_pin=True, precision="rooftop", marker=place,
                phones=(PublicPhone(f"+1505555{number:04}"),), opening_hours=chance.choice(OSM),
                consent_until=dt.date(2027, 10, 1), assured_date=dt.date(2026, 10, 1),
            )
        )  # fmt: skip
    return made


def make(path: Path, found: list[PublicListing]) -> None:
    """The whole way: plan, preflight, pages, file."""
    plan = guides.plan(event(), found, guides.GuideOptions("sheet"))
    guides.preflight(plan)
    write_whole(path, guides.make(plan, run_number=1, made_at=MADE).data)


def drawn(path: Path, found: list[PublicListing]) -> list[tuple[int, float, float, str, float]]:
    """Every text of the guide: (page, x, y, text, size), as our pages drew it."""
    record: list[tuple[int, float, float, str, float]] = []
    number = 0
    kept = {name: getattr(Page, name) for name in ("text", "text_right", "text_middle", "finish")}

    def wrap(name: str) -> Callable[..., Any]:
        def draw(page: Page, x: float, baseline: float, text: str, style: Any, *rest: Any) -> Any:
            record.append((number, x, page.height - baseline, text, style.size))
            return kept[name](page, x, baseline, text, style, *rest)

        return draw

    def finish(page: Page) -> None:
        nonlocal number
        number += 1
        kept["finish"](page)

    try:
        for name in ("text", "text_right", "text_middle"):
            setattr(Page, name, wrap(name))
        Page.finish = finish  # type: ignore[method-assign]
        make(path, found)
    finally:
        for name, method in kept.items():
            setattr(Page, name, method)
    return record


def bare(record: list[tuple[int, float, float, str, float]]) -> float:
    """Seconds that a plain canvas takes for the same strings at the same places in one font."""

    def draw() -> None:
        canvas = Canvas(io.BytesIO(), pageCompression=1)
        page = 0
        for number, x, y, text, size in record:
            if number != page:
                canvas.showPage()
                page = number
            canvas.setFont("Bare", size)
            canvas.drawString(x, y, text)
        canvas.save()

    return seconds(draw)


def measure(times: int = 5) -> list[Figure]:
    """Seconds for both; the first guide of the process, which loads the fonts, not counted."""
    font = next(resource("fonts").rglob("NotoSans-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("Bare", font))
    found = listings()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "guide.pdf"
        record = drawn(path, found)
        mine, plain = side_by_side(
            lambda: seconds(lambda: make(path, found)), lambda: bare(record), times
        )
    return [Figure("sheet guide of 1,000 businesses", mine, plain, "s", 2, "bare canvas")]
