"""What every answer tells a browser to keep it from harm: where from it may load, and who may show it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from smp_planner.serving.host_settings import HostSettings

MADE_FOR_ONE_PERSON = "/media/"
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_OFF = ("camera", "geolocation", "microphone", "payment", "usb", "display-capture", "browsing-topics")


def scripts_within(page: str) -> tuple[str, ...]:
    """The scripts that stand in a page of HTML itself."""
    return tuple(_SCRIPT.findall(page))


def safe_headers(settings: HostSettings, scripts: Iterable[str]) -> Mapping[str, str]:
    """The headers of every answer. `scripts`: all that stand within our pages; no other one runs.

    But for those of our own components: Streamlit hands them to the browser as `blob:`. It sets its styles
    in elements, so styles can't be told apart.
    """
    hashes = " ".join(
        f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts
    )
    policy = {
        "default-src": "'self'",
        "script-src": f"'self' {hashes} blob:",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": " ".join(settings.embedded_in) or "'none'",
    }
    headers = {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _OFF),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if not settings.embedded_in:
        headers["X-Frame-Options"] = "DENY"  # for browsers that don't know frame-ancestors
    if settings.hsts_seconds:
        headers["Strict-Transport-Security"] = f"max-age={settings.hsts_seconds}"
    return headers


class SafeHeaders:
    """Sets the headers on every answer, also where a connection is refused.

    A person's own files are kept by no cache and run nothing where they are opened. `https_only`: cookies
    travel by https alone.
    """

    def __init__(self, app: ASGIApp, headers: Mapping[str, str], *, https_only: bool) -> None:
        self.app = app
        self.headers = headers
        self.https_only = https_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with the headers."""

        async def with_headers(message: Message) -> None:
            if message["type"] in {"http.response.start", "websocket.http.response.start"}:
                message = {**message, "headers": self._added(scope["path"], message)}
            await send(message)

        await self.app(scope, receive, with_headers)

    def _added(self, path: str, start: Message) -> list[tuple[bytes, bytes]]:
        headers = MutableHeaders(raw=list(start.get("headers", ())))
        headers.update(self.headers)
        if path.startswith(MADE_FOR_ONE_PERSON):
            headers["Cache-Control"] = "no-store"
            headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
        if self.https_only:
            headers.raw[:] = [(name, _secure(name, value)) for name, value in headers.raw]
        return headers.raw


def _secure(name: bytes, value: bytes) -> bytes:
    is_open = name.lower() == b"set-cookie" and b"secure" not in value.lower()
    return value + b"; Secure" if is_open else value
