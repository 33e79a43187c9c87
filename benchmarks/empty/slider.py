"""The smallest page of Streamlit that has something to change: a slider, and nothing else."""

import streamlit as st

st.slider("Density", 0, 300, 120, key="density")
