"""An empty page, tuned: its imports frozen, no collection after a run, one process of uvicorn.

What ours is spared inside Streamlit and on the wire (decision 33) it is not: `spared.py` is.
"""

import gc
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st


@asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncGenerator[None]:
    gc.collect()
    gc.freeze()
    yield


app = st.App(Path(__file__).with_name(os.environ["EMPTY_PAGE"]), lifespan=_lifespan)
