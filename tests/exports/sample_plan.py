"""One small plan built by hand, so that a test can say to the letter what an export holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from smp_planner.domain.about import About, AboutPoint
from smp_planner.domain.care import (
    Aftercare,
    Burden,
    CalendarWord,
    CareConflict,
    Preparation,
    RuleName,
    WarningSign,
    Window,
)
from smp_planner.domain.comparison import Cell, Comparison, Curves, Harm, Option, Risk, Row
from smp_planner.domain.course import (
    Area,
    AreaPart,
    Dots,
    EventConflict,
    LatestStart,
    Method,
    Sessions,
    Shade,
    Visit,
)
from smp_planner.domain.decision import Decision, RecapQuestion, SureQuestion
from smp_planner.domain.edition import ClinicEdit, RulesEdition
from smp_planner.domain.findings import Finding, Suitability, Wait
from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, Intake, Person
from smp_planner.domain.plan import Referral, TreatmentPlan, WhatIf
from smp_planner.domain.provenance import Reading, Source, Step
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.talk import ClinicQuestion, OptionQuestions, PutRight, Talk
from smp_planner.domain.words import weekday_of
from smp_planner.domain.years import Cost, FadePoint, Removal, TouchUp, TouchUps

START = date(2027, 1, 11)
RULE_NAMES = (
    RuleName("direct_sun", "avoid", "no direct sun", calendar=CalendarWord("sun", "No sun", "No direct sun")),
    RuleName(
        "heavy_exercise", "avoid", "no heavy exercise", calendar=CalendarWord("sweat", "No gym", "No sweat")
    ),
    RuleName(
        "swimming", "avoid", "no swimming", calendar=CalendarWord("water", "No swim", "No pool, no sea")
    ),
    RuleName(
        "sauna_steam", "avoid", "no sauna or steam", calendar=CalendarWord("sweat", "No heat", "No steam")
    ),
    RuleName(
        "touching", "avoid", "keep dry, don't touch", calendar=CalendarWord("wash", "Keep dry", "Hands off")
    ),
    RuleName("shampoo", "avoid", "no shampoo", calendar=CalendarWord("wash", "No wash", "Water is fine")),
    RuleName("normal_shampoo", "avoid", "no normal shampoo", said_by="shampoo"),
    RuleName("razor", "avoid", "no razor"),
    RuleName("rinse", "do", "rinse with water"),
    RuleName("hat", "do", "wear a loose hat outdoors"),
    RuleName("redness", "expect", "some redness"),
)
DAYS = (START, date(2027, 1, 21), date(2027, 2, 18))
COUNT = Reading(
    id="sessions.count",
    value=3,
    range=(3, 4),
    limits=(3, 6),
    unit="sessions",
    basis="paper",
    sources=("liu-2025", "scalpguru"),
    at={"liu-2025": "method"},
    place="data/sessions.yaml:9:1",
)
SUN = Reading(
    id="aftercare.instructions.direct_sun",
    value="Sun fades fresh pigment.",
    sources=("article",),
    place="data/aftercare.yaml:14:3",
)
TRACE = (
    Step(
        field="sessions.count",
        value=Estimate(3, 3, 4, "sessions"),
        because="Three to start with.",
        rules=(COUNT,),
    ),
    Step(field="sessions.items.1.date", value=START, because="The first free day.", uses=("sessions.count",)),
    Step(field="aftercare.windows.direct_sun", value=None, because="Sun fades pigment.", rules=(SUN,)),
)


def _visit(number: int, day: date, *, gap: int | None) -> Visit:
    return Visit(
        number=number,
        date=day,
        weekday=weekday_of(day),
        earliest=day,
        latest=day + timedelta(days=4),
        gap_days=gap,
        hours=Estimate(2, Decimal("2.5"), 4, "hours"),
        dots=Estimate(6000, 7650, 9000, "dots"),
        share_after=Decimal("0.3") * number,
        focus="Lay a light layer.",
        steps=("Clean the skin.",),
    )


def _window(
    rule: str, first: date, last: date, *sessions: int, kind: Literal["avoid", "expect"] = "avoid"
) -> Window:
    return Window(rule=rule, kind=kind, say=f"Mind {rule}.", from_=first, to=last, sessions=sessions)


def windows(days: tuple[date, ...] = DAYS) -> tuple[Window, ...]:
    """Sun, swimming and sauna in one run; exercise and touching after each visit by itself."""
    end = days[-1] + timedelta(days=28)
    all_ = tuple(range(1, len(days) + 1))
    run = [_window(rule, days[0], end, *all_) for rule in ("direct_sun", "swimming", "sauna_steam")]
    for number, day in enumerate(days, start=1):
        run.append(_window("heavy_exercise", day, day + timedelta(days=9), number))
        run.append(_window("touching", day, day + timedelta(days=3), number))
    return (*run, _window("redness", days[0], days[0] + timedelta(days=3), 1, kind="expect"))


def _cell(
    say: str,
    *numbers: Decimal | int,
    not_known: str | None = None,
    leans: Literal["for", "against", "neither"] = "neither",
) -> Cell:
    low, typical, high = numbers or (None, None, None)
    return Cell(
        say=say,
        leans=leans,
        low=low,
        typical=typical,
        high=high,
        not_known=not_known,
        sources=("our-judgement",),
        strength="very_low",
    )


def _source(id_: str, title: str, year: int | None, grade: str) -> Source:
    return Source(
        id=id_, title=title, year=year, kind="paper", grade=grade, url=None, read_on=date(2026, 11, 23)
    )


SOURCES = (
    _source("our-judgement", "A judgement of the makers", None, "very_low"),
    _source("article", "What is SMP?", 2024, "very_low"),
    _source("garg-2021", "Garg 2021: complications", 2021, "low"),
)
OPTIONS = ("nothing", "medication", "smp", "fut", "fue")
NAMES = (
    "Doing nothing",
    "Medication",
    "Scalp micropigmentation (SMP)",
    "Strip surgery (FUT)",
    "Single-graft surgery (FUE)",
)


def _row(id_: str, question: str, unit: str, *cells: Cell) -> Row:
    return Row(
        id=id_, group="does", question=question, unit=unit, cells=dict(zip(OPTIONS, cells, strict=True))
    )


COMPARISON = Comparison(
    leans_say="A rule decides.",
    options=tuple(
        Option(
            id=id_,
            name=name,
            about="One way.",
            open_to_you="ask" if id_ == "fut" else "nothing_against",
            why="Nothing rules it out.",
        )
        for id_, name in zip(OPTIONS, NAMES, strict=True)
    ),
    rows=(
        _row(
            "regrows_hair",
            "Does it make hair grow?",
            "words",
            _cell("No. Lost is lost.", leans="against"),
            _cell("It can. Many see it.", leans="for"),
            _cell("No. It is a picture.", leans="against"),
            _cell("It moves hair.", leans="for"),
            _cell("It moves hair.", leans="for"),
        ),
        _row(
            "cost_10y",
            "What will I have paid after ten years?",
            "USD",
            _cell("0.", 0, 0, 0),
            _cell("About $3,240.", 1800, 3240, 6600),
            _cell("About $5,300.", 3300, 5300, 9000),
            _cell("About $9,000.", 5000, 9000, 16000),
            _cell("Not known.", not_known="no price"),
        ),
    ),
    curves=Curves(hair={}, cost={}),
)
COST = Cost(
    currency="USD",
    tax="Sales tax may come on top.",
    as_of=date(2026, 11, 23),
    valid_days=90,
    course=Estimate(1800, 2800, 4000, "USD"),
    goes_by="The price goes by the size of the area.",
    covers="for 3 visits, $700 ($400 to $1,200) for one more",
    per_session=Estimate(600, 933, 1333, "USD"),
    touch_up=Estimate(300, 500, 1000, "USD"),
    totals={"1y": Estimate(1800, 2800, 4000, "USD"), "10y": Estimate(3300, 5300, 9000, "USD")},
    removal=Removal(
        sessions=Estimate(1, 2, 3, "sessions"),
        price=None,
        not_known="Its price is not known.",
        say="A laser.",
    ),
    included=("every visit",),
    not_included=("travel",),
    notes=("Ask for one total.",),
)
LICENCE = ClinicQuestion("licence", "What licence covers this?", "Rules differ.")
DECISION = Decision(
    say="Which option?",
    problem="Hair grows thin.",
    time=("Sleep on it.",),
    ask=tuple(
        OptionQuestions(id_, "a doctor", (ClinicQuestion("cost", "What does it cost?", "Costs differ."),))
        for id_ in OPTIONS
    ),
    recap=(RecapQuestion("grows", "Does SMP make hair grow?", "no", "It is a picture."),),
    sure=(SureQuestion("sure", "Do I feel sure?", "Take more time."),),
    talk_again="Talk again.",
    all_yes="You feel ready.",
)
ABOUT = About(
    published_on=date(2026, 11, 26),
    next_review_on=date(2027, 11, 26),
    say="Published on 26 November 2026.",
    points=(AboutPoint("funder", "Who paid for it", "Not stated."),),
)
PLAN = TreatmentPlan(
    talk=Talk(
        choosing=(OptionQuestions("smp", "a clinic", (LICENCE,)),),
        put_right=(PutRight("smp", "A laser.", "Two visits.", "Its price.", "low"),),
    ),
    decision=DECISION,
    about=ABOUT,
    rules=RulesEdition(edition="2026-11-23", fingerprint="abc123def456"),
    intake=Intake(
        goals=("shaved_look",),
        area=AreaAnswer(norwood="V"),
        calendar=CalendarAnswer(start=START),
        person=Person(name="Ada Example"),
        density="natural",
    ),
    suitability=Suitability(
        checked=True,
        provisional=False,
        know=(Finding(id="not_regrowth", say="SMP does not grow hair.", sources=("traquina-2001",)),),
    ),
    notes=("Most clinics publish 2 to 4 visits.",),
    area=Area(
        cm2=Estimate(100, 170, 230, "cm2"),
        bare_cm2=Estimate(80, 140, 200, "cm2"),
        parts=(AreaPart(id="crown", cm2=Estimate(20, 40, 80, "cm2"), why="The crown is bare."),),
    ),
    dots=Dots(
        over_area=Estimate(149, 149, 194, "dots/cm2"),
        per_cm2=Estimate(150, 150, 150, "dots/cm2"),
        total=Estimate(18000, 25500, 34500, "dots"),
        per_session=(),
    ),
    method=Method(suggested="digital", say="Digital.", sources=("article",)),
    shade=Shade(first_session=None, target=None, say="Ask which pigment.", sources=("article",)),
    sessions=Sessions(
        count=Estimate(3, 3, 4, "sessions"),
        chair_hours=Estimate(6, 9, 16, "hours"),
        items=(_visit(1, DAYS[0], gap=None), _visit(2, DAYS[1], gap=10), _visit(3, DAYS[2], gap=28)),
        last_on=DAYS[2],
        settled_on=date(2027, 3, 18),
    ),
    aftercare=Aftercare(
        names=RULE_NAMES,
        windows=windows(),
        days=(),
        call_if=(
            WarningSign(
                say="Trouble with breathing.", whom="the emergency number", urgent=True, sources=("nhs",)
            ),
            WarningSign(say="A late rash.", whom="a skin doctor", urgent=False, sources=("paper",)),
        ),
        before=(
            Preparation(
                rule="alcohol",
                session=1,
                from_=date(2027, 1, 9),
                to=START,
                say="Drink no alcohol.",
                short="no alcohol",
            ),
        ),
        conflicts=(),
        burden=Burden(
            days_without_sun=67,
            days_without_swimming=67,
            days_without_sauna=67,
            days_without_heavy_exercise=30,
            first_day=START,
            last_day=date(2027, 3, 18),
            say="67 days out of direct sun.",
        ),
    ),
    touch_ups=TouchUps(
        interval_months=Estimate(12, 24, 24, "months"),
        items=(TouchUp(number=1, from_=date(2028, 2, 18), typical=date(2029, 2, 18), to=date(2029, 2, 18)),),
        fade=(
            FadePoint(months=6, low=Decimal("0.89"), typical=Decimal("0.9"), high=Decimal("0.91")),
            FadePoint(months=12, low=Decimal("0.86"), typical=Decimal("0.87"), high=Decimal("0.88")),
        ),
        notes=("A date is a check.", "Nobody measured more than 6 months."),
    ),
    risks=(
        Risk(
            option="smp",
            id="infection",
            name="infection",
            kind="skin",
            strength="low",
            say="The skin gets infected.",
            per_100=None,
            not_known="Nobody counted it.",
            prevent="Clean work.",
            do="See a doctor.",
            sources=("article",),
        ),
        Risk(
            option="fue",
            id="numbness",
            name="numbness",
            kind="skin",
            strength="very_low",
            of_100="Of 100 men, about 11 had it (1 to 30), and about 89 had not.",
            over="Counted over a year.",
            say="Numb skin.",
            per_100=Estimate(1, 11, 30, "per 100"),
            not_known=None,
            prevent="Skill.",
            do="Wait.",
            sources=("garg-2021",),
        ),
    ),
    harms=(
        Harm(
            "skin",
            "Skin",
            tuple(
                Finding(id=id_, say="Does not happen here.", sources=("our-judgement",))
                for id_ in ("nothing", "medication", "fut")
            ),
        ),
    ),
    cost=COST,
    comparison=COMPARISON,
    what_if=(WhatIf(id="prices_up", say="What if prices go up?", effect="Price of the course: $3,360."),),
    trace=TRACE,
    sources=SOURCES,
)
PROVISIONAL = replace(
    PLAN,
    suitability=Suitability(
        checked=True,
        provisional=True,
        ask_doctor=(
            Finding(id="diabetes", say="Ask your doctor whether your skin heals.", sources=("scalp-method",)),
        ),
    ),
)
UNCHECKED = replace(PLAN, suitability=Suitability(checked=False, provisional=False), cost=None)
BUSY = replace(
    PLAN,
    rules=replace(
        PLAN.rules,
        clinic="Example studio",
        clinic_edits=(
            ClinicEdit(
                parameter="sessions.gaps.later",
                from_=28,
                to=30,
                reason="We wait a full month.",
                sources=("own",),
            ),
        ),
    ),
    sessions=replace(
        PLAN.sessions,
        conflicts=(
            EventConflict(
                event="=wedding",
                on=date(2027, 3, 1),
                say="=wedding comes too soon.",
                what_would_fit="Start by 4 January.",
            ),
        ),
        latest_start=(LatestStart(event="race", on=date(2027, 5, 1), say="For race, start by 1 May 2027."),),
    ),
    aftercare=replace(
        PLAN.aftercare,
        conflicts=(
            CareConflict(
                event="@beach", rule="direct_sun", from_=DAYS[0], to=DAYS[1], say="@beach falls in your days."
            ),
        ),
    ),
)
NO_PRICE = _cell("No price before a plan.")._replace(withheld=True)
NO_PLAN = replace(
    COMPARISON,
    first=(Finding(id="reason_first", say="The reason comes first.", sources=("our-judgement",)),),
    options=tuple(
        replace(option, open_to_you="not_for_you", why="Not now. Talk with a skin doctor.")
        if option.id == "smp"
        else option
        for option in COMPARISON.options
    ),
    rows=(
        COMPARISON.rows[0],
        COMPARISON.rows[1]._replace(cells=dict.fromkeys(OPTIONS, NO_PRICE)),
    ),
)
REFERRAL = Referral(
    rules=PLAN.rules,
    intake=PLAN.intake,
    ask_again_on=date(2027, 7, 11),
    say="Not yet. Ask again from 11 July 2027.",
    suitability=Suitability(
        checked=True,
        provisional=False,
        stop=(Finding(id="keloid", say="Talk with a skin doctor.", sources=("naturalink-contra",)),),
        wait=(
            Wait(
                id="recent_transplant",
                say="Wait 9 months.",
                until=date(2027, 7, 11),
                why="The skin has to heal.",
                sources=("scalp-method",),
            ),
            Wait(
                id="active_shedding",
                say="Wait until it is stable.",
                until=None,
                why="Nobody can count the days.",
                sources=("inkdsmp-contra",),
            ),
        ),
        ask_doctor=PROVISIONAL.suitability.ask_doctor,
    ),
    area=PLAN.area,
    risks=PLAN.risks,
    comparison=NO_PLAN,
    talk=PLAN.talk,
    decision=DECISION,
    about=ABOUT,
    trace=TRACE[:1],
    sources=PLAN.sources,
)
