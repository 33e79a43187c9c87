"""Which messages a page of ours sends to its server, of all that Streamlit would listen to."""

from __future__ import annotations

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

EARLY = ForwardMsg.FINISHED_EARLY_FOR_RERUN
LONGEST_END = 500  # bytes; most messages are longer, and need not be read
OURS = frozenset(("rerun_script", "stop_script", "app_heartbeat", "backend_operation_request"))
"""Answers, and the end of them; that the page is still there; a file to be made."""


def is_ours(data: bytes) -> bool:
    """Whether a message is one of ours; on what can't be read Streamlit hangs up, so it passes."""
    try:
        return BackMsg.FromString(data).WhichOneof("type") in OURS
    except DecodeError:
        return True


def ends_answer(data: bytes) -> bool:
    """Whether a message of the server's is the end of an answer, and no other run follows for it."""
    if len(data) > LONGEST_END:
        return False
    message = ForwardMsg.FromString(data)
    return message.WhichOneof("type") == "script_finished" and message.script_finished != EARLY
