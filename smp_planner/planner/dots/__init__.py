"""How many dots: density, less the hair that is kept."""
