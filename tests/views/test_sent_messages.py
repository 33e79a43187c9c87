"""What a page has to say goes out once, all of it and in its order, and is not kept."""

from __future__ import annotations

from typing import Any, cast

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from smp_planner.views.sent_messages import Messages, let_go_once_sent


class _Page:
    """A page's session, as far as its messages go."""

    def __init__(self) -> None:
        self._browser_queue = ForwardMsgQueue()

    def says(self, *words: str) -> None:
        for word in words:
            self._browser_queue.enqueue(ForwardMsg(hash=word))

    def sent(self) -> list[str]:
        let_go_once_sent()
        return [message.hash for message in AppSession.flush_browser_queue(cast("Any", self))]


def test_each_message_goes_out_once_in_its_order_and_later_ones_with_the_next() -> None:
    page = _Page()
    page.says("first", "second")
    assert page.sent() == ["first", "second"]
    assert page.sent() == []
    page.says("third")
    assert page.sent() == ["third"]


def test_what_is_said_while_messages_go_out_is_not_lost() -> None:
    page, heard = _Page(), list[str]()
    page.says("first", "second")
    let_go_once_sent()
    for message in AppSession.flush_browser_queue(cast("Any", page)):
        heard.append(message.hash)
        if message.hash == "first":
            page.says("meanwhile")
    assert heard + page.sent() == ["first", "second", "meanwhile"]


def test_a_message_that_went_out_is_named_by_nobody_though_the_list_still_is() -> None:
    messages = Messages([ForwardMsg(hash="first"), ForwardMsg(hash="second")])
    for _message in messages:
        pass
    del _message
    assert not messages
