"""Parts that several panels are made of: cards, trees, empty states."""
