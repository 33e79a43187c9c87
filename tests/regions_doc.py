"""What a region decides, as a document: docs/reference/regions.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smp_planner.domain.intake import REGIONS
from smp_planner.exports.paper_size import usual_paper
from smp_planner.rules.closed_words import as_word
from smp_planner.rules.load import load_rules

DOCUMENT = Path(__file__).parents[1] / "docs" / "reference" / "regions.md"
HEAD = """# What a region decides

A region is that of the prices. It is asked for with `--region` or `SMP_REGION`; else the clinic's file names
it; else it is `default_region` in `data/prices.yaml`, and then no medicine is named and no tablets have a
price. Written from the rules: `python -m pytest tests/test_regions_doc.py --rewrite-goldens`.
"""
FOOT = """
- The page says of which country its prices are, but for a clinic's own list. Where neither `SMP_REGION` nor a
  clinic is set, a visitor whose browser is at home in another region (by language or time zone) can show that
  region's prices with a tap and go back. The tab keeps it, no address and no server does, and it ends with
  the tab. The whole region holds then, as if it had been set. No region that names medicines can be chosen
  so, only set (`smp_planner/views/whose_prices.py`).
- How days and figures are written is no matter of the region. On the page the visitor's browser says it, and
  where that names no country, the clinic's `locale`. The command follows `SMP_LOCALE`, else the clinic's
  `locale`.
- The number to call at once is that of the region that was asked for or that the clinic's file names, on the
  page and in every file; where no region is set, all stand: "{urgent}" (`data/aftercare.yaml`: `emergency`).
- A clinic whose file says `currency` is refused another region's prices.
- Another region: add it to each of these places, to `region` in
  `smp_planner/rules/shapes/clinic.py`, and to `smp_planner/views/whose_prices.py`.
"""


def render_regions() -> str:
    """A row for each thing, a column for each region, and where it is written."""
    rows = [("", *REGIONS, "Written in"), ("---",) * (len(REGIONS) + 2), *_rows()]
    urgent = next(sign.whom for sign in load_rules().aftercare.call_if.values() if sign.urgent)
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"{HEAD}\n{table}\n{FOOT.format(urgent=urgent)}"


def _rows() -> Iterator[tuple[str, ...]]:
    all_rules = [load_rules(region=region) for region in REGIONS]
    prices = [rules.prices.regions[rules.region] for rules in all_rules]
    monthly = [rules.medication.prices for rules in all_rules]
    yield "Currency", *(own.currency for own in prices), "`prices.yaml`: `regions.*.currency`"
    yield "Tax, and what the figures are", *(own.tax for own in prices), "`prices.yaml`: `regions.*.tax`"
    yield (
        "Medicines by name",
        *("yes" if rules.edition.medicines_named else "no" for rules in all_rules),
        "`medication.yaml`: `naming.regions`",
    )
    yield (
        "Days of every year without a visit, beside 12-25 and 01-01",
        *(
            ", ".join(map(as_word, rules.sessions.holidays.in_region[rules.region].yearly))
            for rules in all_rules
        ),
        "`sessions.yaml`: `holidays.in_region`",
    )
    yield (
        "Public holidays on which a visit may be, and says so",
        *(
            ", ".join(map(as_word, rules.sessions.holidays.perhaps[rules.region].yearly))
            for rules in all_rules
        ),
        "`sessions.yaml`: `holidays.perhaps`",
    )
    yield (
        "Price of medicines",
        *(
            "yes" if rules.region in known else "not known"
            for rules, known in zip(all_rules, monthly, strict=True)
        ),
        "`medication.yaml`: `prices`",
    )
    numbers = [rules.aftercare.emergency.in_region[rules.region] for rules in all_rules]
    yield "Number to call at once", *numbers, "`aftercare.yaml`: `emergency.in_region`"
    yield (
        "Months of strong sun",
        *(", ".join(rules.aftercare.summer.months[rules.region]) for rules in all_rules),
        "`aftercare.yaml`: `summer.months`",
    )
    yield (
        "Paper, where nobody chooses",
        *(usual_paper(rules.edition) for rules in all_rules),
        "`smp_planner/exports/paper_size.py`",
    )
