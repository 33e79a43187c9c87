"""A finished plan as pictures: plain SVG that screen and paper share."""
