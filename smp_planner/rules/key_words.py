"""What each key of a clinic's file, and of a figure, is for: editors show it beside the key."""

from __future__ import annotations

from collections.abc import Mapping

_REASON = "Why, in a sentence. It is printed on every plan."
_CITES = "Where it is written: ids from sources.yaml, or of documents of your own under `sources`."
_FIGURE = {
    "label": "The name of the figure, as people read it.",
    "value": "What we plan with; inside `range`.",
    "range": "What the sources recommend: low and high; inside `limits`.",
    "limits": "What nobody may cross, no clinic either: lowest and highest.",
    "unit": "The unit of value, range and limits.",
    "basis": "What the figure rests on; `derived` where it is your own arithmetic, told in `note`.",
    "note": "How it was worked out, or what a reader should know.",
    "differs": "Said where clinics or papers do it otherwise.",
    "sources": 'Ids from sources.yaml, with the place in the document: `{id: ..., at: "Table 2"}`.',
}
_ROW = {key: _FIGURE[key] for key in ("value", "range", "limits", "basis", "note", "sources")}
_ROW["name"] = "The name of the row, as people read it."
_TABLE = {key: _FIGURE[key] for key in ("unit", "limits", "note")} | {
    "label": "The name of the table, as people read it.",
    "rows": "The figures of the table, one to a row; unit and limits are the table's.",
}

KEY_WORDS: Mapping[str, Mapping[str, str]] = {
    "ClinicFile": {
        "name": "The clinic's name, as it stands on every plan.",
        "region": "US or UK: whose prices hold where you give none, and whether medicines are named.",
        "currency": "The currency of `prices`.",
        "locale": "How days, money and numbers are written, such as en-US.",
        "timezone": "Where the clinic is, such as Europe/London: for the times of visits in calendars.",
        "prepared_by": "Who prepared the plan, with their role; printed on it.",
        "contact": "Whom a patient calls, in opening hours and out of them.",
        "brand": "The clinic's colour and logo.",
        "opening": 'Opening hours by weekday: tue: ["09:00-13:00", "14:00-17:30"]; a day left out is closed.',
        "closed": "Days on which the clinic is closed.",
        "slot_minutes": "Visits may start every so many minutes of your hours.",
        "chairs": "How many people can be treated at once.",
        "longest_visit": "The most hours of one visit at your clinic, with the reason.",
        "about": "Who stands behind the page; what you leave out is said to be not stated.",
        "sources": "Documents of your own, by an id that you choose.",
        "prices": "What you ask; the plan shows these prices and no others.",
        "overrides": "Values that you move inside their limits, by the id that `explain` prints.",
        "exceptions": "Rules of your own beyond the limits: signed, with a source, and printed as such.",
        "instructions": "Instructions of your own beside those of the rules, by an id that you choose.",
    },
    "Statement": {"say": "What you state, in your own words.", "sources": _CITES},
    "ClinicAbout": {
        "makers": "Who made it.",
        "training": "What training they have.",
        "funder": "Who paid for it.",
        "interests": "Who gains by it.",
        "contact": "Whom to write to.",
    },
    "Contact": {
        "in_hours": "Whom a patient calls while you are open.",
        "out_of_hours": "Whom a patient calls at night, on Sundays, on holidays.",
    },
    "Brand": {
        "colour": "A colour such as #1f4e79.",
        "logo": "An SVG or PNG file, named from the folder of this file.",
    },
    "Override": {
        "value": "What you plan with in place of the value of the rules.",
        "reason": _REASON,
        "sources": _CITES,
    },
    "RuleException": {
        "value": "What you plan with, beyond the limits of the rules.",
        "range": "Low and high of what you hold right.",
        "reason": _REASON,
        "sources": _CITES,
        "signed": "Who answers for it, and since when.",
    },
    "Signed": {"by": "Name and role of who answers for it.", "on": "The day it was signed: 2026-11-01."},
    "OwnInstruction": {
        "name": "A short name.",
        "kind": "Whether it says what to avoid, what to do, or what to expect.",
        "say": "What a patient reads; {days} stands for the number of days.",
        "why": "Why it matters, for the patient.",
        "to_day": "The last day on which it holds; the visit is day 0.",
        "reason": "Why you have it, for whoever looks after the rules.",
        "sources": _CITES,
        "signed": "Who answers for it, and since when: needed for what to do or expect.",
    },
    "ClosedDays": {
        "days": "Weekdays on which you are closed.",
        "dates": "Single days (2027-01-01), or spans: {from: 2027-08-02, to: 2027-08-14}.",
        "yearly": 'Days of every year: "12-25", {days_after_easter: -2}, {the: last, weekday: mon, of: aug}.',
    },
    "ClosedSpan": {"from": "The first day closed.", "to": "The last day closed."},
    "MovingHoliday": {"the": "Which of the month.", "weekday": "Which weekday.", "of": "Which month."},
    "EasterHoliday": {"days_after_easter": "Days after Easter Sunday; Good Friday is -2."},
    "ClinicPrices": {
        "visit": "By visit: what the first costs, and each later one.",
        "stage": "By stage: what a course costs at each stage of hair loss.",
        "area": "By area: what a course costs at a treated area, smallest first.",
        "hour": "By hour in the chair.",
        "touch_up": "What a touch-up costs.",
        "extra_visit": "By stage or by area: what a visit costs that is needed beyond those planned.",
        "patch_test": "What a patch test costs; 0 where it is free.",
        "free_touch_ups": "Touch-ups that the course holds.",
        "tax": "The tax on everything you sell.",
        "deposit": "What is paid to book.",
        "valid_days": "For how many days the price holds.",
        "paid": "When the course is paid.",
        "included": "What the price holds beside the visits.",
        "not_included": "What a patient pays beside it.",
        "sources": _CITES,
    },
    "VisitPrices": {
        "first": "What the first visit costs.",
        "later": "What each later visit costs.",
        "for_scars": "What each visit costs where scars alone are worked on.",
    },
    "StagePrices": {
        "norwood": "By Norwood stage.",
        "ludwig": "By Ludwig stage.",
        "scars": "What a course costs that covers scars alone.",
    },
    "AreaPrice": {"cm2": "A treated area in cm2.", "price": "What a course costs at this area."},
    "Tax": {
        "name": "What it is called, such as VAT.",
        "percent": "How many per cent.",
        "included": "true where your prices hold it already.",
    },
    "Deposit": {
        "percent": "As a share of the total, in per cent.",
        "amount": "As an amount.",
        "refund": "When it is given back, in a sentence.",
    },
    "FreeTouchUps": {
        "visits": "How many are free.",
        "within_months": "Within how many months after the last visit.",
    },
    "SourceEntry": {
        "title": "What the document is called.",
        "year": "The year it came out.",
        "kind": "What kind of document it is; `clinic` for your own.",
        "grade": "How sure it makes us; `very_low` for a clinic's own word.",
        "url": "Where it can be read.",
        "read_on": "The day on which it was read: 2026-11-01.",
        "quiet": "What it is called where its title or address would name a medicine.",
    },
    "QuietTitle": {"title": "A title that names no medicine.", "url": "An address that names no medicine."},
    "Figure": _FIGURE,
    "CountFigure": _FIGURE,
    "Row": _ROW,
    "SplitRow": _ROW,
    "Table": _TABLE,
    "SplitTable": _TABLE,
    "Cite": {"id": "An id from sources.yaml.", "at": "The place in the document."},
    "Reviewed": {
        "on": "The day on which the whole file was looked through.",
        "by": "Who looked it through.",
    },
}
"""By the name of the shape and the key as it is written."""
