"""The booklet against Typst and against the bare canvas; imposition; memory; size.

Typst sets the same texts on pages of the same size: contents, entries with two languages side
by side, an index by name and one by town with page numbers. No codes on either side.
"""

import io
import json
import statistics
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from bench_guide import MADE, bare, event, listings
from measure import Absolute, Figure, seconds, side_by_side, spawn

from directory_app import guides
from directory_app.guides.imposition import booklet_sheets
from directory_app.guides.layouts.facts import details, facts
from directory_app.guides.page import Page
from directory_app.model.listing import PublicListing
from directory_app.paths import resource

OFF = frozenset({"qr", "guide_qr", "index_cuisine", "cover", "intro", "how_to", "map"})
TYPST = """
#let data = json("data.json")
#set document(title: data.title)
#set page(width: 396pt, height: 612pt,
  margin: (top: 30pt, bottom: 46pt, inside: 40pt, outside: 30pt), numbering: "1")
#set text(font: "Noto Sans", size: 10.5pt, stretch: 87.5%, lang: "en", hyphenate: false)
#set par(leading: 2.3pt, spacing: 2.3pt)
#show heading: set text(font: "Noto Serif", size: 19pt)
#outline()
#let both(pair) = if pair.len() == 1 { pair.at(0) } else {
  grid(columns: (1fr, 1fr), column-gutter: 14pt, ..pair) }
#let entry(e) = block(breakable: false, width: 100%, stroke: (top: 0.6pt), inset: (y: 4.3pt))[
  #grid(columns: (26pt, 1fr),
    circle(radius: 9.5pt, fill: if e.solid { black } else { white }, stroke: 1pt,
      align(center + horizon, text(fill: if e.solid { white } else { black }, weight: "bold",
        str(e.number)))),
    [
      #text(size: 13.5pt, weight: "bold", e.name) #h(7pt)
      #text(size: 13.5pt, weight: "bold", e.own) #label("e" + str(e.number))
      #par[#e.address #h(12pt) #strong(e.phone)]
      #for line in e.distance [#par(line)]
      #for row in e.rows { both(row.map(text => if row.at(0).starts-with("*") {
        strong(text.slice(1)) } else { text })) }
    ])
]
#for section in data.sections [
  #pagebreak(weak: true)
  = #section.title
  #for e in section.entries { entry(e) }
]
#let index(rows) = columns(2, gutter: 16pt)[
  #for row in rows {
    if "head" in row { par(strong(row.head)) } else {
      grid(columns: (1fr, 24pt, 24pt), row.name, strong(str(row.number)),
        align(right, context strong(str(counter(page).at(label("e" + str(row.number))).at(0)))))
    }
  }
]
#pagebreak()
= Index by name
#index(data.by_name)
#pagebreak()
= Index by town
#index(data.by_town)
"""


def options(**more: Any) -> guides.GuideOptions:
    """A booklet of pages one by one, with what Typst sets too."""
    return guides.GuideOptions("booklet", without=OFF, imposed=False, **more)


def ours(found: list[PublicListing]) -> bytes:
    """The whole way: plan and pages."""
    return guides.render_preview(guides.plan(event(), found, options()), made_at=MADE)


def typst_data(found: list[PublicListing]) -> dict[str, Any]:
    """The same texts for Typst."""
    plan = guides.plan(event(), found, options())
    sections, names, towns = [], [], defaultdict(list)
    for section in plan.sections:
        entries = []
        for each in section.entries:
            said, more = facts(plan, each), details(plan, each)
            rows = [[f"*{text}" for text in more.sells]]
            rows += [[" ".join(sentences) for sentences in more.hours]]
            rows += [[f"*{text}" for text in more.state]]
            rows += [list(pair) for pair in (more.languages, more.payment, more.access)]
            entries.append({
                "number": each.number, "solid": each.solid, "name": said.name,
                "own": said.own_script, "address": said.address,
                "phone": " ".join(phone.shown for phone in said.phones),
                "distance": list(more.distance), "rows": [row for row in rows if row],
            })  # fmt: skip
            for name in filter(None, (said.name, said.own_script)):
                names.append((name.casefold(), name, each.number))
            towns[each.listing.city].append((said.name, each.number))
        sections.append({"title": "  ".join(section.titles), "entries": entries})
    by_name: list[dict[str, Any]] = []
    letter = ""
    for key, name, number in sorted(names):
        if key[0] != letter:
            letter = key[0]
            by_name.append({"head": letter.upper()})
        by_name.append({"name": name, "number": number})
    by_town: list[dict[str, Any]] = []
    for town in sorted(towns):
        by_town.append({"head": town})
        by_town += [{"name": name, "number": number} for name, number in sorted(towns[town])]
    return {"title": plan.event.name_en, "sections": sections, "by_name": by_name,
            "by_town": by_town}  # fmt: skip


def typst_seconds(folder: Path) -> float:
    """Seconds for the whole way of Typst, the data read from a file."""
    import typst

    def run() -> None:
        compiler = typst.Compiler(
            str(folder / "booklet.typ"), root=str(folder),
            font_paths=[str(resource("fonts"))], ignore_system_fonts=True,
        )  # fmt: skip
        compiler.compile(format="pdf")

    return seconds(run)


def prepare(folder: Path, found: list[PublicListing]) -> None:
    """The files that Typst reads."""
    (folder / "booklet.typ").write_text(TYPST, "utf-8")
    (folder / "data.json").write_text(json.dumps(typst_data(found), ensure_ascii=False), "utf-8")


def drawn(found: list[PublicListing]) -> list[tuple[int, float, float, str, float]]:
    """Every text of the booklet: (page, x, y, text, size), as our pages drew it."""
    record: list[tuple[int, float, float, str, float]] = []
    kept = {name: getattr(Page, name) for name in ("text", "text_right", "text_middle")}

    def wrap(name: str) -> Any:
        def draw(page: Page, x: float, base: float, text: str, style: Any, *rest: Any) -> Any:
            record.append((page.document.page_index, x, page.height - base, text, style.size))
            return kept[name](page, x, base, text, style, *rest)

        return draw

    try:
        for name in kept:
            setattr(Page, name, wrap(name))
        ours(found)
    finally:
        for name, method in kept.items():
            setattr(Page, name, method)
    return record


def first(what: str) -> float:
    """Seconds of a call in a process of its own: Typst keeps what it set for the next time."""
    code = (
        "import sys, pathlib; sys.path[:0] = ['tests/bench', '.']\n"
        "import bench_layouts as b, bench_guide as g, typst\n"
        "found, many = g.listings(1000), g.listings(10000)\n"
        f"print(b.seconds(lambda: {what}))\n"
    )
    return float(spawn("-c", code).communicate()[0].strip().splitlines()[-1])


def memory(count: int) -> float:
    """MiB above the idle program that a booklet of so many takes at its most, in a child."""
    code = (
        "import sys, pathlib; sys.path[:0] = ['tests/bench', '.']\n"
        "import bench_layouts as b, bench_guide as g\n"
        "def most():\n"
        "    said = pathlib.Path('/proc/self/status').read_text()\n"
        "    return int(said.split('VmHWM:')[1].split()[0]) / 1024\n"
        f"found = g.listings({count})\n"
        "b.ours(found[:20])\n"
        "idle = most()\n"
        "b.ours(found)\n"
        "print(most() - idle)\n"
    )
    child = spawn("-c", code)
    said = child.communicate()[0]
    return float(said.strip().splitlines()[-1])


def measure(times: int = 3) -> list[Figure]:
    """All figures of the layouts."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = next(resource("fonts").rglob("NotoSans-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("Bare", font))
    thousand = listings(1000)
    data = ours(thousand)
    record = drawn(thousand)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, thousand)
        mine, typst = side_by_side(
            lambda: first("b.ours(found)"),
            lambda: first(f"b.typst_seconds(pathlib.Path({str(folder)!r}))"),
            times,
        )
    mine_too, plain = side_by_side(
        lambda: seconds(lambda: ours(thousand)), lambda: bare(record), times
    )
    ten, one = side_by_side(lambda: first("b.ours(many)"), lambda: first("b.ours(found)"), 1)
    pages = _pages(600)
    imposing = statistics.median(seconds(lambda: booklet_sheets(pages)) for _ in range(times))
    whole = guides.render_preview(
        guides.plan(event(), thousand, guides.GuideOptions("booklet", imposed=False)), made_at=MADE
    )
    return [
        Figure("booklet of 1,000 businesses", mine, typst, "s", 1, "Typst"),
        Figure("booklet of 1,000 businesses", mine_too, plain, "s", 2, "bare canvas"),
        Figure("booklet of 10,000 businesses", ten, one, "s", 11, "1,000"),
        Absolute("memory above idle, 10,000", memory(10_000), memory(1_000), "MiB", 150, "1,000"),
        Absolute("imposition of 600 pages", imposing, imposing, "s", 0.5, "itself"),
        Absolute(
            "file of 1,000 with all indexes", len(whole) / 1e6, len(data) / 1e6, "MB", 1,
            "two indexes",
        ),
    ]  # fmt: skip


def _pages(count: int) -> bytes:
    """A booklet of so many pages."""
    import pikepdf

    found = listings(3 * count)
    with pikepdf.open(io.BytesIO(ours(found))) as pdf:
        assert len(pdf.pages) >= count
        del pdf.pages[count:]
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()
