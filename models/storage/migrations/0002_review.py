"""Decisions of adjudicators, people and their assignments."""

# ruff: noqa: ANN001, ANN201
from peewee import BooleanField, ForeignKeyField, IntegerField, TextField


def up(migrator, db):
    class Layer(db.Model):
        id = TextField(primary_key=True)

    class Bulletin(db.Model):
        id = TextField(primary_key=True)

    class Decision(db.Model):
        id = TextField(primary_key=True)
        layer = ForeignKeyField(Layer)
        matter = TextField()
        place = TextField()
        outcome = TextField()
        votes = TextField()
        decider = TextField()
        at = TextField()
        reason = TextField()
        labels = IntegerField()
        rule = TextField()

    class Person(db.Model):
        id = TextField(primary_key=True)
        name = TextField(unique=True)
        job = TextField()
        active = BooleanField()

    class Assignment(db.Model):
        id = TextField(primary_key=True)
        bulletin = ForeignKeyField(Bulletin)
        annotator = TextField()
        asked_by = TextField()
        at = TextField()

        class Meta:
            indexes = ((("bulletin", "annotator"), True),)

    db.create_tables([Decision, Person, Assignment])
