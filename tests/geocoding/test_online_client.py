"""The one way out, against real servers on this machine that do everything wrong."""

import datetime as dt
import logging
import socket
import threading
import time
from email.utils import format_datetime

import pytest

from directory_app.geocoding import reasons
from directory_app.geocoding.online import answers
from directory_app.geocoding.online.client import Client, retry_after
from directory_app.geocoding.online.failure import Failure
from directory_app.progress import Cancelled
from tests.geocoding.services_on_loopback import reply, serving

SHORT = 0.5


def reason_of(answer, client=None):
    """Why a server's reply was not taken, and how long that took."""
    with serving(answer) as server:
        began = time.monotonic()
        with pytest.raises(Failure) as failed:
            answers.parse((client or Client(seconds=SHORT)).get(f"{server.url}/search?q=x"))
        return failed.value, time.monotonic() - began


def test_a_plain_reply_is_its_body():
    with serving(lambda handler, _: reply(handler, [1])) as server:
        assert Client().get(f"{server.url}/search?q=x") == b"[1]"
        (headers,) = server.headers
    assert headers["User-Agent"] == "address-lookup/1.0"
    assert headers["Accept-Encoding"] == "identity"
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def silent(handler, _):
    time.sleep(SHORT * 3)


def drip(handler, _):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler, _):
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize("answer", [silent, drip, drip_headers])
def test_whoever_takes_too_long_is_left_in_time(answer):
    failure, took = reason_of(answer)
    assert failure.reason == reasons.NO_ANSWER
    assert took < SHORT * 2
    time.sleep(0.1)
    assert not [each for each in threading.enumerate() if each.name == "geocoder"]


def huge(handler, _):
    handler.send_response(200)
    handler.end_headers()
    block = b"[" * 65_536
    for _ in range(3_200):  # 200 MB
        handler.wfile.write(block)


def said_to_be_huge(handler, _):
    handler.send_response(200)
    handler.send_header("Content-Length", "200000000")
    handler.end_headers()


@pytest.mark.parametrize("answer", [huge, said_to_be_huge])
def test_a_huge_body_is_not_read(answer):
    failure, _ = reason_of(answer, Client(seconds=5))
    assert failure.reason == reasons.TOO_LARGE


def test_a_redirect_is_not_followed():
    asked = []

    def elsewhere(handler, query):
        asked.append(query)
        reply(handler, b"", 302, [("Location", "/other?q=the+address")])

    failure, _ = reason_of(elsewhere)
    assert failure.reason == reasons.REDIRECTED
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (429, reasons.BUSY),
        (503, reasons.BUSY),
        (500, reasons.SERVICE_ERROR),
        (403, reasons.SERVICE_ERROR),
        (404, reasons.SERVICE_ERROR),
        (204, reasons.SERVICE_ERROR),
    ],
)
def test_a_status_that_is_no_answer_is_a_reason(status, reason):
    failure, _ = reason_of(lambda handler, _: reply(handler, b"no", status))
    assert failure.reason == reason


def test_what_the_service_says_of_when_to_come_back_is_kept():
    failure, _ = reason_of(lambda handler, _: reply(handler, b"", 429, [("Retry-After", "120")]))
    assert failure.retry_after == 120
    later = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=5)
    assert 295 < retry_after(format_datetime(later, usegmt=True)) <= 300
    assert retry_after("soon") is None
    assert retry_after("9" * 40) == 24 * 3600


@pytest.mark.parametrize(
    "body",
    [
        b"<!DOCTYPE html><html>Not a geocoder</html>",
        b"",
        b"[" * 900_000,
        b'[{"lat": NaN}]',
        b'[{"lat": Infinity}]',
        b"\xff\xfe\x00",
        b"9" * 100_000,
    ],
)
def test_what_is_no_json_is_a_reason(body):
    failure, _ = reason_of(lambda handler, _: reply(handler, body), Client(seconds=5))
    assert failure.reason == reasons.NOT_JSON


def test_a_packed_body_is_not_unpacked():
    packed = [("Content-Encoding", "gzip")]
    failure, _ = reason_of(lambda handler, _: reply(handler, b"\x1f\x8b", 200, packed))
    assert failure.reason == reasons.NOT_JSON


def test_nobody_at_home_is_a_reason():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(Failure) as failed:
        Client(seconds=2).get(f"http://127.0.0.1:{port}/search")
    assert failed.value.reason == reasons.NO_CONNECTION


def test_who_hangs_up_at_once_is_a_reason():
    failure, _ = reason_of(lambda handler, _: handler.connection.close())
    assert failure.reason == reasons.NO_CONNECTION


def test_the_environments_proxy_is_used_only_when_told(monkeypatch):
    with (
        serving(lambda handler, _: reply(handler, b"proxy")) as proxy,
        serving(lambda handler, _: reply(handler, b"direct")) as server,
    ):
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        assert Client().get(f"{server.url}/search") == b"direct"
        assert Client(proxies=True).get(f"{server.url}/search") == b"proxy"
        assert len(proxy.paths) == 1


def test_a_person_can_stop_while_the_service_thinks():
    def stop():
        raise Cancelled

    with serving(silent) as server:
        began = time.monotonic()
        with pytest.raises(Cancelled):
            Client(seconds=5).get(f"{server.url}/search", stop)
        assert time.monotonic() - began < 1


def test_nothing_of_an_address_reaches_a_log(caplog):
    with caplog.at_level(logging.DEBUG), serving(lambda h, _: reply(h, [])) as server:
        Client().get(f"{server.url}/search?street=1730+Llano+St")
    assert "Llano" not in caplog.text
