"""Doing nothing is not free for who goes on with a medicine: a bare 0 stood in short and by year."""

from __future__ import annotations

from smp_planner.domain.intake import AreaAnswer
from smp_planner.exports.side_by_side import key_rows
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

GOES_ON = "your medicine goes on"


def test_a_man_on_tablets_reads_in_short_and_by_year_that_his_medicine_goes_on(rules: RuleSet) -> None:
    for medicines, told in ((("finasteride",), True), ((), False)):
        plan = plan_of(adult(area=AreaAnswer(norwood="IV"), medication_now=medicines), rules)
        in_short = {row[0]: row[1] for row in key_rows(plan.comparison)}
        assert (GOES_ON in in_short["Paid first"]) is (GOES_ON in in_short["Paid, 10 years"]) is told
        about = plan.comparison.curves.about.get("cost.nothing", "")
        assert ("what your medicine costs goes on" in about) is told
