"""Pre-annotation: a text in, suggestions out. Pure functions; nothing here touches a project."""
