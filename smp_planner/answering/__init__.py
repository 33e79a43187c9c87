"""How an intake file becomes answers: its shape, what is not sure, what it means."""
