"""How large the area is: bare skin, a soft edge, scars."""
