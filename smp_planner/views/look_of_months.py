"""How the sheets of the months look; their colours carry dark words and serve light and dark pages alike."""

MONTHS_LOOK = """<style>
.smp .months {display:grid; grid-template-columns:repeat(auto-fit, minmax(min(100%, 21rem), 1fr));
  gap:0 1.2rem; align-items:start}
.smp .month {table-layout:fixed; margin:.2rem 0 1rem}
.smp .month caption {font-size:1.05rem}
.smp .month th, .smp .month td {padding:0; border:0}
.smp .month thead th {font-size:.8rem; font-weight:600; text-align:center; padding:.2rem 0}
.smp .month .days td {position:relative; height:44px; border-top:1px solid #8886; padding-bottom:3px}
.smp .month .number {display:block; font-size:.85rem; line-height:1.5rem; padding-left:.3rem}
.smp .month input {appearance:none; position:absolute; inset:0; width:100%; height:100%; margin:0; z-index:2;
  cursor:pointer; border-radius:.3rem}
.smp .month input:hover {outline:1px solid currentColor; outline-offset:-1px}
.smp .month input:checked {outline:2px solid currentColor; outline-offset:-2px}
.smp .month input:focus-visible {outline:3px solid #b45309; outline-offset:-1px}
.smp .bar {display:block; position:relative; height:1.1rem; margin-bottom:1px; font-size:.72rem;
  line-height:1.05rem; border:solid transparent; border-width:1px 0}
.smp .bar.begins {border-left-width:1px; border-radius:.25rem 0 0 .25rem; margin-left:1px}
.smp .bar.ends {border-right-width:1px; border-radius:0 .25rem .25rem 0; margin-right:1px}
.smp .bar.begins.ends {border-radius:.25rem}
.smp .bar > span {position:absolute; z-index:1; left:.15rem; width:calc(var(--days) * 100% - .15rem);
  white-space:nowrap; overflow:hidden; text-overflow:ellipsis}
.smp .bar.visit {background:#0f766e; border-color:#0f766e; color:#fff; font-weight:600}
.smp .bar.settled {background:#ccfbf1; border-color:#0f766e; color:#134e4a; font-weight:600}
.smp .bar.event {background:#9a3412; border-color:#9a3412; color:#fff}
.smp .bar.away {background:#57534e; border-color:#57534e; color:#fff}
.smp .bar.before {background:#f5f5f4; border-color:#78716c; color:#292524}
.smp .bar.clinics {background:#ede9fe; border-color:#6d28d9; color:#3b1a78}
.smp .bar.wash {background:#dbeafe; border-color:#3b7dd8; color:#1e3a6e}
.smp .bar.sweat {background:#fbe3d3; border-color:#c2410c; color:#6b2710}
.smp .bar.water {background:#d5f1f5; border-color:#0e7490; color:#134a5a}
.smp .bar.sun {background:#fdf0bf; border-color:#a16207; color:#5c3a0b}
.smp .month .told > td > div {display:none; border-left:3px solid #0f766e; padding:.2rem 0 .2rem .7rem;
  margin:.2rem 0 .6rem; font-size:.92rem}
.smp .month .told p {margin:.15rem 0}
.smp .month tbody:has(.days > td:nth-child(1) input:checked) .told > td > .day1,
.smp .month tbody:has(.days > td:nth-child(2) input:checked) .told > td > .day2,
.smp .month tbody:has(.days > td:nth-child(3) input:checked) .told > td > .day3,
.smp .month tbody:has(.days > td:nth-child(4) input:checked) .told > td > .day4,
.smp .month tbody:has(.days > td:nth-child(5) input:checked) .told > td > .day5,
.smp .month tbody:has(.days > td:nth-child(6) input:checked) .told > td > .day6,
.smp .month tbody:has(.days > td:nth-child(7) input:checked) .told > td > .day7 {display:block}
.smp .meanings {list-style:none; padding:0; display:grid; gap:.35rem .9rem;
  grid-template-columns:repeat(auto-fill, minmax(min(100%, 17rem), 1fr))}
.smp .meanings li {display:flex; gap:.6rem; align-items:baseline; margin:0; font-size:.92rem}
.smp .meanings .bar {flex:0 0 4.4rem; padding:0 .3rem; margin:0}
.smp details.month-folded {display:block}
.smp details.month-folded > summary {white-space:normal; font-size:.95rem; min-height:44px; padding:.6rem 0;
  text-decoration:none; border-top:1px solid #8886}
.smp details.month-folded > summary::before {content:"▸ "}
.smp details.month-folded[open] > summary::before {content:"▾ "}
.smp details.month-folded .month {max-width:26rem}
@container (max-width: 24rem) {
  .smp .bar {font-size:.69rem}
}
@container (max-width: 21rem) {
  .smp .bar {font-size:.63rem}
}
@container (max-width: 19rem) {
  /* A day is 41 px wide on the narrowest phone, and "Keep dry" stands in one. */
  .smp .bar > span {left:1px; width:calc(var(--days) * 100% - 1px); letter-spacing:-.03em}
}
</style>"""
