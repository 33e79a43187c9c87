"""The front door: configures the page, hands on the clock and opens the shell."""

from datetime import date
from pathlib import Path

import streamlit as st

from smp_planner.views.shell import show_page

ICON = Path(__file__).parent / "smp_planner" / "views" / "icon.svg"

st.set_page_config(page_title="Plan scalp micropigmentation", page_icon=str(ICON), layout="wide")
show_page(date.today)
