"""Can I do this on that day? A plan's own days give the answer, in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from smp_planner.domain.care import Aftercare, Preparation, RuleName
from smp_planner.domain.words import listed, number, spoken
from smp_planner.exports.short_words import clinics_limits
from smp_planner.language.texts import N_, _, n_


class Activity(NamedTuple):
    """What somebody would like to do, and every rule that may speak against it: after a visit, before one.

    `seen` are the rules that tell what others may see: they forbid nothing; nor do those `beside`, which ask
    for something else on the same days. `for_good` are those of which something is kept up when their days
    are over, `on_head` those that hold for who wears something on the head. `words` are beginnings of English
    words by which a limit of a clinic's own tells that it is about it.
    """

    name: str
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    words: str = ""
    seen: tuple[str, ...] = ()
    for_good: tuple[str, ...] = ()
    on_head: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


# An activity is free only on a day on which none of its rules holds: who may not use a foil shaver may
# not use a razor either.
ACTIVITIES: Mapping[str, Activity] = {
    "swim": Activity(N_("Swim"), after=("swimming", "touching"), words=r"swim|pool|sea\b"),
    "sun": Activity(
        N_("Be in the sun"),
        after=("direct_sun",),
        before=("tan_or_sunburn",),
        words="sun",
        for_good=("sunscreen",),
    ),
    "train": Activity(N_("Train hard"), after=("heavy_exercise",), words="train|exercis|gym|sport|sweat"),
    "sauna": Activity(N_("Use a sauna"), after=("sauna_steam",), words="sauna|steam"),
    "touch": Activity(N_("Touch or wet my scalp"), after=("touching",)),
    "mild_shampoo": Activity(N_("Use mild shampoo"), after=("shampoo", "touching")),
    "normal_shampoo": Activity(N_("Use normal shampoo"), after=("normal_shampoo", "shampoo", "touching")),
    "foil_shaver": Activity(N_("Use a foil shaver"), after=("foil_shave", "touching")),
    "razor": Activity(N_("Shave with a razor"), after=("razor", "foil_shave", "touching"), before=("razor",)),
    "tight_hat": Activity(
        N_("Wear a tight hat, turban or headscarf"),
        after=("tight_hats",),
        words=r"hats?\b|caps?\b|helmet|turban|(?:head)?scar(?:f|ves)\b",
        beside=("hat",),
    ),
    "cream": Activity(N_("Use cream or hair lotion"), after=("creams",), words="cream|lotion"),
    "scrub": Activity(N_("Use a scrub or acid"), after=("exfoliant",), words="scrub|acid|peel|exfolia"),
    "dye": Activity(
        N_("Dye my hair or self-tan"),
        after=("self_tan_and_dye",),
        words="dye|self-tan",
        for_good=("self_tan_and_dye",),
    ),
    "alcohol": Activity(N_("Drink alcohol"), before=("alcohol",), words="alcohol|wine|beer|spirits"),
    "coffee": Activity(N_("Drink coffee"), before=("caffeine",), words="coffee|caffein"),
    "work": Activity(
        N_("Go to work"), seen=("redness", "scabs"), words=r"(?:to|at) work\b|job\b", on_head=("tight_hats",)
    ),
    "party": Activity(
        N_("Be seen at a party"), seen=("redness", "scabs", "darker_than_final"), words="party"
    ),
}
KINDS = {"avoid": N_("Avoid"), "do": N_("Do"), "expect": N_("Usual")}
ONE_DAY = timedelta(1)
SEEN = N_("You can on {day}, but others may see it: {rules} This holds from {first} to {last}.")
ON_THE_DAY = N_("A visit is on {day}. You can from the next day on, but others may see it: {rules}")
UNSEEN = N_("You can on {day}. No rule of this plan tells of anything that others would see then.")
ON_HEAD = N_("With something tight on your head, as a helmet, wait: from {day} on. {rules}")
OVER = N_("You can on {day}: this limit is over. {rules}")
BESIDE = N_("But it asks for something else on that day: {rules}")
ONLY_OWN = N_("On {day} look at our clinic's own rule first: {rules} No other rule speaks against it.")


class _Run(NamedTuple):
    """Days in a row, both ends included, on which a limit after these visits holds."""

    first: date
    last: date
    sessions: tuple[int, ...]


def can_i(care: Aftercare, activity: Activity, day: date, *, headgear: bool = False) -> str:
    """Whether a plan leaves a day free for an activity, from when to when it doesn't, and why then.

    `headgear`: the person wears something on the head on most days, so that its limits are told too.
    Which of its rules are the clinic's own is said with it. Those that only this clinic has count like any
    other where their words name the activity; of one that names none nobody knows what it speaks against, so
    it is told on its days whatever is asked.
    """
    activity, unknown = asked_of(care, activity), _about_nothing_known(care)
    own = [w.say for w in care.windows if w.rule in unknown and w.from_ <= day <= w.to]
    lasting = [name.for_good for name in kept_up_on(care, day) if name.rule in activity.for_good]
    runs = tuple(_runs(care, activity))
    near = [p for p in preparations_on(care, day) if p.rule in activity.before]
    held = next((run for run in runs if run.first <= day <= run.last), None)
    also = [_("Mind our clinic's own rule of that day too: {rules}", rules=" ".join(own))] if own else []
    if held is not None:
        later = _next_start(care, activity, runs, held.last)
        answer = f"{_held(held, day)} {_free_again(held.last, later)}"
    elif near:
        answer = _near(near[0], day)
    elif lasting:
        answer = _(OVER, day=spoken(day), rules=" ".join(filter(None, lasting)))
    elif activity.seen:
        worn = _on_head(care, activity, day) if headgear else ()
        answer = " ".join((*worn, _seen(care, activity, day)))
    else:
        answer, also = _free(care, activity, runs, day, own), []
    return " ".join((answer, *_moved(care, activity), *also))


def _moved(care: Aftercare, activity: Activity) -> Iterator[str]:
    """What is said of each rule of an activity that is the clinic's, once; all of it where only it has it."""
    moved = {name.rule for name in care.names if name.by_clinic}.intersection(
        (*activity.after, *activity.seen)
    )
    own = clinics_limits(care)
    yield from dict.fromkeys(
        f"{window.say} {window.differs}" if window.rule in own else window.differs or ""
        for window in care.windows
        if window.rule in moved
    )


def asked_of(care: Aftercare, activity: Activity) -> Activity:
    """The activity with the rules about it that only this clinic has."""
    about = [rule for rule, words in _clinics_words(care).items() if _is_about(activity, words)]
    return activity._replace(after=(*activity.after, *about))


def _about_nothing_known(care: Aftercare) -> set[str]:
    """The limits that only this clinic has and whose words name no activity."""
    return {
        rule
        for rule, words in _clinics_words(care).items()
        if not any(_is_about(activity, words) for activity in ACTIVITIES.values())
    }


def _clinics_words(care: Aftercare) -> Mapping[str, str]:
    """What the limits of the clinic's own are called and say."""
    said = {window.rule: window.say for window in care.windows}
    return {rule: f"{short} {said.get(rule, '')}" for rule, short in clinics_limits(care).items()}


def _is_about(activity: Activity, words: str) -> bool:
    return bool(activity.words) and re.search(rf"\b(?:{activity.words})", words, re.IGNORECASE) is not None


def _held(run: _Run, day: date) -> str:
    return _(
        "Not on {day}. The limit holds from {first} to {last}, after {visits}.",
        day=spoken(day),
        first=spoken(run.first),
        last=spoken(run.last),
        visits=_visits(run.sessions),
    )


def _free_again(last: date, later: date | None) -> str:
    day = spoken(last + ONE_DAY)
    if later is None:
        return _("From {day} on you are free of it.", day=day)
    return _("From {day} on you are free of it, until {later}.", day=day, later=spoken(later))


def _seen(care: Aftercare, activity: Activity, day: date) -> str:
    """That nothing forbids it, and what others may see on the day, each rule with its days."""
    told = [w for w in care.windows if w.rule in activity.seen and w.from_ <= day <= w.to]
    if not told:
        return _(UNSEEN, day=spoken(day))
    rules = " ".join(window.say for window in told)
    if any(window.rule == activity.seen[0] and window.from_ == day for window in told):
        return _(ON_THE_DAY, day=spoken(day), rules=rules)  # the skin is red from the visit on
    return _(
        SEEN,
        day=spoken(day),
        rules=rules,
        first=spoken(min(window.from_ for window in told)),
        last=spoken(max(window.to for window in told)),
    )


def _on_head(care: Aftercare, activity: Activity, day: date) -> Iterator[str]:
    """That what is worn tight on the head waits, from which day on it may be worn, and the rule."""
    for window in care.windows:
        if window.rule in activity.on_head and window.from_ <= day <= window.to:
            yield _(ON_HEAD, day=spoken(window.to + ONE_DAY), rules=window.say)


def _near(preparation: Preparation, day: date) -> str:
    return _(
        "Not on {day}, as visit {number} is near. {rule} This holds from {first} to {last}.",
        day=spoken(day),
        number=number(preparation.session),
        rule=preparation.say,
        first=spoken(preparation.from_),
        last=spoken(preparation.to),
    )


def _free(care: Aftercare, activity: Activity, runs: tuple[_Run, ...], day: date, own: Sequence[str]) -> str:
    said = [_("No rule of this plan speaks against it on {day}.", day=spoken(day))]
    if own:
        said = [_(ONLY_OWN, day=spoken(day), rules=" ".join(own))]
    if beside := [w.say for w in care.windows if w.rule in activity.beside and w.from_ <= day <= w.to]:
        said.append(_(BESIDE, rules=" ".join(beside)))
    if preparations_on(care, day):
        said.append(_("But a visit is near: see below what it asks for."))
    later = _next_start(care, activity, runs, day)
    if later is None:
        said.append(_("By then this limit is over."))
    else:
        said.append(_("The next limit begins on {day}.", day=spoken(later)))
    return " ".join(said)


class Held(NamedTuple):
    """What holds on a day: its kind, its own words, and the field of its step; None where nothing holds."""

    kind: str
    words: str
    field: str | None = None


def held_on(care: Aftercare, day: date) -> list[Held]:
    """Everything that holds on a day."""
    clinics = {name.rule for name in care.names if name.by_clinic}
    held = [
        window._replace(say=f"{window.say} {window.differs}") if window.rule in clinics else window
        for window in care.windows
        if window.from_ <= day <= window.to
    ]
    rows = [
        Held(_(name), window.say, f"aftercare.windows.{window.rule}")
        for kind, name in KINDS.items()
        for window in held
        if window.kind == kind
    ]
    rows += [
        Held(_("Before visit {number}", number=number(p.session)), p.say, f"aftercare.before.{p.rule}")
        for p in preparations_on(care, day)
    ]
    rows += [
        Held(_(KINDS[name.kind]), name.for_good, f"aftercare.windows.{name.rule}")
        for name in kept_up_on(care, day)
        if name.for_good
    ]
    return rows or [Held(_("Nothing"), _("No rule of this plan holds on that day."))]


def kept_up_on(care: Aftercare, day: date) -> list[RuleName]:
    """The rules of which something is kept up on a day, as their own days after the last visit are over."""
    ends: dict[str, date] = {}
    for window in care.windows:
        ends[window.rule] = max(window.to, ends.get(window.rule, window.to))
    return [name for name in care.names if name.for_good and day > ends.get(name.rule, day)]


def preparations_on(care: Aftercare, day: date) -> list[Preparation]:
    """What holds on a day because a visit is near."""
    return [preparation for preparation in care.before if preparation.from_ <= day <= preparation.to]


def _runs(care: Aftercare, activity: Activity) -> Iterator[_Run]:
    """The days on which any rule of the activity holds; what touches is one run."""
    run: _Run | None = None
    windows = [window for window in care.windows if window.rule in activity.after]
    for window in sorted(windows, key=lambda window: window.from_):
        if run is None or window.from_ > run.last + ONE_DAY:
            if run is not None:
                yield run
            run = _Run(window.from_, window.to, window.sessions)
        else:
            sessions = tuple(sorted({*run.sessions, *window.sessions}))
            run = _Run(run.first, max(run.last, window.to), sessions)
    if run is not None:
        yield run


def _next_start(care: Aftercare, activity: Activity, runs: tuple[_Run, ...], day: date) -> date | None:
    """The next day after this one on which a limit or a preparation of the activity begins."""
    starts = [run.first for run in runs]
    starts += [p.from_ for p in care.before if p.rule in activity.before]
    return min((start for start in starts if start > day), default=None)


def _visits(numbers: tuple[int, ...]) -> str:
    told = listed([number(one) for one in numbers])
    return n_("visit {numbers}", "visits {numbers}", len(numbers), numbers=told)
