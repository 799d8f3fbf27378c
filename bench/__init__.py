"""What is timed: the budgets as figures and as ratios to a floor, all in one run on one machine."""
