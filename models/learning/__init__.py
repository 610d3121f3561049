"""Learning from a project's settled work: examples, training, the engines it gives, the lexicon of names."""

LEAST = 3
"""Fewer settled bulletins prove nothing, and nothing is learned from them."""
EVERY = 3
"""How many newly submitted bulletins start a training."""
DONE = ("submitted", "adjudicated")
"""The statuses of layers that teach."""
