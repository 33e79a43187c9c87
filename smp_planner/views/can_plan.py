"""Whether whoever opens the page can get a plan: the server's settings and the rules are as they should be.

It needs none of what makes a plan, so that a server can tell before it has read all that.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from smp_planner.domain.intake import REGIONS
from smp_planner.domain.words import joined
from smp_planner.language.choose import speech_of
from smp_planner.language.speech import speaking
from smp_planner.language.texts import N_, _
from smp_planner.views.faults import log_problems
from smp_planner.views.start_up import (
    MOST_SPOKEN,
    problems_here,
    tell_where_no_region_is_named,
    unknown_region,
)
from smp_planner.views.state import CLINIC, PATIENT

WAYS_IN = (PATIENT, CLINIC)
SETTING = N_("{name} is '{found}'; it should be {wanted}.")


def opening_way() -> str:
    """The way that the deployment opens, by SMP_VIEW; the clinic's where it names none."""
    return os.environ.get("SMP_VIEW") or CLINIC


def wrong_setting() -> str | None:
    """What is wrong with how the page was set up, if anything is: then it shows that and no more."""
    if region := unknown_region():
        return _(SETTING, name="SMP_REGION", found=region, wanted=_either(REGIONS))
    if opening_way() not in WAYS_IN:
        return _(SETTING, name="SMP_VIEW", found=opening_way(), wanted=_either(WAYS_IN))
    return None


def page_can_plan() -> bool:
    """Whether whoever opens the page can get a plan: settings and rules are as they should be.

    Where they are not, the page says so to people, and this to the log: no problem of rules holds an answer.
    The log also gets what is well, but maybe not meant: that no region is named.
    """
    with speaking(speech_of(MOST_SPOKEN)):
        wrong = wrong_setting() or problems_here()
        if not wrong:
            tell_where_no_region_is_named()
    if wrong:
        log_problems(wrong)
    return not wrong


def _either(names: Iterable[str]) -> str:
    return joined(list(names), comma=", ", last=_(" or "))
