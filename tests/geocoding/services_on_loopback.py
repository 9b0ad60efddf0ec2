"""A real HTTP server on this machine that answers as a service would, or as it should not."""

import json
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

#: What a server does with one request: the handler, and the query's values by name.
Answerer = Callable[[BaseHTTPRequestHandler, dict[str, str]], None]


class Server:
    """Where it is, and every request that came: path, query, headers and the time."""

    def __init__(self, address: tuple[str, int]) -> None:
        self.url = f"http://{address[0]}:{address[1]}"
        self.queries: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.times: list[float] = []


@contextmanager
def serving(answer: Answerer):
    """A server that answers each GET by ``answer``."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            parts = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            server.times.append(time.monotonic())
            server.queries.append(query)
            server.paths.append(parts.path)
            server.headers.append(dict(self.headers))
            with suppress(OSError):  # the client hangs up, as it should
                answer(self, query)

        def log_message(self, *_):
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server = Server(http.server_address)
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def reply(handler, body, status=200, headers=()):
    """One whole reply; ``body`` is bytes, or anything that becomes JSON."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    handler.send_response(status)
    for name, value in headers:
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


def house(latitude=35.6655, longitude=-105.9645, number="1730", road="Llano Street", **more):
    """A house as Nominatim tells of one."""
    return {
        "lat": str(latitude), "lon": str(longitude), "class": "place", "type": "house",
        "addresstype": "place", "display_name": f"{number}, {road}, Santa Fe",
        "address": {"house_number": number, "road": road, "city": "Santa Fe",
                    "state": "New Mexico"},
    } | more  # fmt: skip


def nominatim(handler, query):
    """Knows every house number of every street, near Santa Fe."""
    number, _, road = query["street"].partition(" ")
    spread = (sum(query["street"].encode()) % 97) / 10_000
    reply(handler, [house(35.6655 + spread, -105.9645, number, road)])
