"""The one way out: a GET that cannot take long, grow large, wander off or tell more than it must.

Environment proxies and netrc are ignored unless told, no redirect is followed, nothing is sent
again, no cookie is kept, and after ``seconds`` in all it is over, however slowly the other
side drips. The reply is never written to a log, nor is what was asked.
"""

import contextlib
import datetime as dt
import logging
import queue
import socket
import threading
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection

from directory_app.geocoding import reasons
from directory_app.geocoding.online.failure import Failure
from directory_app.geocoding.online.identity import NAME

SECONDS = 10.0
MOST_BYTES = 1_000_000
#: Between two looks at whether the person wants to stop.
TICK = 0.1
LONGEST_WAIT = 24 * 3600.0
_CHUNK = 65_536
_BUSY = (429, 503)

for _name in ("geopy", "urllib3", "requests"):  # they log whole addresses
    logging.getLogger(_name).setLevel(logging.CRITICAL)


class Client:
    """Makes requests one at a time. ``proxies`` lets the environment's proxies be used.

    ``user_agent`` is all that a request says of who asks: see identity.py.
    """

    def __init__(
        self,
        *,
        seconds: float = SECONDS,
        most_bytes: int = MOST_BYTES,
        proxies: bool = False,
        user_agent: str = NAME,
    ) -> None:
        self.user_agent = user_agent
        self.seconds = seconds
        self.most_bytes = most_bytes
        self.proxies = proxies

    def get(self, url: str, check: Callable[[], None] = lambda: None) -> bytes:
        """The body of a 200 reply. Anything else raises Failure, within ``seconds``.

        ``check`` is called ten times a second and may raise to stop.
        """
        ends = time.monotonic() + self.seconds
        request = _Request(url, self)
        thread = threading.Thread(target=request.run, name="geocoder", daemon=True)
        thread.start()
        try:
            while True:
                left = ends - time.monotonic()
                if left <= 0:
                    raise Failure(reasons.NO_ANSWER)
                with contextlib.suppress(queue.Empty):
                    return _told(request.outcome.get(timeout=min(TICK, left)))
                check()
        finally:
            request.abandon()


def _told(outcome: bytes | BaseException) -> bytes:
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


class _Request:
    """One request on its own thread, which can be cut off from outside at any moment."""

    def __init__(self, url: str, client: Client) -> None:
        self._url = url
        self._most_bytes = client.most_bytes
        self._seconds = client.seconds
        self._proxies = client.proxies
        self._user_agent = client.user_agent
        self._sockets: list[socket.socket] = []
        self._over = False
        self.outcome: queue.SimpleQueue[bytes | BaseException] = queue.SimpleQueue()

    def run(self) -> None:
        """Fetch, and put the body or what went wrong into ``outcome``."""
        try:
            self.outcome.put(self._fetch())
        except Failure as failure:
            self.outcome.put(failure)
        except requests.Timeout:
            self.outcome.put(Failure(reasons.NO_ANSWER))
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError):
            self.outcome.put(Failure(reasons.NO_CONNECTION))
        except Exception as error:  # noqa: BLE001 - raised where it is waited for
            self.outcome.put(error)

    def abandon(self) -> None:
        """Cut the connection, so that the thread ends."""
        self._over = True
        for each in self._sockets:
            with contextlib.suppress(OSError, ValueError):
                each.shutdown(socket.SHUT_RDWR)

    def opened(self, connected: socket.socket) -> None:
        """A connection was made; it is cut at once if nobody waits any more."""
        self._sockets.append(connected)
        if self._over:
            self.abandon()

    def _fetch(self) -> bytes:
        headers = {
            "User-Agent": self._user_agent,
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        with requests.Session() as session:
            session.trust_env = self._proxies
            session.headers.clear()
            for scheme in ("http://", "https://"):
                session.mount(scheme, _Adapter(self.opened))
            with session.get(
                self._url, headers=headers, timeout=self._seconds, stream=True,
                allow_redirects=False,
            ) as reply:  # fmt: skip
                _check(reply)
                return self._body(reply)

    def _body(self, reply: requests.Response) -> bytes:
        """The body, as far as it may be large; one that says so beforehand is not even begun."""
        said = reply.headers.get("Content-Length", "")
        if said.isdigit() and int(said) > self._most_bytes:
            raise Failure(reasons.TOO_LARGE)
        parts, size = [], 0
        while chunk := reply.raw.read1(_CHUNK):
            size += len(chunk)
            if size > self._most_bytes:
                raise Failure(reasons.TOO_LARGE)
            parts.append(chunk)
        return b"".join(parts)


def _check(reply: requests.Response) -> None:
    """Failure unless it is a plain 200."""
    status = reply.status_code
    if status in _BUSY:
        raise Failure(reasons.BUSY, retry_after(reply.headers.get("Retry-After", "")))
    if 300 <= status < 400:
        raise Failure(reasons.REDIRECTED)
    if status != 200:
        raise Failure(reasons.SERVICE_ERROR)
    if reply.headers.get("Content-Encoding", "identity").lower() not in ("", "identity"):
        raise Failure(reasons.NOT_JSON)  # we asked for none: it may unpack to anything


def retry_after(text: str) -> float | None:
    """Seconds of a Retry-After header, which is a number or a date; None where it says nothing."""
    text = text.strip()
    if text.isdigit():
        return min(float(text[:9]), LONGEST_WAIT)
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    return min(max(0.0, (at - dt.datetime.now(dt.UTC)).total_seconds()), LONGEST_WAIT)


class _Adapter(HTTPAdapter):
    """Connections that tell of themselves, and are never tried again."""

    def __init__(self, opened: Callable[[socket.socket], None]) -> None:
        self._opened = opened
        super().__init__(max_retries=0)

    def init_poolmanager(self, *arguments: Any, **named: Any) -> None:
        """The usual pools, with our connections in them."""
        super().init_poolmanager(*arguments, **named)
        self.poolmanager.pool_classes_by_scheme = _pools(self._opened)

    def proxy_manager_for(self, *arguments: Any, **named: Any) -> Any:
        """The same for a proxy."""
        manager = super().proxy_manager_for(*arguments, **named)
        manager.pool_classes_by_scheme = _pools(self._opened)
        return manager


def _pools(opened: Callable[[socket.socket], None]) -> dict[str, type]:
    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            opened(self.sock)

    class Secure(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            opened(self.sock)

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
