"""How the page looks: one sheet of styles, put on the page once."""

# Tables turn into cards by the width they have themselves, not by the window's.
LOOK = """<style>
h1 {font-size:1.2rem !important; padding:0 !important}
h2 {font-size:clamp(1.4rem, 5vw, 1.75rem) !important}
/* Streamlit's frame of the focused page leaves room for a bar that isn't here: it crossed the first words. */
main[data-testid=stMain]:focus-visible::before {top:0; height:100dvh; margin-bottom:-100dvh;
  box-shadow:inset 0 0 0 3px #0d9488}
[data-testid=stMainBlockContainer] {padding:.5rem clamp(1rem, 3vw, 3rem) 4rem}
:is([class*="st-key-tab_"], [class*="st-key-picture_taps"], .st-key-turn, .st-key-turn_icon, .st-key-whys)
  {position:absolute}
:is(.st-key-part, .stDownloadButton) button {min-height:44px}
button[data-variant]:is([aria-checked=true], [aria-pressed=true]) {color:inherit !important}
[data-testid=stLayoutWrapper]:has(> * > .st-key-tab_rules) {position:absolute}
.st-key-head, .st-key-ways {gap:0 1.2rem}
.st-key-head > :has(.st-key-ways) {margin-inline-start:auto}
.st-key-ways > .st-key-open_answers, .st-key-head > :has(.brand) {width:auto; flex:none}
.st-key-head .smp {container-type:normal}
.st-key-head .brand {margin:0}
.smp {container-type:inline-size; overflow-wrap:break-word}
.smp table {width:100%; border-collapse:collapse; margin:.3rem 0 1rem}
.smp caption {text-align:left; font-weight:600; padding:.3rem 0}
.smp th, .smp td {text-align:left; vertical-align:top; padding:.45rem .5rem; border-bottom:1px solid #8884}
.smp tbody th {font-weight:500}
.smp .five tbody th {font-weight:600}
.smp .five {table-layout:fixed; font-size:.88rem; hyphens:auto}
.smp :is(.unseen, .five caption) {position:absolute; width:1px; height:1px; overflow:hidden;
  clip-path:inset(50%)}
.smp .five :is(ul, li) {font-size:inherit !important}
.smp .five tbody th {padding-top:1rem; border-bottom:0}
.smp details {display:inline-block; max-width:100%; vertical-align:baseline}
.smp details[open] {display:block; border-left:3px solid #0f766e; padding:.2rem 0 .2rem .7rem; margin:.2rem 0}
.smp summary {cursor:pointer; text-decoration:underline dotted; min-height:24px; padding:2px 4px;
  font-size:.88rem; list-style:none; font-weight:400; white-space:nowrap}
.smp summary::-webkit-details-marker {display:none}
.smp :is(.five, .chances, .sides) summary {white-space:normal; padding:2px 0}
/* A link to a source is a target of 24 px. */
.smp details[data-key][open] > summary:only-child::after {content:" …" / ""; animation:smp-late .6s step-end}
@keyframes smp-late {from {opacity:0}}
.smp details[data-key] a {padding-block:4px; line-height:1.8}
.smp .line {margin:.2rem 0 .7rem}
.smp .brand {display:flex; align-items:center; gap:.7rem; font-weight:600}
.smp .brand img {height:2.5rem; max-width:10rem; object-fit:contain; padding:.2rem; background:#fff;
  border-radius:.3rem}
.smp .quiet {opacity:.8; font-size:.9rem; font-weight:400}
.smp .notice {border-left:4px solid #b45309; background:#b4530918; padding:.6rem .8rem; margin:.3rem 0;
  border-radius:.3rem}
.smp .said {background:#0f766e1f; border-radius:.3rem; padding:.8rem 1rem; margin:.2rem 0 .6rem}
.smp .quiet .quiet {opacity:1; font-size:1em}
.smp details .quiet > div {margin:.25rem 0}
.smp .behind-so-far {display:none}
[data-smp-planned] .smp .behind-so-far {display:block}
/* The sentence, and its "why?" at the end of its last line; what that opens to has the line to itself. */
.st-key-plan_so_far {flex-flow:row wrap; align-items:flex-end; gap:0 .2rem}
.st-key-plan_so_far > :has(.st-key-so_far) {flex:1 1 14rem; width:auto}
.st-key-plan_so_far > :has(.behind-so-far) {flex:0 0 3.5rem; width:auto}
.st-key-plan_so_far > :has(.behind-so-far [open]) {flex-basis:100%}
.smp details ul {list-style:none; padding-left:0; font-size:inherit !important}
.smp details li {font-size:inherit !important}
.smp details .quiet details[open], .smp details.folded[open] {border-left:0; padding:0}
.smp details.folded {display:block; margin:.2rem 0 .8rem}
.smp details.folded > summary {min-height:44px; padding:.7rem 0; font-size:1rem; font-weight:600}
.smp .fact {border-left:3px solid #0f766e; font-weight:400; padding:.1rem 0 .1rem .7rem; margin:.2rem 0 .5rem}
.smp h2 {font-weight:600; margin:0; padding:.25rem 0 1rem}
.smp .intro {font-size:.85rem; line-height:1.4; margin:0; max-width:66rem}
.st-key-patient h2 {margin:1.4rem 0 0; padding:.3rem 0 .2rem; line-height:1.2; letter-spacing:-.005em}
[data-testid=stColumn] h2 {font-size:1.3rem !important; line-height:1.2 !important;
  padding:0 0 .4rem !important}
[data-testid=stColumn] .said {padding:.5rem .8rem}
[data-testid=stColumn] .notice {padding:.3rem .8rem}
.smp h3 {font-size:1.1rem; margin:1rem 0 .3rem; padding:0}
.smp ul {margin:.2rem 0 .6rem; padding-left:1.2rem}
.smp li {margin:.25rem 0}
:is(h2, #two-plans, #one-more-visit):focus {outline:none}
:is(#two-plans, #one-more-visit) {scroll-margin-top:4rem}
:is(.st-key-beside_in_short, .st-key-one_more_in_short) {gap:0 1rem; align-items:baseline; flex-wrap:wrap}
:is(.st-key-beside_in_short, .st-key-one_more_in_short) > :first-child
  {flex:1 1 22rem; min-width:min(22rem, 100%)}
:is(.st-key-beside_in_short, .st-key-one_more_in_short) .line {margin:0}
:is(.st-key-see_beside, .st-key-see_one_more) button {min-height:44px; text-decoration:underline}
/* What a field takes at all Streamlit tells to a screen reader alone; here it is seen. */
:is([data-testid=stNumberInputContainer], [data-testid=stDateInputField]:not(:focus-within)):has([role=alert])
  {flex-wrap:wrap; height:auto}
:is([data-testid=stNumberInputContainer], [data-testid=stDateInputField]:not(:focus-within)) > [role=alert]
  {position:static; flex:0 0 100%; height:auto; margin:0; padding:.2rem .75rem .5rem; clip:auto;
  overflow:visible; white-space:normal; font-size:.9rem}
[data-testid=stDateInputField] button {min-width:24px; min-height:24px}
/* Day and month of a date are two figures wide: as wide as a finger needs at least. */
[data-testid=stDateInputField] [role=spinbutton] {display:inline-block; min-width:24px; min-height:24px;
  line-height:24px; text-align:center}
@media (hover:hover) {
  /* The keys that open the calendar, as its button is no stop of the Tab key; views/typed_days.py. */
  [data-testid=stDateInputField]:has([role=spinbutton][aria-keyshortcuts]:focus) > :last-child::before
    {content:"Alt ↓" / ""; font-size:.8rem; opacity:.8; align-self:center; white-space:nowrap}
}
[data-testid=stHeaderActionElements] {display:none}
.smp .jumps {display:none}
.smp .line:has(+ progress) {margin:0}
.smp progress {display:block; margin:.2rem 0 .4rem; width:100%; height:.5rem; appearance:none; border:0;
  border-radius:.25rem; background:#8884}
.smp progress::-webkit-progress-bar {background:#8884; border-radius:.25rem}
.smp progress::-webkit-progress-value {background:#0d9488; border-radius:.25rem}
.smp progress::-moz-progress-bar {background:#0d9488; border-radius:.25rem}
[data-testid=stButtonGroup] button :is(div, p) {white-space:normal; overflow:visible; overflow-wrap:anywhere;
  text-align:start}
[data-testid=stButtonGroup] button {height:auto; max-width:100%}
/* Streamlit takes the border beside a chosen one away, also where that one stands in another row. */
button[data-variant=segmented_control]:not([data-selected])
  {border-color:color-mix(in srgb, currentColor 20%, transparent) !important}
.st-key-patient {max-width:44rem}
.st-key-patient_plan {max-width:64rem}
.st-key-patient :is(.stButton, .stPopover, [data-testid=stButtonGroup]) button
  {min-height:44px; min-width:44px}
.st-key-patient_plan [data-testid=stExpander] summary {min-height:44px}
:is([data-testid=stRadio], [data-testid=stCheckbox]) label:has(input) {min-height:24px; min-width:24px}
:is(.st-key-recap, .st-key-sure, .st-key-choosing_for) label:has(input)
  {min-height:44px; min-width:44px; align-items:center}
.st-key-offers :is(.stButton, [data-testid=stButtonGroup], [data-testid=stNumberInputContainer])
  :is(button, input) {min-height:44px}
:is(.st-key-patient, .st-key-practitioner) [data-testid=stCheckbox] label {min-height:44px;
  align-items:center}
[class*="st-key-health_end"] {border-top:1px solid #8886; padding-top:.6rem}
.st-key-practitioner .quiet {margin-left:1.6rem}
:is(.st-key-agreed_points, .st-key-weights) {display:grid; gap:1.2rem 2rem; align-items:start;
  grid-template-columns:repeat(auto-fit, minmax(min(19rem, 100%), 1fr))}
:is(.st-key-other_way, .st-key-begin_anew, .st-key-see_one, .st-key-skip, .st-key-more_exact,
  .st-key-crown_in_stage, .st-key-unkept_to_rules, .st-key-unkept_other_prices,
  [class*="_right"]) button[kind=tertiary] {text-decoration:underline; text-align:start}
:is([class*="st-key-to_step"], [class*="st-key-crown_"], .st-key-unkept_to_rules, .st-key-unkept_rules_back)
  button {min-height:44px}
.st-key-part button {padding-inline:.7rem}
.smp .to-parts {display:inline-flex; align-items:center; min-height:44px; color:inherit;
  text-decoration:underline}
@media (width < 1280px) {.st-key-part button {padding-inline:.35rem}} /* all parts in one row from 1024 on */
.st-key-steps button {min-width:8rem; font-size:1.05rem}
:is(.st-key-next, .st-key-to_step_health, [class*="st-key-to_step_first"], .st-key-keep,
  .st-key-link_open) button:is(*, :hover)
  {background:#0f766e; border-color:#0f766e; color:#fff}
.smp .looks {display:flex; gap:.8rem; margin:.1rem 0 .4rem}
.smp .looks figure {margin:0; flex:0 1 7rem; min-width:0}
.smp .looks img {display:block; width:100%; border-radius:0; cursor:inherit}
.smp .looks figcaption {font-size:.85rem; line-height:1.3; padding-top:.2rem}
.smp .chances {list-style:none; padding:0; display:grid; gap:.4rem 1rem;
  grid-template:auto auto 1fr / repeat(5, 1fr)}
.smp .chances > li {margin:0; font-size:.92rem; display:grid; grid-row:span 3; grid-template-rows:subgrid}
.smp .sides {list-style:none; padding:0; display:grid; gap:.4rem 1rem;
  grid-template:auto auto 1fr auto 1fr auto 1fr / repeat(5, 1fr)}
.smp .sides > li {margin:0; font-size:.88rem; display:grid; grid-row:span 7; grid-template-rows:subgrid}
.smp .sides :is(h3, h4) {font-size:.95rem; margin:0; padding:0}
.smp .sides h4 {font-size:.9rem}
.smp .sides ul {padding-left:.9rem}
.smp .sides li li {font-size:inherit !important}
.smp .sides .quiet {display:block}
.smp .chances h4 {font-size:.95rem; margin:0; padding:0}
.smp .harm {padding:.3rem 0 .5rem; border-top:1px solid #8884}
.smp .harm h4 {font-size:1em; margin:0; padding:.2rem 0}
.smp .harm .line {margin:.15rem 0 .35rem}
.smp .harm details.folded {margin:0}
.smp .harm details.folded > summary {font-size:.92rem; font-weight:400}
.smp .harm .counted {display:grid; grid-template-columns:1fr}
.smp :is(.chances, td) img {display:block; width:7.5rem; max-width:100%; margin:0 0 .4rem}
.smp .harm img {width:5.5rem}
@container (max-width: 40rem) {
  .smp .chances {grid-template:none; row-gap:1.2rem}
  .smp .chances > li {grid-row:auto; grid-template:auto auto / 7.5rem 1fr; gap:.4rem 1rem}
  .smp .chances h4 {grid-column:1/-1}
  .smp .sides {grid-template:none; row-gap:1.4rem}
  .smp .sides > li {grid-row:auto; grid-template:none; font-size:1rem}
  .smp .harm .counted {grid-template-columns:5.5rem 1fr; gap:.8rem}
}
.smp .code {max-width:100%; margin:.6rem 0}
.smp .code img {display:block; width:100%; background:#fff}
.smp .code figcaption {font-size:.9rem; padding-top:.4rem}
.smp-picture .narrow {display:none}
.smp-stages {display:grid; grid-template-columns:repeat(auto-fill, minmax(8.5rem, 1fr)); gap:1rem .8rem;
  margin-bottom:1.5rem}
.smp-stages figure {margin:0}
.smp-taps figure {cursor:pointer; -webkit-tap-highlight-color:transparent}
@media (hover:hover) {.smp-taps figure:hover figcaption {text-decoration:underline}}
.smp-stages svg {display:block; max-height:11rem}
.smp-stages figcaption {font-size:.88rem; line-height:1.35; padding-top:.3rem}
@container (max-width: 36rem) {
  .smp .cards thead {position:absolute; width:1px; height:1px; overflow:hidden; clip-path:inset(50%)}
  .smp .cards, .smp .cards caption, .smp .cards tbody, .smp .cards tr, .smp .cards th, .smp .cards td
    {display:block; width:auto}
  .smp .cards {font-size:1rem}
  .smp .cards tr {border-bottom:1px solid #8884; padding:.5rem 0}
  .smp .cards th, .smp .cards td {border:0; padding:.12rem 0}
  .smp .five tbody th {padding:.12rem 0}
  .smp .five tbody tr:first-child {border:0; padding-bottom:0}
  .smp .cards td::before {content:attr(data-label); display:block; font-size:.85rem; opacity:.8}
  .smp .cards td:empty {display:none}
  .smp .five td::before {font-weight:600; opacity:1; margin-top:.4rem}
}
@media (min-width: 641px) {
  [class*="st-key-one_question"] {display:none}
  /* The answers scroll by themselves, so that the plan stays in sight while they change. */
  [data-testid=stColumn]:has(> * .st-key-answers) {position:sticky; top:.5rem; align-self:flex-start;
    max-height:calc(100vh - 1rem); overflow-y:auto; overflow-x:clip; padding:0 .6rem 1rem .2rem}
}
@media (min-width: 641px) and (max-width: 1199px) {
  /* On a tablet a third is too narrow to answer in. */
  [data-testid=stHorizontalBlock]:has(> [data-testid=stColumn] > * .st-key-answers) {gap:1.5rem}
  [data-testid=stColumn]:has(> * .st-key-answers) {flex:0 0 clamp(20rem, 37%, 22.5rem); min-width:0}
  [data-testid=stColumn]:has(> * .st-key-answers) + [data-testid=stColumn] {flex:1 1 0; min-width:0}
}
@media (max-width: 640px) {
  [data-testid=stMain] {scroll-padding:4rem 0}
  .smp .jumps {display:flex; position:fixed; inset:auto 0 0 0; z-index:99; background:#0f766e}
  .smp .jumps a {flex:1; padding:.8rem; text-align:center; color:#fff; text-decoration:none; font-weight:600}
  .smp .five tbody:not(.on-phone) {display:none}
  :is([data-testid=stRadio], [data-testid=stCheckbox]) label:has(input)
    {min-height:44px; min-width:44px; align-items:center}
  :is([data-testid=stButtonGroup], .stButton) button {min-height:44px}
  [data-testid=stNumberInputContainer], [data-testid=stNumberInputContainer] :is(button, input),
    [data-testid=stTextInputRootElement] {min-height:44px}
  [data-testid=stNumberInputContainer] button {min-width:44px}
  /* A week of the calendar fills its sheet: 44 px a day, and no more than fits on a phone. */
  [role=gridcell] > [role=button][data-rac] {width:min(44px, 12vw); height:min(44px, 12vw)}
  /* A "why?" is 44 px for a finger; less than that is added to its line. */
  .smp summary {min-height:32px; padding:5px 4px}
  .smp details[data-key]:not(.folded) > summary {min-height:44px; min-width:44px; padding:11px 8px;
    margin:-4px}
  .smp :is(.five, .chances, .sides) details[data-key]:not(.folded) > summary {padding:11px 0; margin:-4px 0}
  /* A part may be long: the way back to the choice of parts stays at the foot of the screen. */
  [data-testid=stElementContainer]:has(.to-parts) {position:sticky; bottom:4rem; z-index:9;
    pointer-events:none}
  .st-key-patient_plan [data-testid=stElementContainer]:has(.to-parts) {bottom:.5rem}
  .smp:has(> .to-parts) {display:flex; justify-content:flex-end}
  .smp .to-parts {pointer-events:auto; padding:0 .9rem; border-radius:1.5rem; background:#0f766e;
    color:#fff !important; text-decoration:none; font-size:.9rem}
  .smp-picture .wide {display:none}
  .smp-picture .narrow {display:block}
}
</style>"""
