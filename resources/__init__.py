"""Label sets, schemas, icons, translations and lexicons, read through importlib.resources."""
