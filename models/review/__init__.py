"""Review: pairing of layers, agreement measures, differences, decisions, packages and merge."""
