"""Into the program and out of it: one format a file, and the table of them."""
