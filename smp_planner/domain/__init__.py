"""What the words mean: plain frozen dataclasses without files, clock or framework."""
