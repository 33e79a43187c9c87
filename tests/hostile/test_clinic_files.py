"""A clinic's hostile file or logo: it holds, or every fault is told with its place."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.exports.text import to_text
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.clinic_file import read_clinic
from smp_planner.rules.drawn_logo import SHAPES, SVG, drawing_faults
from smp_planner.rules.load import try_load
from smp_planner.rules.logo import MOST_BYTES, read_logo
from tests.hostile.free_text import clinic_of, clinic_tree
from tests.hostile.how_many import cases
from tests.hostile.spoiled import TYPED, spoiled_bytes, spoiled_trees
from tests.hostile.test_files import in_time, told_well
from tests.people import ADULT

CLINICS = Path(__file__).resolve().parents[2] / "data/clinics"
FILES = [CLINICS / name for name in ("example-clinic.yaml", "example-studio.yaml")]
TREES = [clinic_tree(), clinic_of("example-studio")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clinics")


def loaded_or_told(path: Path) -> None:
    """The rules with the clinic make a plan; or every problem has its place."""
    rules, problems = try_load(clinic=path)
    for problem in problems:
        told_well(problem, problem.place.file)
    assert (rules is None) == (str(path) in {problem.place.file for problem in problems})
    if rules is not None:
        assert to_text(plan_treatment(ADULT, rules))


@cases(5)
@given(tree=spoiled_trees(*TREES))
def test_a_clinic_s_file_whose_values_are_spoiled_holds_or_is_told(tree: Any, folder: Path) -> None:
    path = folder / "values.yaml"
    path.write_text(yaml.safe_dump(tree, allow_unicode=False), encoding="utf-8")
    with in_time():
        loaded_or_told(path)


@cases(4)
@given(data=spoiled_bytes(*(file.read_bytes() for file in FILES)))
def test_a_clinic_s_file_whose_bytes_are_spoiled_holds_or_is_told(data: bytes, folder: Path) -> None:
    path = folder / "bytes.yaml"
    path.write_bytes(data.replace(b"logo: example-clinic.svg", b"logo: none.svg"))
    with in_time():
        loaded_or_told(path)


@cases(150)
@given(data=spoiled_bytes(*(file.read_bytes() for file in FILES)))
def test_whatever_a_clinic_s_file_holds_it_is_read_to_its_last_fault(data: bytes, folder: Path) -> None:
    path = folder / "read.yaml"
    path.write_bytes(data)
    with in_time():
        file, clinic, problems = read_clinic(path)
    assert clinic is not None
    assert problems or (file is not None and file.model is not None)


# --- the logo -----------------------------------------------------------------------------------

DRAWN = (CLINICS / "example-clinic.svg").read_bytes()
SHAPE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
BAD_DRAWINGS = (
    "<script>alert(1)</script>", "<image href='http://a.example/p.png'/>", "<use href='#a'/>",
    "<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'>x</b></foreignObject>",
    "<path onload='alert(1)'/>", "<path ONCLICK='alert(1)'/>", "<a href='javascript:alert(1)'/>",
    "<style>@import 'http://a.example/x.css'</style>", "<style>*{fill:url(http://a.example/x)}</style>",
    "<style>*{fill:u\\72l(x)}</style>", "<path style='fill:url(data:x)'/>", "<animate attributeName='x'/>",
    "<set attributeName='onload' to='alert(1)'/>", "<filter/>", "<text>x</text>",
    "<?xml-stylesheet href='x'?>",
    "<g>" * 60 + "</g>" * 60,
    "<path xlink:href='http://a.example' xmlns:xlink='http://www.w3.org/1999/xlink'/>",
    "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
    "<path xml:base='http://a.example/'/>",
)  # fmt: skip
LAUGHS = f'<!DOCTYPE svg [<!ENTITY a "{"x" * 1000}"><!ENTITY b "{"&a;" * 1000}">]>'
SPOILED_DRAWINGS = st.one_of(
    spoiled_bytes(DRAWN),
    st.lists(st.sampled_from((*BAD_DRAWINGS, *TYPED, "<path d='M0 0h1'/>")), max_size=4).map(
        lambda parts: SHAPE.format("".join(parts)).encode("utf-8", "surrogatepass")
    ),
)


@cases(100)
@given(SPOILED_DRAWINGS)
def test_a_drawing_holds_nothing_but_shapes_or_its_faults_are_told(data: bytes) -> None:
    with in_time():
        faults = list(drawing_faults(data))
    assert all(text and code in {"R527", "R528"} for text, code, _hint in faults)
    if not faults:
        only_shapes(data)


def only_shapes(data: bytes) -> None:
    """What a drawing holds, as another reader reads it: shapes, and nothing that runs or asks somebody."""
    for element in ElementTree.fromstring(data).iter():
        space, _, name = element.tag.rpartition("}")
        assert space.lstrip("{") != "http://www.w3.org/1999/xhtml"
        assert space.lstrip("{") != SVG or name in SHAPES
        for key, value in element.attrib.items():
            assert not key.rpartition("}")[2].lower().startswith("on")
            assert "javascript:" not in value.lower() or not key.lower().endswith(("href", "src"))


@pytest.mark.parametrize("inside", BAD_DRAWINGS)
def test_what_could_run_or_ask_somebody_is_refused(inside: str) -> None:
    assert [code for _text, code, _hint in drawing_faults(SHAPE.format(inside).encode())]


def test_entities_are_never_unfolded() -> None:
    with in_time():
        faults = list(drawing_faults((LAUGHS + SHAPE.format("&b;" * 100)).encode()))
    assert [code for _text, code, _hint in faults] == ["R528"]


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, pixels: bytes, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


SOUND_PNG = png(2, 2, zlib.compress(b"\0\1\2\3\4\5\6\7\0" * 2))
TEXT_BOMB = chunk(b"zTXt", b"x\0\0" + zlib.compress(b"\0" * 90_000_000, 9))


@cases(100)
@given(data=spoiled_bytes(SOUND_PNG))
def test_a_picture_is_whole_or_told(data: bytes, folder: Path) -> None:
    assert_logo(data, folder)


@pytest.mark.parametrize(
    "data",
    [
        png(2**31 - 1, 2**31 - 1, b""),
        png(4_000, 4_000, zlib.compress(b"\0" * 100)),
        png(1, 1, zlib.compress(b"\0" * 150_000_000, 9)),
        png(2, 2, zlib.compress(b"\0" * 18), TEXT_BOMB),
        png(0, 0, b""),
        b"\x89PNG\r\n\x1a\n",
    ],
    ids=["endless", "wide and empty", "bomb", "bomb of words", "nothing", "cut off"],
)
def test_a_picture_that_unpacks_to_too_much_is_refused(data: bytes, folder: Path) -> None:
    assert_logo(data, folder)


def assert_logo(data: bytes, folder: Path) -> None:
    """Either a logo, or problems in words; in little time."""
    (folder / "logo").write_bytes(data)
    file, _clinic, _problems = read_clinic(FILES[0])
    assert file is not None
    with in_time():
        logo, problems = read_logo("logo", folder / "clinic.yaml", file)
    assert (logo is None) == bool(problems)
    for problem in problems:
        told_well(problem, str(FILES[0]))


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../logo", "logo\0", "x" * 5_000, "", ".", "nul\ud83d", "http://a.example/l.png"]
)
def test_a_name_that_leads_elsewhere_is_refused(name: str, folder: Path) -> None:
    (folder.parent / "logo").write_bytes(DRAWN)
    file, _clinic, _problems = read_clinic(FILES[0])
    assert file is not None
    logo, problems = read_logo(name, folder / "clinic.yaml", file)
    assert logo is None
    assert problems


def test_a_logo_of_more_bytes_is_not_even_read(folder: Path) -> None:
    (folder / "logo").write_bytes(DRAWN + b" " * MOST_BYTES)
    assert_logo(DRAWN + b" " * MOST_BYTES, folder)
