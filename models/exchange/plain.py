"""JSON as files carry it: fixed bytes, unknown keys kept, schemas."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any, NoReturn

import jsonschema_rs

from models.errors import UserError

Plain = dict[str, Any]
Known = dict[str, "Known | None"]
"""The keys a reader knows; a nested table for an object whose own keys matter."""


_SEPARATORS = str.maketrans({char: f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"})


def dumps(value: object) -> str:
    """JSON on one line, not ASCII-escaped; ValueError for a number that JSON does not know.

    Unicode's own line separators are escaped: many a reader of JSONL takes them for the end of a line.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_SEPARATORS)


def loads(raw: bytes | str, where: str) -> Any:  # noqa: ANN401  whatever the file holds
    """The JSON value in `raw`. Raises UserError when it is none, or holds what cannot be kept (half characters)."""
    try:
        text = raw if isinstance(raw, str) else raw.decode("utf-8-sig")
        value = json.loads(text, parse_constant=_no_number)
        if "\\u" in text:
            dumps(value).encode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError(
            f"{where} is not UTF-8 (byte {error.start}). Save it as UTF-8.", code="json.encoding", where=where
        ) from error
    except UnicodeEncodeError as error:
        raise UserError(
            f"{where} holds half a character (a lone surrogate). Write the file again with whole characters.",
            code="json.surrogate", where=where,
        ) from error  # fmt: skip
    except json.JSONDecodeError as error:
        raise UserError(
            f"{where} is not JSON: line {error.lineno}, column {error.colno}: {error.msg}. "
            "Correct it there, or export it again.",
            code="json.broken", where=where, line=error.lineno, column=error.colno,
        ) from error  # fmt: skip
    except (ValueError, RecursionError) as error:
        raise UserError(f"{where} is not JSON that can be kept: {error}. Correct it.", code="json.broken",
                        where=where) from error  # fmt: skip
    return value


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")


def unknown(row: Plain, known: Known) -> str:
    """The keys of `row` that are not in `known`, nested ones too, as JSON; empty when there are none."""
    found = _unknown(row, known)
    return dumps(found) if found else ""


def _unknown(row: Plain, known: Known) -> Plain:
    found: Plain = {}
    for key, value in row.items():
        if key not in known:
            found[key] = value
            continue
        inner = known[key]
        if inner is not None and isinstance(value, dict) and (nested := _unknown(value, inner)):
            found[key] = nested
    return found


def restored(row: Plain, extra: str) -> Plain:
    """`row` with the unknown keys put back behind the known ones, which win."""
    if extra:
        _restore(row, json.loads(extra))
    return row


def _restore(row: Plain, extra: Plain) -> None:
    for key, value in extra.items():
        if key not in row:
            row[key] = value
        elif isinstance(row[key], dict) and isinstance(value, dict):
            _restore(row[key], value)


@cache
def _validator(name: str) -> jsonschema_rs.Validator:
    text = (resources.files("resources") / "schema" / name).read_text(encoding="utf-8")
    return jsonschema_rs.validator_for(json.loads(text), mask="the value")


def validate(value: object, schema: str, where: str) -> None:
    """Check a value against a schema of resources/schema/. Raises UserError naming the place of the first breach."""
    error = next(_validator(schema).iter_errors(value), None)
    if error is None:
        return
    place = "/".join(str(step) for step in error.instance_path) or "the whole"
    raise UserError(
        f"{where}, at {place}: {error.message}. Correct it there; resources/schema/{schema} says what is allowed.",
        code="schema.broken", where=where, place=place, reason=error.message,
    )  # fmt: skip
