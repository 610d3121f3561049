"""Review on screen: the layers of a bulletin side by side, their differences, the decisions."""
