"""The PDF keeps to PDF/UA-1 and PDF/A-2a: by a quick look of our own, and by veraPDF, the judge of both."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Literal

import pikepdf
import pytest
from PIL import Image

from smp_planner.domain.clinic import Logo
from smp_planner.domain.intake import CalendarAnswer, LifeEvent
from smp_planner.exports.paper.blocks import Paper, Paragraph
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.planner.dots.drawing import look_of
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.read_pdf import opened, tagged
from tests.exports.paper.sample_paper import long_paper, paper
from tests.exports.paper.test_pdf_any_text import MARKUP, SCRIPTS
from tests.people import START, adult, plan_of

VERA = Path(__file__).with_name("verapdf.py")
WAYS: list[tuple[Literal["letter", "a4"], bool]] = [("letter", False), ("a4", True)]


def judged(*files: Path) -> subprocess.CompletedProcess[str]:
    """What veraPDF says, in a process of its own as its Java stays until the end."""
    return subprocess.run(
        [sys.executable, str(VERA), *map(str, files)], check=False, capture_output=True, text=True
    )


def test_verapdf_finds_no_breach(tmp_path: Path) -> None:
    typed = (*MARKUP, *SCRIPTS)
    papers = {
        "every-kind": paper(),
        "long": long_paper(),
        "nothing": paper(sections=(), person="", brand="", footer="", title=""),
        "typed": paper(*map(Paragraph, typed), person=" ".join(typed), brand=typed[0], title=" ".join(typed)),
    }
    files = [tmp_path / f"{name}-{size}.pdf" for name in papers for size, _large in WAYS]
    made = [to_pdf(each, size=size, large=large) for each in papers.values() for size, large in WAYS]
    for file, pdf in zip(files, made, strict=True):
        file.write_bytes(pdf)
    done = judged(*files)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def test_verapdf_finds_no_breach_in_real_plans_with_their_pictures(tmp_path: Path, rules: RuleSet) -> None:
    wedding = LifeEvent(
        from_=date(2027, 6, 1), to=date(2027, 6, 3), name="Zoë’s <b>day</b> 🙂", kind="be_ready"
    )
    intake = adult(health=("diabetes",), calendar=CalendarAnswer(start=START, events=(wedding,)))
    plan, look = plan_of(intake, rules), look_of(intake, rules)
    referral = plan_treatment(adult(health=("keloid",)), rules)
    made = {
        "whole": to_pdf(paper_of(plan, look=look, whole=True), size="letter"),
        "short": to_pdf(paper_of(plan, look=look), size="a4", large=True),
        "referral": to_pdf(paper_of(referral, whole=True), size="a4"),
        "clinic": to_pdf(_of_a_clinic(None), size="a4"),
        "picture": to_pdf(_of_a_clinic(_picture()), size="letter", large=True),
    }
    files = [tmp_path / f"{name}.pdf" for name in made]
    for file, pdf in zip(files, made.values(), strict=True):
        file.write_bytes(pdf)
    done = judged(*files)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def _of_a_clinic(logo: Logo | None) -> Paper:
    """A plan under the worked clinic, with its own logo or another."""
    rules = load_rules(clinic=DATA / "clinics" / "example-clinic.yaml")
    return paper_of(plan_of(adult(), rules), logo=logo or rules.logo)


def _picture() -> Logo:
    """A logo that light shines through."""
    made = BytesIO()
    Image.new("RGBA", (300, 60), (31, 78, 121, 90)).save(made, "PNG")
    return Logo("png", made.getvalue())


def test_verapdf_finds_a_document_without_tags(tmp_path: Path) -> None:
    """The judge is awake: it sees what is not there."""
    pdf, file = opened(to_pdf(paper(), size="a4")), tmp_path / "bare.pdf"
    del pdf.Root.StructTreeRoot, pdf.Root.MarkInfo
    pdf.save(file)
    done = judged(file)
    assert done.returncode == 1
    assert "PDFUA-1" in done.stdout
    assert "PDFA-2A" in done.stdout


@pytest.mark.parametrize(("size", "large"), WAYS)
def test_the_document_says_what_it_is_and_holds_what_it_needs(
    size: Literal["letter", "a4"], large: bool
) -> None:
    pdf = opened(to_pdf(long_paper(), size=size, large=large))
    root = pdf.Root
    assert root.MarkInfo.Marked
    assert root.Lang == "en"
    assert root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as about:
        assert about["dc:title"] == "Your treatment plan"
        assert about["pdfuaid:part"] == "1"
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
    for page in pdf.pages:
        assert page.get("/Tabs") == "/S"
        for font in page.Resources.get("/Font", {}).values():
            assert "/ToUnicode" in font
            assert is_embedded(font)
    assert all(str(tag.Alt) for tag in tagged(pdf) if tag.S == "/Figure")
    assert all("/Scope" in str(tag.A) for tag in tagged(pdf) if tag.S == "/TH")


def is_embedded(font: pikepdf.Object) -> bool:
    """Whether the letters of a font are in the file."""
    described = font.get("/DescendantFonts", [font])[0].get("/FontDescriptor", {})
    return any(f"/FontFile{kind}" in described for kind in ("", "2", "3"))
