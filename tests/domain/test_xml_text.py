"""What XML can't hold, asked of a parser."""

from __future__ import annotations

from xml.etree import ElementTree

from smp_planner.domain.xml_text import NO_XML


def is_held(sign: str) -> bool:
    try:
        return ElementTree.fromstring(f"<a>x{sign}x</a>").text is not None
    except (ElementTree.ParseError, UnicodeEncodeError):
        return False


def test_whatever_a_parser_of_xml_refuses_is_among_them() -> None:
    refused = {chr(code) for code in range(0x10000) if chr(code) not in "<&" and not is_held(chr(code))}
    assert len(refused) > 2000
    assert not {sign for sign in refused if not NO_XML.match(sign)}


def test_letters_pictures_tabs_and_line_ends_are_none_of_them() -> None:
    assert NO_XML.sub("", "Zoë\t=1+1\r\n عرس 🙂 ½ 北京") == "Zoë\t=1+1\r\n عرس 🙂 ½ 北京"
