"""The front door: configures the page, hands on the clock and opens the shell."""

from datetime import date

import streamlit as st

from smp_planner.views.about import TITLE
from smp_planner.views.shell import show_page

st.set_page_config(page_title=TITLE, layout="wide")
show_page(date.today)
