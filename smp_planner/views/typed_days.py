"""A typed day counts when Enter is pressed, and not only once the field is left.

Streamlit opens a calendar below a field as soon as it is touched and sends the day when that closes; Escape
closes it, and so does leaving the field and the button behind it, but Enter does nothing at all.
"""

from __future__ import annotations

from streamlit.components.v2 import component

_ENTER = """
export default function () {
  if (window.smpTypedDays) return;
  window.smpTypedDays = true;
  document.addEventListener("keydown", (event) => {
    const part = event.target.closest?.("[data-testid=stDateInput] [role=spinbutton]");
    const escape = new KeyboardEvent("keydown", { key: "Escape", bubbles: true });
    if (part && event.key === "Enter") part.dispatchEvent(escape);
  }, true);
}
"""
_typed_days = component("smp_typed_days", js=_ENTER)


def send_typed_days() -> None:
    """Let Enter send a typed day, on every screen."""
    _typed_days(data={}, key="tab_typed_days")
