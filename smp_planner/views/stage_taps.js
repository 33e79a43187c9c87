// Drawings of the stages to tap: a tap chooses a stage, and the drawing of the chosen one is marked.

const scales = new Map(); // of each scale: the sheet that marks its chosen drawing, and what ends its taps

export default function ({ data, setTriggerValue }) {
  const { scale, chosen } = data;
  const told = scales.get(scale) ?? { sheet: new CSSStyleSheet() };
  scales.set(scale, told);
  if (!document.adoptedStyleSheets.includes(told.sheet)) document.adoptedStyleSheets.push(told.sheet);

  // By a sheet, as the drawings may come later than this: in the clinic's way they stand behind a fold.
  const mark = (stage) => {
    const drawing = `.smp-stages [data-stage="${scale} ${stage}"]`;
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
    const drawing = event.target.closest?.(`.smp-stages [data-stage^="${scale} "]`);
    if (!drawing || String(getSelection())) return; // words that are being marked choose nothing
    const stage = drawing.dataset.stage.slice(scale.length + 1);
    mark(stage);
    setTriggerValue("tapped", stage);
  };
  document.addEventListener("click", choose, { signal: end.signal });
  return () => end.abort();
}
