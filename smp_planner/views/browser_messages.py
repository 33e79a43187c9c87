"""Which messages a page of ours sends to its server, of all that Streamlit would listen to."""

from __future__ import annotations

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

EARLY = ForwardMsg.FINISHED_EARLY_FOR_RERUN
LONGEST_END = 500  # bytes; most messages are longer, and need not be read
OURS = frozenset(("rerun_script", "stop_script", "app_heartbeat", "backend_operation_request"))
"""Answers, and the end of them; that the page is still there; a file to be made."""


def kind_of(data: bytes) -> str | None:
    """Of which kind a message is: nothing known is ''; None where it can't be read."""
    try:
        return BackMsg.FromString(data).WhichOneof("type") or ""
    except DecodeError:
        return None


def ends_answer(data: bytes) -> bool:
    """Whether a message of the server's is the end of an answer, and no other run follows for it."""
    if len(data) > LONGEST_END:
        return False
    message = ForwardMsg.FromString(data)
    return message.WhichOneof("type") == "script_finished" and message.script_finished != EARLY
