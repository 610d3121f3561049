"""Pre-annotation: sections, entities and themes proposed from the text alone; pure functions."""
