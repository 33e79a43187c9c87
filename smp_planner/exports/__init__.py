"""A finished plan as text, rows, a calendar file, its reasons, or a record."""
