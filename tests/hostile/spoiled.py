"""Sound files, spoiled: bytes flipped, cut and put in, and values that nobody would give in good faith."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Key = str | int

TYPED = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg/onload=alert(1)>',
    "<a href='javascript:alert(1)'>x</a>", "[x](javascript:alert(1))", "![x](http://a.example/p.png)",
    "&lt;b&gt;&#60;script&#62;", "$\\href{javascript:alert(1)}{x}$", ":material/bolt: :red[x]",
    "=HYPERLINK(\"http://a.example\",\"x\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)", "\t=1+1",
    '#image("/etc/passwd") #eval("1")', "#set page(width: 1pt)",
    "*bold* _it_ `raw` <label> @ref \\u{41} // x",
    "x\r\nBEGIN:VALARM\r\nEND:VALARM", "x;y,z:\\n\nATTENDEE:mailto:a@a.example", "\u202egnp.exe\u2066",
    "\x00\x07\x1b[31mred\x1b[0m\x7f\x9b", "\u2028\u2029\ufeff\ufffe\uffff", "\ud83d",
    "\U0001f9d1\u200d\U0001f33e", "{0.__class__} {name} %s %(x)s ${x}",
    "../../etc/passwd", "'; DROP TABLE plans; --", "]]></style><b>",
    "א\u0300" * 30, "x" * 5_000,
)  # fmt: skip
"""What somebody might type where words are asked for; `a.example` belongs to nobody."""

NUMBERS = (
    0, -1, 1, 10**17, -(10**18), 10**30, 10**4_200, 1e308, 1e-308, float("inf"), float("-inf"), float("nan"),
    2**31, 2**63, 2**64, 0.1 + 0.2, True, False,
)  # fmt: skip
DAYS = ("0001-01-01", "9999-12-31", "2027-02-30", "1969-12-31", "2027-01-01T00:00:00Z", "20270101", "soon")


def _nest(depth: int) -> Any:
    """Lists in lists."""
    found: Any = "x"
    for _level in range(depth):
        found = [found]
    return found


VALUES: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(TYPED),
    st.sampled_from(NUMBERS),
    st.sampled_from(DAYS),
    st.sampled_from((None, [], {}, "", " ", "unsure", [None], {"": ""}, {"<<": 1}, ["x"] * 3_000)),
    st.sampled_from((19, 21, 60, 400)).map(_nest),
    st.text(max_size=12),
    st.integers(),
    st.floats(),
)


def places(tree: Any, path: tuple[Key, ...] = ()) -> Iterator[tuple[Key, ...]]:
    """Every place in a tree of tables and lists."""
    yield path
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in inside:
        yield from places(value, (*path, key))


@st.composite
def spoiled_trees(draw: st.DrawFn, *sound: Any) -> Any:
    """One of the sound trees with one to three places put out of order."""
    tree = copy.deepcopy(draw(st.sampled_from(sound)))
    for _time in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from([place for place in places(tree) if place] or [()]))
        if path:
            _spoil(draw, tree, path)
    return tree


def _spoil(draw: st.DrawFn, tree: Any, path: tuple[Key, ...]) -> None:
    home = tree
    for key in path[:-1]:
        home = home[key]
    how, last = draw(st.sampled_from(("put", "put", "put", "drop", "wrap", "twice", "rename"))), path[-1]
    if how == "put":
        home[last] = copy.deepcopy(draw(VALUES))
    elif how == "drop":
        del home[last]
    elif how == "wrap":
        home[last] = {"x": home[last]} if draw(st.booleans()) else [home[last]]
    elif isinstance(home, list):
        home.extend([home[last]] * draw(st.sampled_from((1, 40, 500))))
    else:
        home[draw(st.sampled_from(TYPED) | st.text(max_size=6))] = (
            home[last] if how == "twice" else home.pop(last)
        )


@st.composite
def spoiled_bytes(draw: st.DrawFn, *sound: bytes) -> bytes:
    """One of the sound files with bytes changed, cut out, put in or said again."""
    data = bytearray(draw(st.sampled_from(sound)))
    for _time in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        how = draw(st.sampled_from(("flip", "cut", "put", "again", "end")))
        if how == "flip" and data:
            data[at] ^= 1 << draw(st.integers(0, 7))
        elif how == "cut":
            del data[at : at + draw(st.integers(1, 40))]
        elif how == "put":
            data[at:at] = draw(st.binary(min_size=1, max_size=6) | st.sampled_from(SIGNS))
        elif how == "again":
            data[at:at] = data[at : at + draw(st.integers(1, 200))]
        else:
            del data[at:]
    return bytes(data)


SIGNS = (
    b"&a ", b"*a", b"!!python/object:os.system ", b"<<: ", b"\n---\n", b"{", b"[", b"]", b"}", b'"', b"'",
    b"\t", b": ", b"- ", b"\\ud800", b"\\u0000", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf",
    b"1e999", b".nan", b"0x10",
)  # fmt: skip
