"""From rule files to one checked, frozen RuleSet; the only place that reads them."""
