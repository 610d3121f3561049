"""Where a project lives: the only package that imports peewee."""

from models.storage.database import discard
from models.storage.engines import EngineRow
from models.storage.store import JournalEntry, Store

__all__ = ["EngineRow", "JournalEntry", "Store", "discard"]
