"""Where a project lives: the only package that imports peewee."""

from models.storage.database import discard
from models.storage.store import JournalEntry, Store

__all__ = ["JournalEntry", "Store", "discard"]
