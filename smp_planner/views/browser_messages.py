"""Which messages a page of ours sends to its server, of all that Streamlit would listen to."""

from __future__ import annotations

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

OURS = frozenset(("rerun_script", "stop_script", "app_heartbeat", "backend_operation_request"))
"""Answers, and the end of them; that the page is still there; a file to be made."""


def kind_of(data: bytes) -> str | None:
    """Of which kind a message is: nothing known is ''; None where it can't be read."""
    try:
        return BackMsg.FromString(data).WhichOneof("type") or ""
    except DecodeError:
        return None
