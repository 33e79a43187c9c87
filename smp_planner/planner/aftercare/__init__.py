"""Before and after the visits: windows, days, burden."""
