import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from directory_app import exporting
from directory_app.formats.text import plain
from directory_app.model.geo import Position
from directory_app.model.listing import PublicPhone

VOID = {"meta", "br", "input", "link", "img"}


class Strict(HTMLParser):
    """Every element closed in order; keeps elements, links and the text below each item."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, str] = {}
        self.items: list[str] = []
        self.headings: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        self.elements.append((tag, dict(attrs)))
        if tag == "li":
            self.items.append("")
        if tag == "h3":
            self.headings.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        assert "svg" in self.open, tag
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in {"script", "style"}:
            self.raw[self.open[-1]] = self.raw.get(self.open[-1], "") + data
        elif "li" in self.open:
            self.items[-1] += data
            if "h3" in self.open and "bdi" in self.open:
                self.headings[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page_of(listings, about) -> tuple[str, Strict]:
    page = exporting.render("html", listings, about).decode()
    return page, Strict(page)


def data_of(page: str) -> dict:
    return json.loads(re.search(r'id="data">(.*?)</script>', page, re.S)[1])


def test_the_markup_corpus_is_text_and_nothing_else(hostile, about, markup):
    page, read = page_of(hostile, about)
    _, plain_page = page_of([replace(each, name="x") for each in hostile], about)
    expected = [plain(text) for text in markup.values()]
    assert read.headings == expected
    assert [each["name"] for each in data_of(page)["businesses"]] == expected
    tags = {tag for tag, _ in read.elements}
    assert tags <= {
        *("html", "head", "meta", "title", "style", "body", "header", "div", "label", "input"),
        *("h1", "h2", "h3", "p", "span", "button", "main", "section", "svg", "g", "a", "circle"),
        *("rect", "path", "text", "ol", "li", "bdi", "br", "strong", "footer", "script"),
    }
    assert len(read.all("script")) == 2
    assert [tag for tag, _ in read.elements] == [tag for tag, _ in plain_page.elements]
    for _, attributes in read.elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]


def test_every_direction_ends_where_its_text_ends(hostile, about):
    page, _ = page_of(hostile, about)
    without_script = re.sub(r"<script.*?</script>", "", page, flags=re.S)
    in_bdi = "".join(re.findall(r'<bdi dir="auto">(.*?)</bdi>', without_script, re.S))
    assert without_script.count("\u202e") == in_bdi.count("\u202e") > 0


def test_links_lead_to_the_web_a_telephone_or_a_mailbox(listing, about):
    odd = [
        listing(website="javascript:alert(1)", same_as=("data:text/html,x", "file:///etc/passwd")),
        listing(website='https://a.example/"onmouseover="x', email="x@y.example?cc=z@w.example"),
        listing(website="https://user@evil.example/", phones=(PublicPhone('+1505"x', "2"),)),
    ]
    _, read = page_of(odd, about)
    targets = [each["href"] for each in read.all("a")]
    assert [
        each
        for each in targets
        if not re.match(r"#b\d+$|https://|mailto:[\w@.]+$|tel:\+\d+(;ext=\d+)?$", each)
    ] == []
    assert not any(word in each for each in targets for word in ("javascript", "file:", "evil"))


def test_nothing_is_asked_of_another_place(listing, about):
    page, read = page_of([listing()], about)
    loading = ("src", "srcset", "data", "poster", "action", "xlink:href", "background")
    for tag, attributes in read.elements:
        assert not set(loading) & set(attributes), tag
    assert not {"link", "img", "iframe", "object", "base", "use", "image", "form"} & {
        tag for tag, _ in read.elements
    }
    assert "url(" not in page
    assert "@import" not in page
    policy = next(
        each["content"] for each in read.all("meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    )  # fmt: skip
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", page, re.S)
    for kind, text in (("style", read.raw["style"]), ("script", scripts[0])):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_data_cannot_end_its_script(hostile, about):
    page, _ = page_of(hostile, about)
    data = re.search(r'id="data">(.*?)</script>', page, re.S)[1]
    for sign in "<>&\u2028\u2029":
        assert sign not in data


def test_without_a_script_it_is_a_list_of_everybody(listing, about):
    those = [listing(), listing("BBBC", "Panadería", category="bakery", marker=None)]
    _, read = page_of(those, about)
    hidden = [attributes.get("id") for _, attributes in read.elements if "hidden" in attributes]
    assert hidden == ["old", "tools"]
    assert "Tacos and soups" in read.items[0]
    assert "Tacos y sopas" in read.items[0]
    assert "505-555-0142 x2" in read.items[0]


def test_only_who_said_yes_to_the_map_has_a_marker_and_a_number(listing, about):
    those = [listing(), listing("BBBC", marker=None), listing("BBBD")]
    page, read = page_of(those, about)
    assert [each["href"] for each in read.all("a") if each["href"].startswith("#")] == [
        "#b1",
        "#b3",
    ]
    assert re.findall(r'<li id="(b\d)"><h3>(?:<span class="number">(\d)</span>)?', page) == [
        ("b1", "1"), ("b2", ""), ("b3", "2"),
    ]  # fmt: skip
    assert "2 of 3" in page
    nobody, _ = page_of([listing(marker=None)], about)
    assert 'class="map"' not in nobody
    assert "<text" not in nobody


def test_a_page_in_one_language_needs_no_switch(listing, about):
    page, read = page_of([listing()], replace(about, languages=("es",)))
    assert read.all("html") == [{"lang": "es"}]
    assert [each for each in read.all("input") if each["type"] == "radio"] == []
    assert "Tacos and soups" not in page
    assert "Úsese hasta el 23 de enero de 2027" in page


def test_only_a_page_for_the_web_may_be_found_by_search_engines(listing, about):
    assert "noindex" in page_of([listing()], about)[0]
    assert "noindex" not in page_of([listing()], replace(about, channel="web"))[0]


def test_the_cover_words_can_be_left_off(listing, about):
    page, _ = page_of([listing()], replace(about, say_immigrant=False))
    assert "mmigrant-owned" not in page
    assert "inmigrantes" not in page


def test_towns_are_named_on_the_map_where_there_are_several(listing, about):
    clovis = listing("BBBC", city="Clovis", marker=Position(34.4, -103.2))
    page, _ = page_of([listing(), clovis], about)
    assert re.findall(r'<text class="town"[^>]*>([^<]*)</text>', page) == ["Santa Fe", "Clovis"]
    assert 'class="town"' not in page_of([listing(), listing("BBBD")], about)[0].split("<body>")[1]
    hidden = listing("BBBF", city="Roswell", marker=None)
    assert ">Roswell</text>" not in page_of([listing(), clovis, hidden], about)[0]


@pytest.mark.parametrize("many", [1, 60, 400])
def test_markers_stay_on_the_map_and_apart(many, listing, about):
    those = [
        listing(marker=Position(35.67 + at % 7 / 2000, -105.96 + at % 5 / 2000))
        for at in range(many)
    ]
    page, _ = page_of(those, about)
    wide, high = map(float, re.search(r'viewBox="0 0 (\S+) (\S+)" role', page).groups())
    places = [tuple(map(float, each)) for each in re.findall(r"translate\((\S+) (\S+)\)", page)]
    if many == 400:
        assert not places
        assert page.count('r="4"') == many
        return
    assert len(places) == many
    assert all(0 <= x <= wide and 0 <= y <= high for x, y in places)
    for at, (x, y) in enumerate(places):
        assert all((x - a) ** 2 + (y - b) ** 2 > 400 for a, b in places[:at])
