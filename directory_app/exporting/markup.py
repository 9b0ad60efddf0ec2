"""Text in a web page: always text, whatever is in it."""

import html
import json
from typing import Any

from directory_app.exporting import webwords


def escaped(text: str) -> str:
    """Text as HTML, for an element or a quoted attribute."""
    return html.escape(text, quote=True)


def typed(text: str) -> str:
    """Text that somebody typed: its direction, and overrides in it, end where it ends."""
    return f'<bdi dir="auto">{escaped(text)}</bdi>'


def both(texts: dict[str, str]) -> str:
    """One of these is shown, by language. The texts are HTML already."""
    return "".join(
        f'<span class="{language}" lang="{language}">{text}</span>'
        for language, text in texts.items()
        if text
    )


def words(key: str, languages: tuple[str, ...], **parts: str) -> str:
    """Words of the page in its languages. The parts are text, not HTML."""
    return both({each: escaped(webwords.word(key, each, **parts)) for each in languages})


def as_script(value: Any) -> str:
    """JSON that no parser of HTML or JavaScript takes for anything else."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
