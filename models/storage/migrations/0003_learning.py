"""The project's lexicon of names, and the engines trained on its work."""

# ruff: noqa: ANN001, ANN201
from peewee import BlobField, BooleanField, IntegerField, TextField


def up(migrator, db):
    class LexiconEntry(db.Model):
        id = TextField(primary_key=True)
        string = TextField(unique=True)
        label = TextField()
        active = BooleanField()

        class Meta:
            table_name = "lexicon"

    class Engine(db.Model):
        id = TextField(primary_key=True)
        at = TextField()
        who = TextField()
        bulletins = IntegerField()
        figures = TextField()
        data = BlobField()

    db.create_tables([LexiconEntry, Engine])
