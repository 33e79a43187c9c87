"""What the page says by itself while it works for long, is offline, finds no room, or is connected again.

It gives the focus back, too, to what could not be used meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping

from streamlit.components.v2 import component

from smp_planner.language.texts import N_, _

TOLD: Mapping[str, str] = {
    "busy": N_("One moment, please."),
    "making": N_("Your file is being made. It comes by itself."),
    "slow": N_(
        "This takes longer than usual. Your answers are safe in this tab. The page goes on by itself."
    ),
    "offline": N_(
        "This page is offline right now. Your answers are safe in this tab. "
        "The page goes on by itself when the connection is back."
    ),
    "full": N_(
        "Many people use this page right now, or it is being renewed. Your answers are safe in this tab. "
        "The page goes on by itself as soon as there is room."
    ),
    "ended": N_("The connection has ended. Your answers are safe in this tab. Please load this page again."),
    "back": N_("The connection is back."),
}
_LOOK = """
[role=status] {position:fixed; top:.6rem; left:50%; transform:translateX(-50%); z-index:1000000;
  box-sizing:border-box; width:max-content; max-width:min(34rem, calc(100vw - 1.2rem)); line-height:1.4}
[role=status]:not(:empty) {padding:.7rem 1rem; border:1px solid #fff; border-radius:.5rem;
  background:#134e4a; color:#fff}
progress {display:block; width:100%; height:.35rem; margin-top:.5rem; accent-color:#5eead4}
"""
# Streamlit's own words for a lost connection name its server and shut the page behind a box, so they are
# put away. Once linked again, one run of the script brings a new server what the tab holds. A browser can't
# tell a line that is gone from a house that is full; the door can, where it is asked (serving/small_page.py).
# An open line does not close where the network is gone, as in a tunnel; so the browser is asked too.
_WATCH = """
const AFTER_MS = { busy: 1000, making: 3000, slow: 6000, offline: 700, ended: 0 };
const IN_TURN = { busy: ["busy", "slow"], making: ["busy", "making"] };
const STAYS_MS = 4000, ASKS_MS = 15000;  // a clinic may have sixty tablets behind one address
const AWAY = ["offline", "full"], NETWORK = ["offline", "online"], ONWARD = ["pointerdown", "keydown"];
export default function ({ data, parentElement, setTriggerValue }) {
  const watched = parentElement.smpEnd;
  parentElement.smpWake = () => setTriggerValue("back", window.smpHeld?.() ?? {});
  if (watched) return watched;
  const app = document.querySelector("[data-testid=stApp]");
  const place = parentElement.querySelector("[role=status]");
  const timers = [];
  let now = "", lost = false, said = "", at = null, away = "";

  const say = (name) => {
    said = name;
    place.textContent = data[name] ?? "";
    if (["busy", "making", "slow", ...AWAY].includes(name)) {
      place.append(Object.assign(document.createElement("progress"), { ariaHidden: "true" }));
    }
  };
  const putAway = () => lost && document.querySelector("[role=dialog] [aria-label=Close]")?.click();

  const giveBack = () => {
    if (!at || at.disabled) return;
    if (document.activeElement === document.body) at.focus({ preventScroll: true });
    at = null;
  };
  const makesAFile = () => app.querySelector("[data-testid=stDownloadButton] button:disabled") !== null;

  const look = () => {
    const { testConnectionState: link, testScriptState: run } = app.dataset;
    const linked = link === "CONNECTED", here = linked && navigator.onLine;
    const works = makesAFile() ? "making" : run === "notRunning" ? "" : "busy";
    const next = here ? works
      : link === "DISCONNECTED_FOREVER" ? "ended" : "offline";
    if (lost && linked) parentElement.smpWake();
    if (linked) giveBack();
    lost = !linked;
    putAway();
    if (next === now) return;
    now = next;
    if (said !== "back" || !here) tell();
  };
  const askTheDoor = async () => {
    away = (await window.smpDoor?.()) === 503 ? "full" : "offline";
    if (now === "offline" && AWAY.includes(said) && said !== away) say(away);
  };
  const tell = () => {
    timers.splice(0).forEach(clearTimeout);
    if (now === "offline") {
      away = now;
      timers.push(setTimeout(() => say(away), AFTER_MS.offline), setInterval(askTheDoor, ASKS_MS));
      askTheDoor();
    } else if (now === "ended") {
      timers.push(setTimeout(say, AFTER_MS[now], now));
    } else if (AWAY.includes(said)) {
      say("back");
      timers.push(setTimeout(() => { say(""); tell(); }, STAYS_MS));
    } else if (now) {
      for (const name of IN_TURN[now]) timers.push(setTimeout(say, AFTER_MS[name], name));
    } else {
      say("");
    }
  };
  // What can't be used loses the focus, and gets it back: a field while there is no link, and the button of a
  // file while that is being made.
  const left = ({ target }) => { if (target.disabled) at = target; };
  const goneOn = ({ key }) => { if (key === undefined || key === "Tab") at = null; };
  document.addEventListener("focusout", left);
  for (const name of ONWARD) document.addEventListener(name, goneOn, true);
  for (const name of NETWORK) window.addEventListener(name, look);
  const watch = new MutationObserver(look);
  watch.observe(app, { attributeFilter: ["data-test-connection-state", "data-test-script-state"] });
  const usable = new MutationObserver(look);
  usable.observe(app, { attributeFilter: ["disabled"], subtree: true });
  const boxes = new MutationObserver(putAway);
  boxes.observe(document.body, { childList: true });
  look();
  parentElement.smpEnd = () => {
    document.removeEventListener("focusout", left);
    for (const name of ONWARD) document.removeEventListener(name, goneOn, true);
    for (const name of NETWORK) window.removeEventListener(name, look);
    watch.disconnect();
    usable.disconnect();
    boxes.disconnect();
    timers.forEach(clearTimeout);
  };
  return parentElement.smpEnd;
}
"""
_connection = component("smp_connection", html='<div role="status"></div>', css=_LOOK, js=_WATCH)


def tell_of_connection() -> Mapping[str, str] | None:
    """Let the browser tell what no server can while it is out of reach.

    Gives what the tab holds (`tab_memory.Held`) in the run that follows the connection's return; else None.
    """
    told = {name: _(words) for name, words in TOLD.items()}
    return _connection(data=told, key="tab_connection", on_back_change=_nothing).back or None


def _nothing() -> None:
    """What the return of the connection calls: the run that follows it does all there is to do."""
