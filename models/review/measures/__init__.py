"""Agreement measures: pure functions of positions, spans and values, without a project."""
