"""What a clinic says of itself: on the rules, and the logo beside its file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pytest
from PIL import Image

from smp_planner.domain.clinic import ClinicContact, ClinicProfile, Logo
from smp_planner.rules.clinic_file import locale_of
from smp_planner.rules.clinic_profile import asked_elsewhere, profile_faults
from smp_planner.rules.drawn_logo import LONGEST_SIZE
from smp_planner.rules.load import DATA, load_rules, read_layer, try_load
from smp_planner.rules.logo import MOST_BYTES

CLINIC = DATA / "clinics" / "example-clinic.yaml"
DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"{more}>{inside}</svg>'


def png(side: int = 8) -> bytes:
    made = BytesIO()
    Image.new("RGB", (side, 8), "navy").save(made, "PNG")
    return made.getvalue()


def drawn(inside: str = "", more: str = "") -> bytes:
    return DRAWN.format(inside=inside, more=more).encode()


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    path = tmp_path / "clinic" / "clinic.yaml"
    path.parent.mkdir()
    path.write_text("name: Test studio\nbrand: {logo: logo}\n")
    return path


def told(clinic: Path, logo: bytes | None = None) -> list[str]:
    """What is wrong with a logo, in words; nothing where it is taken as it is."""
    if logo is not None:
        (clinic.parent / "logo").write_bytes(logo)
    rules, problems = try_load(clinic=clinic)
    assert (rules is None) is bool(problems)
    assert rules is None or (rules.logo is not None and rules.logo.data == logo)
    return [f"{problem.message} [{problem.code}]" for problem in problems]


def test_the_worked_clinic_says_who_prepared_the_plan_whom_to_call_and_how_it_looks() -> None:
    rules = load_rules(clinic=CLINIC)
    assert rules.edition.profile == ClinicProfile(
        "Sam Reed, consultant",
        ClinicContact("020 7946 0000, Tuesday to Saturday, 9 am to 5.30 pm", "020 7946 0001"),
        "#1f4e79",
    )
    assert rules.logo == Logo("svg", (CLINIC.parent / "example-clinic.svg").read_bytes())


def test_a_clinic_that_states_nothing_of_itself_adds_nothing_to_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text("name: Test studio\n")
    assert load_rules(clinic=path).edition.profile is None
    assert load_rules().edition.profile is None


def test_a_logo_may_be_a_picture_or_a_drawing_with_notes_of_its_program(clinic: Path) -> None:
    assert told(clinic, png()) == []
    notes = ' width="9mm" height="9" xmlns:ink="http://www.inkscape.org/" xmlns:xlink="http://www.w3.org/1999/xlink"'
    inside = (
        '<ink:view ink:zoom="1"/><defs><linearGradient id="a"/>'
        '<linearGradient id="b" xlink:href="#a"/></defs>'
        '<style>path {fill:url( "#b" )}</style><path d="M0 0h9v9z" fill="url(#b)" style="stroke:red"/>'
    )
    assert told(clinic, b"\xef\xbb\xbf" + drawn(inside, notes)) == []
    spaced = b"-0.0,0 , " + b" " * (LONGEST_SIZE - 16) + b".5e1 9."
    assert told(clinic, drawn().replace(b"0 0 9 9", spaced)) == []


@pytest.mark.parametrize(
    ("logo", "wrong"),
    [
        (b"", "'logo' is neither an SVG drawing (in UTF-8) nor a PNG picture [R527]"),
        (
            drawn().decode().encode("utf-16"),
            "'logo' is neither an SVG drawing (in UTF-8) nor a PNG picture [R527]",
        ),
        (b"<html/>", "'logo' is an XML file, but no SVG drawing [R528]"),
        (drawn()[:-4], "'logo' is cut off, or not written as XML asks [R528]"),
        (drawn(more=' width="0"'), "'logo' has a width or height that is no length [R528]"),
        (
            drawn().replace(b"0 0 9 9", b"0 0 9 9" + b" " * LONGEST_SIZE),
            "'logo' has no viewBox with a width and a height [R528]",
        ),
        (
            drawn().replace(b"0 0 9 9", b"1" * 21 + b" 0 9 9"),
            "'logo' has no viewBox with a width and a height [R528]",
        ),
        (
            drawn(more=f' height="{"1" * 20_000}"'),
            "'logo' has a width or height that is no length [R528]",
        ),
        (drawn("<g>" * 50 + "</g>" * 50), "'logo' nests more than 40 deep [R528]"),
        (
            drawn('<g style="fill:\\75rl(x)"/>'),
            "'logo' has a style that takes in others, or hides signs [R528]",
        ),
        (drawn(f'<g href="{"x" * 99}"/>'), f"'logo' refers to something outside: {'x' * 40}… [R528]"),
        (png()[:-20], "'logo' is a damaged PNG picture [R527]"),
        (png(5000), "'logo' has more than 4000 pixels to a side [R527]"),
        (png()[:12], "'logo' is a damaged PNG picture [R527]"),
        (png().replace(b"IDATx", b"IDATy"), "'logo' is a damaged PNG picture [R527]"),
        (drawn(" " * MOST_BYTES), "'logo' is larger than 200 kB [R527]"),
    ],
)
def test_a_logo_that_cannot_be_printed_is_refused(logo: bytes, wrong: str, clinic: Path) -> None:
    assert told(clinic, logo) == [wrong]


def test_a_logo_stays_in_the_folder_of_the_clinic(clinic: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(png())
    outside = "should be a file in the folder of the clinic's file; found '{}' [R525]"
    (clinic.parent / "logo").symlink_to(tmp_path / "outside")
    assert told(clinic) == [outside.format("logo")]
    for name in (str(tmp_path / "outside"), "../outside"):
        clinic.write_text(f"name: Test studio\nbrand: {{logo: {name}}}\n")
        assert told(clinic) == [outside.format(name)]
    clinic.write_text('name: Test studio\nbrand: {logo: "a\\0b"}\n')
    assert [line.rsplit(" ", 1)[1] for line in told(clinic)] == ["[R526]"]
    (clinic.parent / "logo").unlink()
    clinic.write_text("name: Test studio\nbrand: {logo: inner/logo}\n")
    (clinic.parent / "inner").mkdir()
    (clinic.parent / "inner" / "logo").write_bytes(png())
    assert try_load(clinic=clinic)[1] == []


def test_a_logo_that_may_not_be_read_is_told(clinic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (clinic.parent / "logo").write_bytes(png())
    opened = Path.open

    def refused(path: Path, *how: str, **more: str) -> IO[Any]:
        """As the system refuses it, which asks nobody who runs as its owner."""
        if path.name == "logo":
            raise PermissionError(13, "Permission denied")
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", refused)
    assert told(clinic) == ["can't be opened: 'logo' [R526]"]


def test_without_prices_that_can_be_read_no_currency_is_judged(clinic: Path) -> None:
    clinic.write_text("name: Test studio\ncurrency: GBP\n")
    layer = read_layer(clinic=clinic)[0]
    assert layer.clinic is not None
    assert layer.clinic_file is not None
    assert list(profile_faults(layer.clinic, layer.clinic_file, {})) == []
    assert list(asked_elsewhere("US", layer.clinic, layer.clinic_file, {})) == []


def test_a_region_of_the_clinics_own_currency_may_be_asked_for() -> None:
    assert try_load(clinic=CLINIC, region="UK")[1] == []
    assert [problem.code for problem in try_load(clinic=CLINIC, region="US")[1]] == ["R529"]


@pytest.mark.parametrize(
    ("text", "locale"),
    [("locale: en-GB", "en-GB"), ("locale: en", "en"), ("locale: 5", None), ("locale: B!", None), ("", None)],
)
def test_the_locale_is_read_without_the_rules(text: str, locale: str | None, tmp_path: Path) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text(f"name: Test studio\n{text}\n")
    assert locale_of(path) == locale
    assert locale_of(tmp_path / "none.yaml") is None
