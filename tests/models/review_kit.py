"""Projects with several annotators, built in a few lines."""

from dataclasses import replace

from models.bulletins import LayerInfo
from models.changes import change
from models.mentions import Entity, Mention
from models.outline import Section
from models.project import Imported, Project
from models.text import derived_id

# Nine lines that hold text; each begins at STARTS[n].
LINES = ["街道工作简报", "要闻", "李明走访东岸社区", "　　李明和王芳来到东岸社区。", "群众称赞志愿者"]
LINES += ["　　志愿者清扫河道。", "图为志愿者", "　　王芳说，东岸社区变了样。", "编辑：王芳"]
TEXT = "\n".join(LINES)
STARTS = [TEXT.index(line.strip(), sum(len(x) + 1 for x in LINES[:n])) for n, line in enumerate(LINES)]


def new_project(folder, name="team.jiaozhu", texts=(TEXT,)):
    """A project with these texts as bulletins, and nothing else."""
    project = Project.create(folder / name)
    project.add_bulletins([Imported(f"{n:03}.txt", text) for n, text in enumerate(texts)])
    return project


def section(layer, start, level=1, kind="article", heading_end=None, themes=(), **more):
    return Section(derived_id(layer, "s", str(start)), layer, start, level, kind, heading_end, tuple(themes), **more)


def mention(layer, start, end, label, **more):
    return Mention(derived_id(layer, "m", str(start), str(end), label), layer, label, ((start, end),), **more)


def named(text, words, nth=0):
    """Where words stand in a text for the nth time, as (start, end)."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return at, at + len(words)


def annotate(project, annotator, sections=(), mentions=(), *, bulletin=0, status="submitted", entities=()):
    """Give a bulletin a whole layer: sections as (start, level, kind, heading end, themes), mentions as (start, end,
    label). A layer that the annotator has already is replaced."""
    info = project.store.bulletins()[bulletin]
    old = project.layer_of(info.id, annotator)
    layer = old or LayerInfo(derived_id(info.id, "annotator", annotator), info.id, annotator)
    store = project.store
    before = [old, *store.sections(old.id), *store.mentions(old.id), *store.entities(old.id)] if old else []
    rows = [s if isinstance(s, Section) else section(layer.id, *s) for s in sections]
    rows += [m if isinstance(m, Mention) else mention(layer.id, *m) for m in mentions]
    names = [Entity(key, layer.id, canonical, label) for key, canonical, label in entities]
    after = [replace(layer, status=status), *names, *rows]
    project.apply(change("section.edit", before, after, layer=layer.id))
    return project.layer_of(info.id, annotator)
