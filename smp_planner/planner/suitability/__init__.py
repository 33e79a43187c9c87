"""May SMP be planned, and from when."""
