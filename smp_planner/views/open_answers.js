// A button to open saved answers: the file is read here and told to the page once, and is kept nowhere.

const BLOCK = 0x8000; // bytes at a time: a call takes only so many arguments

export default function ({ data, parentElement, setTriggerValue }) {
  const field = parentElement.querySelector("input");
  parentElement.querySelector("span").textContent = data.open;
  const quiet = parentElement.querySelector("p");
  quiet.textContent = data.about;
  field.onchange = async () => {
    const [file] = field.files;
    if (!file) return;
    // One byte past the most that is accepted: the page then says that it is too large.
    const bytes = new Uint8Array(await file.slice(0, data.most + 1).arrayBuffer());
    let text = "";
    for (let from = 0; from < bytes.length; from += BLOCK) {
      text += String.fromCharCode(...bytes.subarray(from, from + BLOCK));
    }
    field.value = ""; // the same file may be opened once more, when it was mended
    setTriggerValue("file", { name: file.name, held: btoa(text) });
  };
}
