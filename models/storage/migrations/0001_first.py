"""The tables of the first version."""

# ruff: noqa: ANN001, ANN201
from peewee import AutoField, BlobField, BooleanField, DoubleField, ForeignKeyField, IntegerField, TextField


def up(migrator, db):
    class Meta(db.Model):
        key = TextField(primary_key=True)
        value = TextField()

    class Bulletin(db.Model):
        id = TextField(primary_key=True)
        name = TextField()
        sha256 = TextField(unique=True)
        chars = IntegerField()
        meta = TextField()
        position = IntegerField()
        archived = BooleanField()
        extra = TextField()

    class Content(db.Model):
        bulletin = ForeignKeyField(Bulletin, primary_key=True)
        content = TextField()
        encoding = TextField()
        original = BlobField(null=True)

    class Layer(db.Model):
        id = TextField(primary_key=True)
        bulletin = ForeignKeyField(Bulletin)
        annotator = TextField()
        role = TextField()
        status = TextField()
        extra = TextField()

        class Meta:
            indexes = ((("bulletin", "role", "annotator"), True),)

    class Section(db.Model):
        id = TextField(primary_key=True)
        layer = ForeignKeyField(Layer)
        start = IntegerField()
        level = IntegerField()
        kind = TextField()
        heading_end = IntegerField(null=True)
        themes = TextField()
        suggested = TextField()
        continues = TextField(null=True)
        confirmed = BooleanField()
        unsure = BooleanField()
        origin_by = TextField()
        origin_engine = TextField()
        origin_confidence = DoubleField(null=True)
        origin_why = TextField()
        extra = TextField()

    class Entity(db.Model):
        id = TextField(primary_key=True)
        layer = ForeignKeyField(Layer)
        canonical = TextField()
        label = TextField()

    class Mention(db.Model):
        id = TextField(primary_key=True)
        layer = ForeignKeyField(Layer)
        label = TextField()
        fragments = TextField()
        entity = ForeignKeyField(Entity, null=True)
        confirmed = BooleanField()
        unsure = BooleanField()
        origin_by = TextField()
        origin_engine = TextField()
        origin_confidence = DoubleField(null=True)
        origin_why = TextField()
        extra = TextField()

    class Comment(db.Model):
        id = TextField(primary_key=True)
        layer = ForeignKeyField(Layer)
        target = TextField()
        author = TextField()
        created = TextField()
        text = TextField()
        resolved = BooleanField()
        extra = TextField()

    class Label(db.Model):
        id = TextField(primary_key=True)
        zh = TextField()
        en = TextField()
        key = TextField()
        guideline = TextField()
        position = IntegerField()
        retired = BooleanField()

    class Kind(db.Model):
        id = TextField(primary_key=True)
        zh = TextField()
        en = TextField()
        key = TextField()
        guideline = TextField()
        position = IntegerField()
        retired = BooleanField()

    class Theme(db.Model):
        id = TextField(primary_key=True)
        zh = TextField()
        en = TextField()
        parent = TextField(null=True)
        guideline = TextField()
        position = IntegerField()
        retired = BooleanField()
        merged_into = TextField(null=True)

    class Journal(db.Model):
        id = AutoField()
        at = TextField()
        who = TextField()
        kind = TextField()
        target = IntegerField(null=True)
        name = TextField()
        args = TextField()
        layer = TextField(null=True, index=True)
        undoable = BooleanField()
        payload = TextField()

    tables = [Meta, Bulletin, Content, Layer, Section, Entity, Mention, Comment, Label, Kind, Theme, Journal]
    db.create_tables(tables)
