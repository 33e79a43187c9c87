"""The front door: configures the page, hands on the clock and opens the shell."""

from datetime import date

import streamlit as st

from smp_planner.language.texts import _
from smp_planner.views.about import TITLE
from smp_planner.views.browser_language import speaking_as_the_browser
from smp_planner.views.shell import show_page

with speaking_as_the_browser():
    st.set_page_config(page_title=_(TITLE), layout="wide")
    show_page(date.today)
