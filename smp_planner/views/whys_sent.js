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

// Documents in a row, each a link where it has an address: [its name, the page that is meant or null].
const listed = (cites, sources) =>
  cites.flatMap(([name, at], place) => {
    const [title, url] = sources[name];
    const words = at ? `${title}, ${at}` : title;
    const told = url ? made("a", words) : words;
    if (url) Object.assign(told, { href: url, target: "_blank", rel: "noreferrer noopener" });
    return place ? ["; ", told] : [told];
  });

const documents = (rule, sources) => [
  ...listed(rule.cites, sources),
  ".",
  ...(rule.place ? [made("br"), rule.place] : []),
];

// Each figure in a line of its own; the sentences that say why stand above, so their documents do.
const lines = (rules, sources, restOn) => {
  const told = rules
    .filter((rule) => rule.name)
    .map((rule) => [
      made("b", rule.name),
      `: ${rule.figure} `,
      ...(rule.count ? [folded(rule.count, documents(rule, sources))] : [rule.place ?? ""]),
    ]);
  const texts = rules.filter((rule) => !rule.name);
  if (texts.length) {
    const items = texts.map((rule) => made("li", ...documents(rule, sources)));
    told.push([folded(restOn, [made("ul", ...items)])]);
  }
  return told.length ? [made("ul", ...told.map((line) => made("li", ...line)))] : [];
};

// A rule in a line: its figure with the range and who set it, and one document that can be read.
const inShort = (rule, { words, sources }) => {
  const cited = [...rule.cites.filter(([name]) => sources[name][1]), ...rule.cites].slice(0, 1);
  return made(
    "div",
    ...(rule.name ? [made("b", rule.name), `: ${rule.figure} `] : []),
    ...(cited.length ? [`${words.source} `, ...listed(cited, sources), "."] : []),
  );
};

// What a patient sees first, and one fold with all rules and documents where that is not all.
const first = (main, rules, full, change, behind) => {
  const isAll = main.length === rules.length && rules.every((rule) => rule.cites.length < 2);
  return [
    ...main.map((rule) => inShort(rule, behind)),
    ...change,
    ...(isAll ? [] : [folded(behind.words.all, full)]),
  ];
};

const reason = ({ say, change, main, rules, cites, rest_on: restOn }, behind) => {
  const cited = listed(cites.map((name) => [name, null]), behind.sources);
  const [shown, told] = [main, rules].map((numbers) => numbers.map((number) => behind.rules[number]));
  const full = lines(told, behind.sources, restOn);
  const changes = change ? [made("div", change)] : [];
  return quiet(
    ...(say ? [say] : []),
    ...(cited.length ? [`${behind.words.source} `, ...cited, "."] : []),
    ...(behind.words.all ? first(shown, told, full, changes, behind) : [...changes, ...full]),
  );
};

const read = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

// What stands behind the reasons (behind_whys.js), read when it is first needed.
let behind = { bytes: null, read: null };
const standsBehind = () => {
  const bytes = window.smpBehindWhys;
  if (behind.bytes !== bytes) behind = { bytes, read: read(bytes) };
  return behind.read;
};

// Whether the rules and documents of a reason have come yet: they may come after it.
const isBehind = ({ rules, cites }) =>
  window.smpBehindWhys &&
  rules.every((number) => number in standsBehind().rules) &&
  cites.every((name) => name in standsBehind().sources);

// The keys of those that stand open in this part of the plan: a changed answer puts a closed one in the place of
// each. Another part begins with all closed.
const open = new Set();
let openIn = null;

export default function ({ data: bytes, parentElement }) {
  parentElement.smpEnd?.(); // Streamlit ends nothing itself when the data is renewed
  const { part, whys: told } = read(bytes);
  const shown = () => [...document.querySelectorAll("details[data-key]")];
  if (part !== openIn) {
    open.clear();
    for (const why of shown()) if (why.open) open.add(why.dataset.key); // above the part, where nothing was drawn
  }
  openIn = part;
  const fill = (why) => {
    const { key } = why.dataset;
    if (key in told && isBehind(told[key]))
      why.replaceChildren(why.firstElementChild, reason(told[key], standsBehind()));
  };
  const fillOpen = () => shown().filter((why) => why.open).forEach(fill);
  const toggled = ({ target: why }) => {
    if (!why.matches("details[data-key]")) return;
    if (why.open) fill(why);
    open[why.open ? "add" : "delete"](why.dataset.key);
  };
  document.addEventListener("toggle", toggled, true); // a toggle doesn't bubble
  document.addEventListener("smp-behind-whys", fillOpen);
  fillOpen();
  for (const why of shown()) if (!why.open) why.open = open.has(why.dataset.key);
  parentElement.smpEnd = () => {
    document.removeEventListener("toggle", toggled, true);
    document.removeEventListener("smp-behind-whys", fillOpen);
  };
  return parentElement.smpEnd;
}
