// The scalp to tap: marks the chosen places, and tells the page what they are after a tap.

const maps = new WeakMap(); // of each map: the places it shows, when it was tapped last, the place it tells of

export default function ({ data, parentElement, setTriggerValue }) {
  const map = maps.get(parentElement) ?? { chosen: new Set(), turn: 0 };
  maps.set(parentElement, map);
  // An answer to an earlier tap comes late when somebody taps fast: it must not undo the later one.
  if (data.turn === null || data.turn >= map.turn) map.chosen = new Set(data.chosen);

  const box = parentElement.querySelector(".scalp");
  const heldBy = (zone) =>
    Object.keys(data.inside).filter((whole) => map.chosen.has(whole) && data.inside[whole].includes(zone));
  const isOn = (zone) => map.chosen.has(zone) || heldBy(zone).length > 0;

  const state = (zone) => {
    const wholes = map.chosen.has(zone) ? [] : heldBy(zone);
    if (wholes.length) return data.words.part.replace("{place}", data.names[wholes[0]]);
    return isOn(zone) ? data.words.chosen : data.words.open;
  };
  const say = (zone) => {
    map.told = zone;
    box.querySelector("p").textContent = zone ? `${data.names[zone]}: ${state(zone)}` : data.words.hint;
  };

  const write = (label, words) => {
    const lines = [];
    for (const word of words.split(" ")) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && longer.length <= Number(label.dataset.letters)) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    const [x, y, size] = ["x", "y", "font-size"].map((name) => Number(label.getAttribute(name)));
    const top = y + size * (0.35 - (lines.length - 1) * 0.6);
    label.replaceChildren(
      ...lines.map((line, number) => {
        const span = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
        span.setAttribute("x", x);
        span.setAttribute("y", top + number * size * 1.2);
        span.textContent = line;
        return span;
      }),
    );
  };

  const nameViews = () => {
    box.setAttribute("aria-label", data.words.label);
    box.querySelectorAll(".view").forEach((view, number) => {
      view.querySelector("svg").setAttribute("aria-label", data.views[number]);
      view.querySelector("span").textContent = data.views[number];
    });
  };
  const draw = () => {
    for (const node of box.querySelectorAll("[data-zone]")) {
      node.classList.toggle("on", isOn(node.dataset.zone));
    }
    for (const node of box.querySelectorAll("[role=checkbox]")) {
      const zone = node.dataset.zone;
      const isPart = isOn(zone) && !map.chosen.has(zone);
      node.setAttribute("aria-checked", String(isOn(zone)));
      node.setAttribute("aria-label", data.names[zone]);
      node.setAttribute("aria-description", isPart ? state(zone) : "");
    }
    for (const label of box.querySelectorAll("text")) {
      const zone = label.dataset.zone;
      write(label, (isOn(zone) ? "✓ " : "") + data.names[zone]);
    }
  };

  // A part that is let go takes the whole with it; the other parts of the whole stay.
  const letGo = (zone) => {
    const wholes = heldBy(zone);
    const others = wholes.flatMap((whole) => data.inside[whole]);
    for (const gone of [zone, ...wholes]) map.chosen.delete(gone);
    for (const other of others) {
      if (other !== zone && !(data.inside[other] ?? []).includes(zone)) map.chosen.add(other);
    }
  };
  const tap = (zone) => {
    if (isOn(zone)) letGo(zone);
    else map.chosen.add(zone);
    map.turn = Math.max(Date.now(), map.turn + 1);
    draw();
    say(zone);
    setTriggerValue("tapped", { zones: [...map.chosen], turn: map.turn });
  };

  const mark = (kind, zone) => {
    for (const edge of box.querySelectorAll(".edge")) edge.classList.toggle(kind, edge.dataset.zone === zone);
  };
  const zoneOf = (event) => event.target.closest?.(".zone")?.dataset.zone;
  map.end?.abort(); // this function runs anew with every run of the page, on the same elements
  const end = (map.end = new AbortController());
  const on = (name, then) => box.addEventListener(name, then, { signal: end.signal });
  on("click", (event) => {
    const zone = zoneOf(event);
    if (zone) tap(zone);
  });
  on("keydown", (event) => {
    const zone = zoneOf(event);
    if (!zone || (event.key !== " " && event.key !== "Enter")) return;
    event.preventDefault();
    tap(zone);
  });
  on("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    mark("at", zoneOf(event));
    say(zoneOf(event));
  });
  on("pointerleave", () => {
    mark("at");
    say();
  });
  on("focusin", (event) => {
    if (!event.target.matches(":focus-visible")) return;
    mark("focus", zoneOf(event));
    say(zoneOf(event));
  });
  on("focusout", () => mark("focus"));

  nameViews();
  draw();
  say(map.told);
  return () => end.abort();
}
