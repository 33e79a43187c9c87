"""The day that is chosen on the sheets of the months stays chosen when they are drawn anew.

Only the browser knows it: no word of it goes to the server or into the address.
"""

from __future__ import annotations

from streamlit.components.v2 import component

# A day that the new sheets don't hold is waited for; until then the day that they begin with is chosen.
_KEEP = """
let chosen = null;
export default function ({ parentElement }) {
  if (parentElement.smpEnd) return parentElement.smpEnd;
  const choose = ({ target }) => { if (target.matches(".month input")) chosen = target.value; };
  const keep = () => {
    const day = chosen && document.querySelector(`.month input[value="${chosen}"]`);
    if (!day || day.checked) return;
    day.checked = true;
    const month = day.closest("details");
    if (month) month.open = true;
  };
  const sheets = new MutationObserver(keep);
  sheets.observe(document.querySelector("[data-testid=stMain]"), { childList: true, subtree: true });
  document.addEventListener("change", choose);
  keep();
  parentElement.smpEnd = () => {
    sheets.disconnect();
    document.removeEventListener("change", choose);
  };
  return parentElement.smpEnd;
}
"""
_day = component("smp_chosen_day", js=_KEEP)


def keep_chosen_day() -> None:
    """Let the browser mind the chosen day, beside the sheets."""
    _day(data={}, key="tab_chosen_day")
