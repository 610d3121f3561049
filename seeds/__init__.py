"""The five bulletins of the sample project."""
