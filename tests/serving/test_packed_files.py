"""Files that never change under their name travel packed; everything else is left as it is."""

from __future__ import annotations

import gzip

import pytest
from starlette.types import Receive, Scope, Send

from smp_planner.serving.packed_files import PackedFiles
from tests.serving.asking import ask

SCRIPT = b"let dots = 1;\n" * 200
FOR_GOOD = ("public, immutable, max-age=31536000", "application/javascript")


class Files:
    """An app with one file, which counts how often it is asked for it."""

    def __init__(self, cache: str, kind: str, body: bytes = SCRIPT) -> None:
        self.asked = 0
        self.body = body
        self.told = {"cache-control": cache, "content-type": kind, "content-length": str(len(body))}

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        self.asked += 1
        headers = [(name.encode(), value.encode()) for name, value in self.told.items()]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        half = len(self.body) // 2
        await send({"type": "http.response.body", "body": self.body[:half], "more_body": True})
        await send({"type": "http.response.body", "body": self.body[half:]})


def get(app: PackedFiles, path: str = "/static/a.js", **asked: str) -> tuple[dict[str, str], bytes]:
    """Headers and body of the answer, as a browser would get it."""
    return ask(app, path, **asked)[1:]


def test_a_script_travels_packed_and_is_the_same_when_it_is_unpacked() -> None:
    told, body = get(PackedFiles(Files(*FOR_GOOD)), accept_encoding="br, gzip")
    assert told["content-encoding"] == "gzip"
    assert told["content-length"] == str(len(body))
    assert told["vary"] == "Accept-Encoding"
    assert len(body) < len(SCRIPT) / 3
    assert gzip.decompress(body) == SCRIPT


def test_a_script_is_packed_once_for_all_visitors() -> None:
    files = Files(*FOR_GOOD)
    app = PackedFiles(files)
    assert get(app, accept_encoding="gzip") == get(app, accept_encoding="gzip")
    assert files.asked == 1


@pytest.mark.parametrize(
    ("cache", "kind", "asked"),
    [
        (*FOR_GOOD, {}),
        (*FOR_GOOD, {"accept_encoding": "br"}),
        (*FOR_GOOD, {"accept_encoding": "gzip", "range": "bytes=0-9"}),
        (*FOR_GOOD, {"accept_encoding": "gzip", "if_none_match": '"x"'}),
        ("no-cache", "text/html", {"accept_encoding": "gzip"}),
        (FOR_GOOD[0], "font/woff2", {"accept_encoding": "gzip"}),
    ],
    ids=[
        "asks for no packing",
        "asks for another",
        "asks for a part",
        "has it",
        "changes",
        "is packed already",
    ],
)
def test_any_other_answer_is_left_as_it_is(cache: str, kind: str, asked: dict[str, str]) -> None:
    told, body = get(PackedFiles(Files(cache, kind)), **asked)
    assert body == SCRIPT
    assert "content-encoding" not in told


def test_one_file_is_kept_once_however_its_path_is_spelt() -> None:
    """Else anybody could fill the memory with copies."""
    app = PackedFiles(Files(*FOR_GOOD))
    for path in ("/static/a.js", "/static/./a.js", "/static//a.js", "/static/b/../a.js"):
        get(app, path, accept_encoding="gzip")
    assert list(app.packed) == ["/static/a.js"]
