"""The days of the visits: an exact search, and what is said of it."""
