"""Training of the shipped entity model: bulletins composed by rules, the seeds' gold, the command that fits them."""
