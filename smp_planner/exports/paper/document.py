"""A plan, or a referral, as the whole document to print: every section in the order in which it is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from smp_planner.domain.plan import Compared, Referral
from smp_planner.exports.paper.blocks import Paper, Section
from smp_planner.exports.record import to_json
from smp_planner.exports.wording import NOT_ADVICE
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import N_, _

OUR_TITLE = N_("Your SMP plan")
NO_PLAN = N_("No plan for now")
OUR_BRAND = N_("SMP planner")
EDITION = N_("Rules of {day} ({fingerprint})")
MARK_LENGTH = 8


def paper_of(plan: Compared) -> Paper:
    """The document, the same for PDF and page; told in the language that is spoken."""
    rules = plan.rules
    return Paper(
        title=_(NO_PLAN) if isinstance(plan, Referral) else _(OUR_TITLE),
        person=plan.intake.person.name.strip(),
        brand=rules.clinic or _(OUR_BRAND),
        mark=mark_of(plan),
        edition=_(EDITION, day=rules.edition, fingerprint=rules.fingerprint),
        footer=_(NOT_ADVICE),
        language=spoken_now().language,
        sections=tuple(_sections(plan)),
    )


def mark_of(plan: Compared) -> str:
    """A short mark that tells one plan from another: eight letters and digits, always the same for one plan.

    It is worked out from the answers and the rules, and no answer can be read from it.
    """
    record = json.loads(to_json(plan))
    told = json.dumps([record["intake"], record["rules"]], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:MARK_LENGTH].upper()


def _sections(plan: Compared) -> Iterator[Section]:
    yield from ()
