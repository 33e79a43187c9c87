"""The smallest page of Streamlit that has something to tap and something that follows: a toggle, a word."""

import streamlit as st

st.text("dense" if st.toggle("Dense", key="dense") else "soft")
