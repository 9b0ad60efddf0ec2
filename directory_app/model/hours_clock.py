"""Times as written -> minutes since midnight, by the rule in the design under Settled."""

from directory_app.model.hours_shapes import Rule, Span, Unreadable
from directory_app.model.hours_tokens import Time

NOON = 720
DAY = 1440
#: Longer than this from morning to evening, or from morning past midnight, few are open.
_LONG_DAY, _LONG_NIGHT = 14 * 60, 16 * 60
#: Shorter than this is no evening's work: "7-9pm" is a shop's day.
_SHORT_EVENING = 3 * 60


def set_clocks(rules: list[Rule]) -> bool:
    """Work out minutes since midnight for every span; say whether any was assumed."""
    spans = [span for rule in rules for span in rule.spans]
    on_24 = any(
        time.half == "" and (time.hour >= 13 or (time.hour == 0 and time.padded))
        for span in spans
        for time in (span.opens, span.closes)
    )
    assumed = False
    for rule in rules:
        end = -1
        for span in rule.spans:
            opens, closes, guessed = _clock(span, on_24, end)
            if opens < end:
                raise Unreadable
            rule.times.append((opens, closes))
            assumed, end = assumed or guessed, closes
    return assumed


def _clock(span: Span, on_24: bool, previous_end: int) -> tuple[int, int, bool]:
    """Opening and closing in minutes; a closing past midnight is above 24 * 60.

    Without am or pm an opening at 5-11 is morning, 12 is noon, 1-4 is after noon, and a
    closing not later than the opening is pm. A second span starts after the first has ended.
    Where the closing alone says am or pm, and a morning would make a day of it that hardly
    anybody works, the opening is in the evening: "5-9pm" is dinner, "11-9pm" is not.
    """
    bare_open, bare_close = span.opens.half == "", span.closes.half == ""
    opens, closes = _minutes(span.opens), _minutes(span.closes)
    if bare_open and not on_24:
        opens = _opening(opens, span, previous_end)
    literal = not bare_close or (on_24 and (opens >= NOON + 60 or span.closes.padded))
    if not literal and closes <= opens < closes + NOON <= DAY:
        closes += NOON
    if closes <= opens:
        closes += DAY
    moved = opens != _minutes(span.opens)
    if closes - opens > DAY or (moved and previous_end > 0 and closes > DAY):
        raise Unreadable
    guessed = (bare_open or bare_close) and not (
        on_24 and (literal or closes == _minutes(span.closes))
    )
    return opens, closes, guessed


def _opening(opens: int, span: Span, previous_end: int) -> int:
    """A bare opening at 1-4, in the evening or before the last span's end is pm."""
    if span.closes.half == "am" and opens < _minutes(span.closes):
        return opens
    small = 60 <= opens < 5 * 60 and not span.opens.padded
    later = opens < NOON and (opens < previous_end or span.evening)
    return opens + NOON if small or later or _is_evening(opens, span) else opens


def _is_evening(opens: int, span: Span) -> bool:
    """Whether "5-9pm" or "6-2am" is an evening: three hours or more, and else far too long."""
    if not span.closes.half or span.opens.padded or not 5 * 60 <= opens < 10 * 60:
        return False
    closes = _minutes(span.closes)
    length = (closes - opens) % DAY or DAY
    too_long = _LONG_DAY if opens < closes < DAY else _LONG_NIGHT
    return length > too_long and length - NOON >= _SHORT_EVENING


def _minutes(time: Time) -> int:
    hour = time.hour
    if time.half in {"am", "pm"}:
        hour = hour % 12 + (12 if time.half == "pm" else 0)
    return hour * 60 + time.minute
