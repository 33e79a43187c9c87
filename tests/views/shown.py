"""What a page shows, as text."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def notices(page: AppTest) -> str:
    """The sentences that stand out at the top of the plan."""
    return " ".join(info.value for info in page.info)


def markup(page: AppTest) -> str:
    """All HTML that the page put out."""
    return " ".join(piece.proto.body for piece in page.get("html"))


def open_folds(page: AppTest) -> AppTest:
    """The page with everything open that is folded away on it."""
    for key in page.session_state.to_dict():
        if key.startswith("fold_"):
            page.session_state[key] = True
    return page.run()


def open_tab(page: AppTest, name: str) -> AppTest:
    """The page with another part of the plan open."""
    page.session_state["tab"] = name
    page.run()
    assert not page.exception
    return page


def press(page: AppTest, key: str) -> AppTest:
    """The page after a tap on a button."""
    page.button(key=key).click().run()
    assert not page.exception
    return page


def to_the_plan(page: AppTest) -> AppTest:
    """The patient's plan, with every further step passed by."""
    while not page.button(key="next").label.startswith("See"):
        press(page, "next")
    return press(page, "next")
