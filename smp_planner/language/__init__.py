"""In which language and by which habits a text is told: gettext for the words, Babel for the figures."""
