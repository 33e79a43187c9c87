// Keeps the rules and documents behind every "why?" of the page, for those that are opened.

export default function ({ data: bytes }) {
  window.smpBehindWhys = bytes;
  document.dispatchEvent(new Event("smp-behind-whys"));
}
