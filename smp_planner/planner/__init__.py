"""One decision per module, each a pure function of the answers, the rules and earlier results."""
