"""Five options over the same questions."""
