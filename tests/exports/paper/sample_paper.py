"""Papers to print in tests: one with every kind of block, and one as long as a plan to take home."""

from __future__ import annotations

from smp_planner.exports.paper.blocks import (
    Block,
    Bullets,
    Heading,
    Lines,
    Pairs,
    Paper,
    Paragraph,
    Picture,
    Section,
    SourceList,
    Table,
    Ticks,
)  # fmt: skip

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 140" width="320" height="140">'
    '<path d="M60 120 Q60 20 160 20 Q260 20 260 120" fill="none" stroke="currentColor"/>'
    "{dots}"
    '<text x="160" y="136" font-size="12" text-anchor="middle" fill="currentColor">{label}</text></svg>'
)


def drawing(label: str = "Crown · корона · στέμμα", dots: int = 0) -> str:
    """A drawing with a text and dots."""
    places = ((i * 0.618 % 1 * 180 + 70, i * 0.382 % 1 * 70 + 45) for i in range(dots))
    drawn = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r=".6" fill="currentColor"/>' for x, y in places)
    return DRAWING.format(label=label, dots=drawn)


EVERY_KIND: tuple[Block, ...] = (
    Paragraph("You asked for a shaved look over the front and the crown."),
    Paragraph("Dates wait for your doctor's answer.", "notice"),
    Paragraph("Hot, swollen or with pus: call a doctor on the same day.", "urgent"),
    Paragraph("Made from your answers. No answer is kept.", "quiet"),
    Pairs((("Visits", "3 (3 to 4)"), ("Hours in the chair", "8 to 11"), ("Money", "$3,420 to $4,180"))),
    Heading("What happens"),
    Bullets(("The hairline is drawn with you.", "Dots are set in layers.", "Nothing."), ((1,), (1, 2), ())),
    Ticks(("Sleep well", "Eat before you come", "Bring a loose cap")),
    Ticks(("yes", "no", "not sure"), "Did I sleep well?"),
    Bullets(("No. A night is too short for that.",), small=True),
    Table(
        "When you come",
        ("Visit", "Day", "Hours"),
        (("First", "Mon, January 11, 2027", "3 to 4"), ("Second", "Mon, January 25, 2027", "2 to 3")),
        (2, 3, 2),
    ),
    Picture(drawing(), "A head from above; dots cover the front and the crown.", "Where dots go", 60),
    Picture(drawing("Side"), "A head from the side."),
    Lines(("Name", "Day", "Signature")),
    SourceList(
        (
            (1, "A review of scalp micropigmentation, 2021", "https://example.org/a?b=c"),
            (2, "A leaflet without an address", None),
            (3, "A source nobody may follow", "javascript:alert(1)"),
        )
    ),
)  # fmt: skip


def paper(*blocks: Block, **changed: object) -> Paper:
    """A document with some blocks, or with every kind of block."""
    fields: dict[str, object] = {
        "title": "Your treatment plan",
        "person": "José Ñáñez-O’Connor",
        "brand": "Northline Scalp Studio",
        "mark": "7F3A-22C1",
        "edition": "2026-11-23",
        "footer": "Records a talk. Not consent, not a quote, not medical advice.",
        "language": "en",
        "sections": (
            Section("summary", "In short", blocks or EVERY_KIND),
            Section("second", "And then", (Paragraph("The end."),), alone=True),
        ),
    }
    return Paper(**(fields | changed))  # pyright: ignore[reportArgumentType]


def long_paper() -> Paper:
    """A document as long as a plan that somebody takes home: tables over pages, pictures, many sources."""
    said = "About a third of people see less change than they hoped for within the first twelve months."
    options = ("Nothing", "Medicine", "SMP", "Strip surgery", "Single grafts")
    answers = tuple(
        (f"What does question {row} ask of you?", *(said[: 30 + row * 2] for _ in options))
        for row in range(32)
    )
    days = tuple(
        (f"Day {day}", "No sun, no swimming, no sauna", "Wash with cool water", "A little red")
        for day in range(28)
    )
    cited = tuple((number % 40 + 1, number % 7 + 1) for number in range(30))
    sources = tuple(
        (
            number,
            f"{said} Journal {number}, 2021. Read on May 1, 2026.",
            f"https://example.org/articles/{number}",
        )
        for number in range(1, 41)
    )
    sections = (
        Section("summary", "In short", EVERY_KIND[:-1]),
        Section("days", "Day by day", (Table("Visit 1", ("Day", "Avoid", "Do", "Hope"), days),), alone=True),
        Section("compare", "Side by side", (Table("All", ("Question", *options), answers),), alone=True),
        Section("risks", "Risks", (Bullets((said,) * 30, cited), Picture(drawing(dots=3000), "A head."))),
        Section("money", "Money", (Pairs((("Course", "$3,420"),) * 6), *[Paragraph(said * 6)] * 2)),
        Section("sources", "Sources", (SourceList(sources),)),
        Section("sign", "We talked", (Paragraph(said), Lines(("Name", "Day", "Signature"))), alone=True),
    )  # fmt: skip
    return paper(sections=sections)
