"""The article's claims and how each was settled, as a document: docs/reference/claims.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smp_planner.rules.figures import Cite
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.claims import Claim

DOCUMENT = Path(__file__).parents[1] / "docs" / "reference" / "claims.md"
HEAD = """# Where the source article can't be taken at its word

The planner starts from one article. Where it contradicts itself, or says more than any source bears out,
the planner does not follow it. Each entry tells the claims in short, what papers and clinics say, and how we
settled it. Written from `data/article/`: change an entry there, then run
`python -m pytest tests/test_claims_doc.py --rewrite-goldens`.
"""
CHAPTERS = {
    "contradicts_itself": "The article against itself",
    "not_supported": "Claims that don't hold, though the article does not contradict them",
}


def render_claims(rules: RuleSet) -> str:
    """The whole document: one chapter for each kind of claim, one heading for each entry."""
    lines = [HEAD]
    for kind, title in CHAPTERS.items():
        entries = rules.article.claims[kind]
        lines += [f"## {title}", "", f"{len(entries)} entries.", ""]
        lines += [line for id_, claim in entries.items() for line in _entry(id_, claim, rules)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _entry(id_: str, claim: Claim, rules: RuleSet) -> Iterator[str]:
    yield f"### {claim.topic}"
    yield ""
    yield f"- **The article says** {' '.join(claim.claims)}"
    yield f"- **The literature** {claim.literature}"
    yield f"- **Settled** {claim.settled}"
    if claim.rules:
        yield f"- **Rules** {', '.join(f'`{rule}`' for rule in claim.rules)}"
    yield f"- **Sources** {'; '.join(_source(cite, rules) for cite in claim.sources)} (`{id_}`)"
    yield ""


def _source(cite: str | Cite, rules: RuleSet) -> str:
    source = rules.sources[cite if isinstance(cite, str) else cite.id]
    title = f"[{source.title}]({source.url})" if source.url else source.title
    return title if isinstance(cite, str) else f"{title} ({cite.at})"
