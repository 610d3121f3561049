"""Learning from a project's settled work: examples, training, the engines it gives, the lexicon of names."""
