"""The web page in a real browser, where one is installed: headless Chromium over its pipe."""

import base64
import fcntl
import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from directory_app import exporting

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
    pytest.mark.skipif(sys.platform == "win32", reason="the pipe is a POSIX one"),
]


class Browser:
    """Chrome's DevTools protocol over a pair of pipes; keeps every event."""

    def __init__(self, folder) -> None:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        # out of the way of 3 and 4, which the browser wants
        ends = [fcntl.fcntl(each, fcntl.F_DUPFD, 20) for each in (theirs_in, theirs_out)]
        for each in (theirs_in, theirs_out):
            os.close(each)
        self.process = subprocess.Popen(
            [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--lang=en-US",
             "--remote-debugging-pipe", f"--user-data-dir={folder}", "about:blank"],
            preexec_fn=lambda: (os.dup2(ends[0], 3), os.dup2(ends[1], 4)),  # noqa: PLW1509 - only dup2
            pass_fds=(3, 4), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for each in ends:
            os.close(each)
        self.out, self.into = os.fdopen(ours_out, "wb", 0), os.fdopen(ours_in, "rb", 0)
        self.events: list[dict] = []
        self.rest, self.number, self.session = b"", 0, None
        target = self("Target.createTarget", url="about:blank")["targetId"]
        self.session = self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self(f"{domain}.enable")

    def __call__(self, method: str, **parameters) -> dict:
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.out.write(json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self.number:
            self.events.append(answer)
        assert "error" not in answer, answer
        return answer["result"]

    def _next(self) -> dict:
        while b"\0" not in self.rest:
            more = self.into.read(65536)
            assert more, "the browser went away"
            self.rest += more
        line, _, self.rest = self.rest.partition(b"\0")
        return json.loads(line)

    def open(self, path) -> None:
        self("Page.navigate", url=path.as_uri())
        while not any(each.get("method") == "Page.loadEventFired" for each in self.events):
            self.events.append(self._next())

    def run(self, script: str):
        answer = self("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def close(self) -> None:
        with suppress(AssertionError, OSError):
            self.session = None
            self("Browser.close")
        for each in (self.out, self.into):
            each.close()
        self.process.kill()
        self.process.wait()


@pytest.fixture
def browser(tmp_path):
    started = Browser(tmp_path / "profile")
    yield started
    started.close()


@pytest.fixture
def opened(browser, tmp_path, listing, hostile, about):
    """The page of some ordinary listings and of the whole corpus."""
    those = [
        listing(),
        listing("BBBC", "Panadería Đà Lạt", category="bakery", marker=None),
        *hostile,
    ]
    path = tmp_path / "guide.html"
    path.write_bytes(exporting.render("html", those, about))
    browser.open(path)
    return browser


SHOWN = "[...document.querySelectorAll('main li')].filter(each => each.checkVisibility()).length"


def search(browser, text: str) -> int:
    browser.run(f"search.value = {json.dumps(text)}; search.dispatchEvent(new Event('input'))")
    return browser.run(SHOWN)


def test_the_page_searches_filters_and_speaks_two_languages(opened, markup):
    every = len(markup) + 2
    assert opened.run("document.getElementById('tools').hidden") is False
    assert opened.run("document.getElementById('old').hidden") is True
    assert opened.run(SHOWN) == every

    assert search(opened, "panaderia da lat") == 1
    assert opened.run("found.textContent") == "1 found"
    assert search(opened, "الوردة") == 1
    assert search(opened, "nothing like it") == 0
    assert "Nothing found" in opened.run("found.textContent")
    assert search(opened, "") == every

    opened.run("document.querySelector('button[data-section=groceries]').click()")
    assert opened.run(SHOWN) == 1
    marks = "[...document.querySelectorAll('svg a')].filter(drawn).length"
    opened.run("var drawn = each => each.getBoundingClientRect().width > 0")
    assert opened.run(marks) == 0
    opened.run("document.querySelector('button[data-section=\"\"]').click()")
    assert opened.run(marks) == every - 1

    assert opened.run("document.querySelector('h1').innerText") == (
        "Immigrant-owned restaurants and stores"
    )
    opened.run("document.querySelector('label[for=es]').click()")
    assert opened.run("document.querySelector('h1').innerText") == (
        "Restaurantes y tiendas de inmigrantes"
    )
    assert opened.run("document.documentElement.lang") == "es"
    assert "Tacos y sopas" in opened.run("document.getElementById('b1').innerText")
    assert "Tacos and soups" not in opened.run("document.getElementById('b1').innerText")


def test_the_page_asks_for_nothing_and_runs_nothing_of_its_texts(opened, markup):
    search(opened, "script")
    asked = [
        each["params"]["request"]["url"] for each in opened.events
        if each.get("method") == "Network.requestWillBeSent"
    ]  # fmt: skip
    assert [url for url in asked if not url.endswith("/guide.html")] == []
    trouble = ("Runtime.exceptionThrown", "Page.javascriptDialogOpening", "Log.entryAdded")
    assert [each for each in opened.events if each.get("method") in trouble] == []
    names = opened.run("[...document.querySelectorAll('h3 bdi')].map(each => each.textContent)")
    assert {"<El Rincon> Tacos", "x<y & z>w", "=1+1"} <= set(names)
    assert len(names) == len(markup) + 2


def test_a_page_that_is_too_old_says_so(browser, tmp_path, listing, about):
    old = replace(about, use_by=about.made_on.replace(year=2020))
    path = tmp_path / "guide.html"
    path.write_bytes(exporting.render("html", [listing()], old))
    browser.open(path)
    assert browser.run("document.getElementById('old').checkVisibility()") is True


def press(browser, key: str, *, text: str = "", code: int = 0) -> None:
    for kind, typed in (("keyDown", text), ("keyUp", "")):
        browser("Input.dispatchKeyEvent", type=kind, key=key, text=typed,
                windowsVirtualKeyCode=code)  # fmt: skip


FOCUS = "document.activeElement.id || document.activeElement.dataset.section"


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_any_screen_light_and_dark(opened, width, scheme):
    opened("Emulation.setDeviceMetricsOverride", width=width, height=844, deviceScaleFactor=1,
           mobile=width < 500)  # fmt: skip
    opened("Emulation.setEmulatedMedia",
           features=[{"name": "prefers-color-scheme", "value": scheme}])  # fmt: skip
    assert opened.run("document.documentElement.scrollWidth") <= width
    ground = opened.run("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(29, 26, 22)") is (scheme == "dark")
    beside = opened.run(
        "document.querySelector('.where').getBoundingClientRect().left >="
        " document.querySelector('.list').getBoundingClientRect().right"
    )
    assert beside is (width >= 1024)
    small = opened.run(
        "[...document.querySelectorAll('button, label, input[type=search]')]"
        ".filter(each => each.getBoundingClientRect().height < 44).length"
    )
    assert small == 0, "too small for a thumb"


def test_the_page_is_used_by_the_keyboard_alone(opened):
    press(opened, "Tab", code=9)
    assert opened.run(FOCUS) == "en"
    press(opened, "ArrowRight", code=39)
    assert opened.run("document.documentElement.lang") == "es"
    press(opened, "ArrowLeft", code=37)
    press(opened, "Tab", code=9)
    assert opened.run(FOCUS) == "search"
    for letter in "nopal":
        press(opened, letter, text=letter)
    assert opened.run("search.value") == "nopal"
    assert 0 < opened.run(SHOWN) < opened.run("document.querySelectorAll('main li').length")
    opened.run("search.value = ''; search.dispatchEvent(new Event('input'))")
    press(opened, "Tab", code=9)
    press(opened, "Tab", code=9)
    press(opened, "Enter", text="\r", code=13)
    pressed = "document.querySelector('button[aria-pressed=true]').dataset.section"
    assert opened.run(pressed) == opened.run("document.activeElement.dataset.section") != ""
    ring = opened.run("getComputedStyle(document.activeElement).outlineWidth")
    assert ring == "3px"


def test_a_marker_leads_to_its_business_and_a_business_shows_its_marker(opened):
    opened.run("document.querySelector('#m1 a').dispatchEvent(new MouseEvent('click',"
               " {bubbles: true, cancelable: true}))")  # fmt: skip
    assert opened.run("location.hash") == "#b1"
    opened.run("document.getElementById('b1').dispatchEvent(new Event('pointerenter'))")
    assert opened.run("document.getElementById('m1').classList.contains('on')") is True
    opened.run("document.getElementById('b1').dispatchEvent(new Event('pointerleave'))")
    assert opened.run("document.getElementById('m1').classList.contains('on')") is False


def test_without_a_network_all_works_and_with_one_nothing_could_be_asked(opened):
    opened("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0,
           uploadThroughput=0)  # fmt: skip
    assert search(opened, "panaderia da lat") == 1
    opened("Network.emulateNetworkConditions", offline=False, latency=0, downloadThroughput=-1,
           uploadThroughput=-1)  # fmt: skip
    tried = opened(
        "Runtime.evaluate", awaitPromise=True, returnByValue=True,
        expression="fetch('http://127.0.0.1:9/').then(() => 'asked', () => 'refused')",
    )["result"]["value"]  # fmt: skip
    assert tried == "refused"
    opened.run("new Image().src = 'http://127.0.0.1:9/x.png'; 0")
    told = json.dumps([each for each in opened.events if "Log.entryAdded" in each["method"]])
    assert "Content Security Policy" in told


def test_the_page_on_paper_has_the_list_and_no_buttons(opened):
    opened("Emulation.setEmulatedMedia", media="print")
    for hidden in (".tools", ".languages", ".door"):
        assert opened.run(f"getComputedStyle(document.querySelector('{hidden}')).display") == "none"
    assert opened.run("getComputedStyle(document.querySelector('.list')).columnCount") == "2"
    assert opened.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    opened("Emulation.setEmulatedMedia", media="")
    paper = opened("Page.printToPDF", preferCSSPageSize=True)["data"]
    document = pdfium.PdfDocument(base64.b64decode(paper))
    said = "".join(page.get_textpage().get_text_range() for page in document)
    assert "505-555-0142" in said
    assert "Search by name" not in said
    assert "Tacos y sopas" not in said
