"""The visits before they have days: how many, how long, what is done."""
