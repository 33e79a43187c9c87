"""A typed day counts when Enter is pressed, and not only once the field is left.

Streamlit opens a calendar below a field as soon as it is touched and sends the day when that closes; Escape
closes it, and so does leaving the field and the button behind it, but Enter does nothing at all.

The button of the calendar is no stop of the Tab key, as Streamlit's button that clears a day is none: whoever
types a day goes on to the next question. The calendar opens with Alt and the arrow down from any part of the
day; a screen reader is told so there, and the button shows it while the day has the focus (`look.py`).
A screen reader that reads on without Tab still finds the button.
"""

from __future__ import annotations

from streamlit.components.v2 import component

_ENTER = """
export default function () {
  if (window.smpTypedDays) return;
  window.smpTypedDays = true;
  const spareTheCalendar = () => {
    for (const field of document.querySelectorAll("[data-testid=stDateInput]")) {
      const calendar = field.querySelector("[data-testid=stDateInputCalendarButton]");
      if (calendar) calendar.tabIndex = -1;
      for (const part of field.querySelectorAll("[role=spinbutton]")) part.ariaKeyShortcuts = "Alt+ArrowDown";
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Tab") spareTheCalendar();
    const part = event.target.closest?.("[data-testid=stDateInput] [role=spinbutton]");
    const escape = new KeyboardEvent("keydown", { key: "Escape", bubbles: true });
    if (part && event.key === "Enter") part.dispatchEvent(escape);
  }, true);
}
"""
_typed_days = component("smp_typed_days", js=_ENTER)


def send_typed_days() -> None:
    """Let Enter send a typed day and Tab go on from it, on every screen."""
    _typed_days(data={}, key="tab_typed_days")
