"""Working with others: people, assignment, work packages, what was sent back."""
