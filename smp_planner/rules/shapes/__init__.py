"""What each rule file looks like: models that the planner reads by attribute."""
