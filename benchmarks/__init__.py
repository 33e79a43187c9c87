"""How fast, always side by side in one run: `python -m benchmarks`."""
