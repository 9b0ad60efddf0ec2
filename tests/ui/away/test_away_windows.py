"""What Windows' watch makes of messages. The messages themselves are Windows': never run by us."""

import ctypes
from typing import Any

import pytest

from directory_app.ui.away.windows import WindowsAway, _Filter, _Message


@pytest.mark.parametrize(
    ("message", "what", "said"),
    [
        (0x0218, 4, ["sleep"]),
        (0x0218, 7, []),  # it resumes
        (0x02B1, 7, ["screen"]),
        (0x02B1, 8, []),  # somebody unlocked it
        (0x000F, 4, []),
    ],
)
def test_messages_of_power_and_session(qapp: Any, message: int, what: int, said: list[str]) -> None:
    away = WindowsAway(qapp)
    heard: list[str] = []
    away.about_to_sleep.connect(lambda: heard.append("sleep"))
    away.screen_locked.connect(lambda: heard.append("screen"))
    sent = _Message(None, message, what)
    answer = _Filter(away).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(sent))
    assert answer == (False, 0)
    assert heard == said
