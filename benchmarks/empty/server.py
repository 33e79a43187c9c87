"""An empty page as well served as ours is: one process of uvicorn, imports frozen."""

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
