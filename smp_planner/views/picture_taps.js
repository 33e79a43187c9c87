// Drawings to tap: a tap chooses what a drawing shows, and the drawing of what is chosen is marked.

const questions = new Map(); // of each question: the sheet that marks its chosen drawing, and what ends its taps

export default function ({ data, setTriggerValue }) {
  const { key, chosen } = data;
  const told = questions.get(key) ?? { sheet: new CSSStyleSheet() };
  questions.set(key, told);
  if (!document.adoptedStyleSheets.includes(told.sheet)) document.adoptedStyleSheets.push(told.sheet);

  // By a sheet, as the drawings may come later than this: in the clinic's way they stand behind a fold.
  const mark = (choice) => {
    const drawing = `.smp-taps [data-choice="${key} ${choice}"]`;
    told.sheet.replaceSync(`
      ${drawing} {outline: 3px solid currentColor; outline-offset: 5px; border-radius: .3rem}
      ${drawing} figcaption {font-weight: 600}
      ${drawing} figcaption::before {content: "✓ " / ""}
    `);
  };
  mark(chosen);

  told.end?.abort(); // this function runs anew with every run of the page
  const end = (told.end = new AbortController());
  const choose = (event) => {
    const drawing = event.target.closest?.(`.smp-taps [data-choice^="${key} "]`);
    if (!drawing || String(getSelection())) return; // words that are being marked choose nothing
    const choice = drawing.dataset.choice.slice(key.length + 1);
    mark(choice);
    setTriggerValue("tapped", choice);
  };
  document.addEventListener("click", choose, { signal: end.signal });
  return () => end.abort();
}
