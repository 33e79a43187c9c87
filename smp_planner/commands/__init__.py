"""The command line: plan, check, explain, compare-rules, schema."""
