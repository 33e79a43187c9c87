"""How the self-contained page looks: on a wide screen, on a phone, in the dark, and printed."""

from smp_planner.domain.colour import readable

LOOK = """
:root {color-scheme:light dark; --ink:#1f2937; --paper:#fff; --quiet:#4b5563; --line:#d1d5db; --own:#0f766e;
  --notice:#fef3e2; --notice-edge:#b45309; --urgent:#fdecec; --urgent-edge:#b91c1c; --soft:#f3f6f6}
@media (prefers-color-scheme:dark) {:root {--ink:#e5e7eb; --paper:#14181c; --quiet:#b4bcc6; --line:#3d4650;
  --own:#5eead4; --notice:#33260f; --notice-edge:#f59e0b; --urgent:#3b1616; --urgent-edge:#f87171;
  --soft:#1d2329}}
* {box-sizing:border-box}
html {font:1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color:var(--ink);
  background:var(--paper); -webkit-text-size-adjust:100%}
body {margin:0 auto; padding:1.5rem clamp(1rem, 4vw, 3rem) 3rem; max-width:60rem;
  overflow-wrap:break-word; hyphens:auto}
h1 {font-size:clamp(1.7rem, 6vw, 2.3rem); line-height:1.2; margin:.2rem 0}
h2 {font-size:1.45rem; line-height:1.25; margin:2.6rem 0 .6rem; padding-top:.7rem;
  border-top:2px solid var(--own)}
h3 {font-size:1.08rem; line-height:1.35; margin:1.5rem 0 .3rem}
p, ul, ol, dl {margin:.4rem 0 .8rem}
li {margin:.25rem 0}
a {color:var(--own)}
.brand {font-weight:600; color:var(--own); margin:0}
.person {font-size:1.15rem}
.quiet, .cited, footer, figcaption {color:var(--quiet); font-size:.92rem}
.mark {font-weight:600}
.notice, .urgent {border-left:4px solid var(--notice-edge); background:var(--notice); padding:.6rem .8rem}
.urgent {border-color:var(--urgent-edge); background:var(--urgent); font-weight:600}
nav h2 {font-size:1.1rem; border:0; margin:1rem 0 .3rem; padding:0}
nav ol {columns:17rem; column-gap:2rem; padding-left:1.7rem}
nav li {break-inside:avoid; margin:0; padding:.15rem 0}
nav a {display:block; min-height:24px}
table {width:100%; table-layout:fixed; border-collapse:collapse; margin:.5rem 0 1rem; font-size:.95rem}
caption {text-align:left; font-weight:600; padding:.3rem 0}
th, td {text-align:left; vertical-align:top; padding:.4rem .5rem; border-bottom:1px solid var(--line)}
thead th {border-bottom:2px solid var(--own)}
tbody th {font-weight:600}
dl > div {display:grid; grid-template-columns:11.5rem 1fr; gap:0 1rem; padding:.3rem 0;
  border-bottom:1px solid var(--line); break-inside:avoid}
dt {font-weight:600}
dd {margin:0}
dd:empty {border-bottom:1px solid currentColor; min-height:2rem; max-width:32rem}
.ticks, .lines {list-style:none; padding:0}
.ticks li {display:flex; gap:.7rem; align-items:baseline; break-inside:avoid}
.box {flex:0 0 1rem; height:1rem; border:1.5px solid currentColor; border-radius:.15rem;
  transform:translateY(.15rem)}
.asked {break-inside:avoid; margin:.8rem 0}
.asked p {margin:0 0 .2rem}
.asked .ticks {display:flex; flex-wrap:wrap; gap:.2rem 1.6rem; margin:0}
.lines li {border-bottom:1px solid currentColor; padding-bottom:2.2rem; margin:0 0 1rem; max-width:32rem;
  color:var(--quiet); font-size:.92rem; break-inside:avoid}
.sources {font-size:.88rem; padding-left:2.6rem; columns:26rem; column-gap:2rem; overflow-wrap:anywhere}
.sources li {break-inside:avoid}
.pictures {display:flex; flex-wrap:wrap; gap:.8rem 0; justify-content:flex-start}
figure {margin:0; padding:.5rem .6rem; flex:0 0 100%; background:#fff; color:#1f2937;
  break-inside:avoid}
figure svg {display:block; max-width:100%; height:auto}
figure svg :is(text, tspan), figure svg {font-family:inherit}
figure .on-phone {display:none}
figure figcaption {color:#4b5563; padding-top:.3rem}
footer {border-top:1px solid var(--line); margin-top:3rem; padding-top:.8rem}
@media screen and (max-width:36rem) {
  dl > div {display:block}
  table, caption, tbody, tr, th, td {display:block}
  :is(thead, colgroup) {position:absolute; width:1px; height:1px; overflow:hidden; clip-path:inset(50%)}
  tr {border-bottom:1px solid var(--line); padding:.4rem 0}
  th, td {border:0; padding:.15rem 0}
  td[data-head] {display:grid; grid-template-columns:8.5rem 1fr; gap:.6rem}
  td[data-head]::before {content:attr(data-head); color:var(--quiet)}
  td:empty {display:none}
  figure:not(.small) {flex-basis:100% !important}
  figure .on-wide {display:none}
  figure .on-phone {display:block}
  figure.small {padding:.15rem}
  figure.small figcaption {font-size:.7rem; line-height:1.3; hyphens:manual; overflow-wrap:normal}
}
@media print {
  :root {color-scheme:light; --ink:#111; --paper:#fff; --quiet:#444; --line:#bbb; --own:#0f766e;
    --notice:#fff; --notice-edge:#b45309; --urgent:#fff; --urgent-edge:#b91c1c; --soft:#fff}
  html {font-size:9.5pt; line-height:1.4}
  body {padding:0; max-width:none}
  a {color:inherit; text-decoration:none}
  nav {display:none}
  .alone, .sheet + section {break-before:page}
  main > :first-child {break-before:auto}
  h2 {margin-top:1.6rem}
  dl > div {padding:.1rem 0}
  th, td {padding:.2rem .3rem}
  thead th {hyphens:manual; overflow-wrap:normal}
  figure {padding:.2rem .4rem}
  figure svg {max-height:112mm}
  main > :first-child figure {display:flex; align-items:center; gap:1rem; flex-basis:100% !important}
  main > :first-child figure svg {max-height:36mm; width:auto}
  main > :first-child figcaption {flex:1}
  h1, h2, h3, caption {break-after:avoid}
  tr, li, figure, .together, .notice, .urgent {break-inside:avoid}
  .lines.beside {display:grid; grid-template-columns:repeat(3, 1fr); gap:0 1.5rem; break-inside:avoid}
  thead {display:table-header-group}
  p {orphans:3; widows:3}
  .sources {columns:2; column-gap:8mm; font-size:8.5pt}
  .notice, .urgent {border:1px solid var(--notice-edge); border-left-width:4px}
  .urgent {border-color:var(--urgent-edge)}
}
"""

ON_EACH_SHEET = """
@page {{margin:16mm 15mm 18mm; @bottom-left {{content:"{marks}"; font:8pt system-ui, sans-serif; color:#444}}
  @bottom-right {{content:counter(page) " / " counter(pages); font:8pt system-ui, sans-serif; color:#444}}}}
"""
"""What stands at the foot of each printed sheet; `marks` is a text that CSS takes as it is."""


LOGO = "height:3.5rem; max-width:14rem; object-fit:contain; background:#fff; padding:.25rem"
DARK_PAPER = "#14181c"
_IN_COLOUR = """
:root {{--own:{light}}}
@media (prefers-color-scheme:dark) {{:root {{--own:{dark}}}}}
@media print {{:root {{--own:{light}}}}}
"""


def in_colour(colour: str) -> str:
    """Styles that put a clinic's colour in place of ours, lighter in the dark where it could not be read."""
    return _IN_COLOUR.format(light=colour, dark=readable(colour, DARK_PAPER))


def in_css(text: str) -> str:
    """A text between the quotes of a style, where none of its signs can end it."""
    return "".join(sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in text)
