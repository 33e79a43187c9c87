"""The command line: plan, check, explain, schema."""
