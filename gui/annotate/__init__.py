"""What the keys do to the text: each file turns requests of one kind into changes."""
