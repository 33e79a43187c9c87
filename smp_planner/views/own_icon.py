"""The page's own icon, set in the browser: Streamlit would load numpy to send one."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from streamlit.components.v2 import component

_ICON = b64encode((Path(__file__).parent / "icon.svg").read_bytes()).decode()
_SET = """
export default function () {
  document.querySelectorAll("link[rel*=icon]").forEach((link) => {
    link.type = "image/svg+xml";
    link.href = "data:image/svg+xml;base64,ICON";
  });
}
"""
_icon = component("smp_icon", js=_SET.replace("ICON", _ICON))


def show_own_icon() -> None:
    """Let the browser's tab wear it."""
    _icon(key="turn_icon")
