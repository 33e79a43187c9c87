// Puts what stands behind a "why?" in place when it is opened: as text, never as markup.

const made = (name, ...inside) => {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
};

const quiet = (...inside) => {
  const box = made("div", ...inside);
  box.className = "quiet";
  return box;
};

const folded = (name, inside) => made("details", made("summary", name), quiet(...inside));

// Documents in a row, each a link where it has an address: [its title, the address or null, the page meant or null].
const listed = (cites) =>
  cites.flatMap(([title, url, at], place) => {
    const words = at ? `${title}, ${at}` : title;
    const told = url ? made("a", words) : words;
    if (url) Object.assign(told, { href: url, target: "_blank", rel: "noreferrer noopener" });
    return place ? ["; ", told] : [told];
  });

const documents = (rule) => [...listed(rule.cites), ".", ...(rule.place ? [made("br"), rule.place] : [])];

// Each figure in a line of its own; the sentences that say why stand above, so their documents do.
const lines = (rules, restOn) => {
  const told = rules
    .filter((rule) => rule.name)
    .map((rule) => [
      made("b", rule.name),
      `: ${rule.figure} `,
      ...(rule.count ? [folded(rule.count, documents(rule))] : [rule.place ?? ""]),
    ]);
  const texts = rules.filter((rule) => !rule.name);
  if (texts.length) {
    const items = texts.map((rule) => made("li", ...documents(rule)));
    told.push([folded(restOn, [made("ul", ...items)])]);
  }
  return told.length ? [made("ul", ...told.map((line) => made("li", ...line)))] : [];
};

// A rule in a line: its figure with the range and who set it, and one document that can be read.
const inShort = (rule, words) => {
  const cited = [...rule.cites.filter(([, url]) => url), ...rule.cites].slice(0, 1);
  return made(
    "div",
    ...(rule.name ? [made("b", rule.name), `: ${rule.figure} `] : []),
    ...(cited.length ? [`${words.source} `, ...listed(cited), "."] : []),
  );
};

// What a patient sees first, and one fold with all rules and documents where that is not all.
const first = (main, rules, full, change, words) => {
  const isAll = main.length === rules.length && rules.every((rule) => rule.cites.length < 2);
  return [
    ...main.map((rule) => inShort(rule, words)),
    ...change,
    ...(isAll ? [] : [folded(words.all, full)]),
  ];
};

const reason = ({ say, change, main, rules, cites, rest_on: restOn }, words) => {
  const full = lines(rules, restOn);
  const changes = change ? [made("div", change)] : [];
  const shown = main.map((place) => rules[place]);
  return quiet(
    ...(say ? [say] : []),
    ...(cites.length ? [`${words.source} `, ...listed(cites), "."] : []),
    ...(words.all ? first(shown, rules, full, changes, words) : [...changes, ...full]),
  );
};

// The keys of those that stand open in this part of the plan: a changed answer puts a closed one in the place of
// each. Another part begins with all closed.
const open = new Set();
let openIn = null;
let asking = 0;

const read = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

export default function ({ data: bytes, parentElement, setStateValue }) {
  parentElement.smpEnd?.(); // Streamlit ends nothing itself when the data is renewed
  parentElement.smpAskedFor ??= new Set(); // as long as this is on the page, Streamlit holds what it asked for
  const { part, words, whys: told } = read(bytes);
  const shown = () => [...document.querySelectorAll("details[data-key]")];
  if (part !== openIn) {
    open.clear();
    for (const why of shown()) if (why.open) open.add(why.dataset.key); // above the part, where nothing was drawn
  }
  openIn = part;
  const ask = () => {
    cancelAnimationFrame(asking); // many that open at once are asked for at once
    asking = requestAnimationFrame(() => {
      parentElement.smpAskedFor = new Set(open);
      setStateValue("open", [...open]);
    });
  };
  const fill = (why) => {
    const { key } = why.dataset; // that of a fold, which has its words, is told for it to stay open
    if (key in told) why.replaceChildren(why.firstElementChild, reason(told[key], words));
    else if (!parentElement.smpAskedFor.has(key)) ask();
  };
  const toggled = ({ target: why }) => {
    if (!why.matches("details[data-key]")) return;
    open[why.open ? "add" : "delete"](why.dataset.key);
    if (why.open) fill(why);
  };
  document.addEventListener("toggle", toggled, true); // a toggle doesn't bubble
  for (const why of shown()) {
    if (why.open) fill(why);
    else why.open = open.has(why.dataset.key);
  }
  parentElement.smpEnd = () => document.removeEventListener("toggle", toggled, true);
  return parentElement.smpEnd;
}
