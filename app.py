"""The front door: the page, run anew for each visitor, and the server that `streamlit run` looks for."""

from datetime import date

import streamlit as st

if __name__ == "__main__":
    from smp_planner.language.texts import _
    from smp_planner.views.about import TITLE
    from smp_planner.views.browser_language import speaking_as_the_browser
    from smp_planner.views.shell import show_page

    with speaking_as_the_browser():
        st.set_page_config(page_title=_(TITLE), layout="wide")
        show_page(date.today)
else:
    from smp_planner.server import LAYERS, ROUTES, at_hand

    app = st.App(__file__, lifespan=at_hand, routes=ROUTES, middleware=LAYERS)
