"""The tables of a fact base, typed and linked, and how compiled rows are written into them."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sqlite_utils
from pydantic import BaseModel

from knowledge.models import Entry, Name
from knowledge.understanding.index import Index, Posting, wholes

from .compiled import Compiled
from .files import Inputs
from .packing import packed
from .schema import FactPart

FORMAT = 12
"""Version of the tables; a base of another version is built anew."""

Row = dict[str, Any]
Columns = dict[str, type]

_EVENT_PEOPLE = ("player", "assist", "by", "on", "off", "won_by", "fouled_by", "keeper")
_SAMPLES: Columns = {"ask": str, "yes": str, "no": str}
_ORIGIN: Columns = {"paragraph": int, "evidence": str, "confidence": float}

TABLES: dict[str, Columns] = {
    "meta": {"key": str, "value": str},
    "inputs": {"file": str, "origin": str, "path": str, "hash": str, "text": str},
    "sources": {
        "id": str, "title": str, "label": str, "publisher": str, "author": str, "published": str,
        "language": str,
    },
    "entities": {
        "id": str, "kind": str, "display": str, "full": str, "article": str, "gender": str, "number": str,
        "town": str, "stadium": str, "nationality": str, "aliases": str, "demonyms": str,
    },
    "aliases": {"alias": str, "entity": str},
    "clashes": {"alias": str, "entity": str},
    "roles": {"id": str, "person": str, "role": str, "club": str, "season": str},
    "matches": {
        "id": str, "source": str, "home": str, "away": str, "competition": str, "season": str, "stage": str,
        "year": int, "date": str, "score": str, "half_time": str, "winner": str, "venue": str, "coaches": str,
        "goalkeepers": str, "label": str, "names": str, "rows": int, **_ORIGIN,
    },
    "events": {
        "id": str, "source": str, "match": str, "kind": str, "minute": int, "added": int, "period": str,
        "team": str, **dict.fromkeys(_EVENT_PEOPLE, str), "led_to": str, "outcome": str, "formation": str,
        "colour": str, "after": str, "how": str, "why": str, "part": str, "en": str, "it": str, **_SAMPLES, **_ORIGIN,
    },
    "facts": {
        "id": str, "source": str, "about": str, "speaker": str, "team": str, "topic": str, "value": str,
        "seasons": str, "stage": str, "tells": str, "as_of": str, "en": str, "it": str, **_SAMPLES, **_ORIGIN,
    },
    "forms": {"words": str, "entity": str},
    "words": {"language": str, "word": str},
    "stems": {"language": str, "stem": str},
    "entries": {
        "place": int, "id": str, "row": str, "intent": str, "source": str, "match": str, "team": str, "speaker": str,
        "as_of": str,
        "many": int, "absent": int, "paragraph": int, "kinds": str, "own_kinds": str, "names": str, "core": str,
        "denied": str, "tells": str, "values": str,
        "numbers": str, "tokens": str,
        "text": str, "item": str, "places": str, "wholes": bytes,
    },
    "questions": {"id": int, "entry": int, "language": str, "polarity": str, "text": str},
    "postings": {"feature": str, "families": int, "focus": float, "strong": bytes, "weak": bytes, "named": bytes},
    "signals": {"id": int, "entry": int, "words": str, "typed": str},
}  # fmt: skip
"""Table -> column -> type, in the order of creation. Lists, values and texts in two languages are
JSON."""

KEYS = {
    "meta": "key", "inputs": "file", "aliases": ("alias", "entity"), "clashes": ("alias", "entity"),
    "forms": ("words", "entity"), "words": ("language", "word"), "stems": ("language", "stem"),
    "entries": "place", "postings": "feature",
}  # fmt: skip
"""Primary keys that are not `id`."""

LINKS: dict[str, list[tuple[str, str, str]]] = {
    "entities": [("town", "entities", "id"), ("stadium", "entities", "id")],
    "aliases": [("entity", "entities", "id")],
    "clashes": [("entity", "entities", "id")],
    "roles": [("person", "entities", "id"), ("club", "entities", "id")],
    "matches": [
        ("source", "sources", "id"),
        *((field, "entities", "id") for field in ("home", "away", "competition", "winner", "venue")),
    ],
    "events": [
        ("source", "sources", "id"),
        ("match", "matches", "id"),
        *((field, "entities", "id") for field in ("team", *_EVENT_PEOPLE)),
    ],
    "facts": [("source", "sources", "id")],
    "entries": [("source", "sources", "id"), ("match", "matches", "id"), ("team", "entities", "id")],
    "questions": [("entry", "entries", "place")],
    "signals": [("entry", "entries", "place")],
}
"""Foreign keys."""

INDEXED = {"questions": ("entry",), "entries": ("id", "row", "match", "intent"), "events": ("match",)}
"""Columns that rows are looked up by while the bot runs."""

SEARCHED = {"facts": ("en", "it"), "events": ("en", "it")}
"""Columns with a full-text index (FTS5), accents ignored."""


def write_tables(db: sqlite_utils.Database, compiled: Compiled, inputs: Inputs) -> None:
    """Create all tables in the empty `db` and fill them in one transaction, foreign keys enforced."""
    for table, columns in TABLES.items():
        db.table(table).create(columns, pk=KEYS.get(table, "id"), foreign_keys=LINKS.get(table, []))
    db.conn.execute("PRAGMA foreign_keys = ON")
    db.conn.execute("BEGIN")
    db.conn.execute("PRAGMA defer_foreign_keys = ON")
    for table, rows in rows_of(compiled, inputs).items():
        names = ", ".join(f"[{column}]" for column in TABLES[table])
        places = ", ".join(f":{column}" for column in TABLES[table])
        empty = dict.fromkeys(TABLES[table])
        db.conn.executemany(
            f"INSERT INTO [{table}] ({names}) VALUES ({places})",  # noqa: S608 - names of TABLES
            (empty | row for row in rows),
        )
    db.conn.commit()
    for table, found_by in INDEXED.items():
        for column in found_by:
            db.table(table).create_index([column])
    for table, searched in SEARCHED.items():
        db.table(table).enable_fts(list(searched), tokenize="unicode61 remove_diacritics 2")


def rows_of(compiled: Compiled, inputs: Inputs) -> dict[str, Iterable[Row]]:
    """Return the rows of each table, made one by one as they are written; tables that others point at first."""
    aliases = sorted({(alias, name.id) for name in compiled.names.values() for alias in name.aliases})
    clashes = sorted({(alias, id_) for alias, ids in compiled.clashes.items() for id_ in ids})
    return {
        "meta": [
            {"key": "format", "value": str(FORMAT)},
            {"key": "families", "value": str(compiled.index.families)},
        ],
        "inputs": [
            {"file": f.shown, "origin": f.origin, "path": f.path, "hash": hash_of(f.text), "text": f.text}
            for f in inputs.files
        ],
        "sources": map(_row, compiled.sources),
        "entities": (_entity(name, compiled.full.get(name.id)) for name in compiled.names.values()),
        "aliases": ({"alias": alias, "entity": id_} for alias, id_ in aliases),
        "clashes": ({"alias": alias, "entity": id_} for alias, id_ in clashes),
        "roles": _roles(inputs),
        "matches": (_match(compiled, id_) for id_ in compiled.matches),
        "events": (_row(event) | {"source": source} for source, event in compiled.events),
        "facts": (_fact(fact, source) for source, fact in compiled.facts),
        "forms": (
            {"words": " ".join(f), "entity": i}
            for f in sorted(compiled.forms)
            for i in sorted(compiled.forms[f])
        ),
        "words": (
            {"language": lang, "word": w} for lang, words in compiled.seen.items() for w in sorted(words)
        ),
        "stems": (
            {"language": lang, "stem": s} for lang, stems in compiled.stems.items() for s in sorted(stems)
        ),
        "entries": (_entry(at, entry, compiled.index) for at, entry in enumerate(compiled.entries)),
        "questions": _questions(compiled.entries),
        "postings": (_posting(feature, found) for feature, found in compiled.postings.items()),
        "signals": _signals(compiled.index),
    }


def hash_of(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def row_hashes(conn: sqlite3.Connection) -> dict[str, str]:
    """Return a hash for each row that came from a file; what other rows add to it does not count."""
    found: dict[str, str] = {}
    for table in ("sources", "entities", "matches", "events", "facts"):
        kept = [
            column
            for column in TABLES[table]
            if column not in ("label", "names", "rows") or table == "sources"
        ]
        names = ", ".join(f"[{column}]" for column in kept)
        for row in conn.execute(f"SELECT {names} FROM [{table}]"):  # noqa: S608 - names of TABLES
            found[str(row[0])] = hash_of(repr(tuple(row)))
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _packed(row: Mapping[str, Any]) -> Row:
    return {key: _json(value) if isinstance(value, dict | list) else value for key, value in row.items()}


def _row(part: BaseModel) -> Row:
    return _packed(part.model_dump(mode="json"))


def _fact(fact: FactPart, source: str) -> Row:
    row = _row(fact) | {"source": fact.source or source or None}
    value = fact.model_dump(mode="json")["value"]
    return row | {"value": None if value is None else _json(value)}


def _entity(name: Name, full: str | None) -> Row:
    return {
        "id": name.id, "kind": name.kind, "display": _json(name.display), "full": full,
        "article": _json(name.article), "gender": name.gender, "number": name.number, "town": name.town,
        "stadium": name.stadium, "nationality": name.nationality, "aliases": _json(list(name.aliases)),
        "demonyms": _json({language: list(words) for language, words in name.demonyms.items()}),
    }  # fmt: skip


def _roles(inputs: Inputs) -> Iterator[Row]:
    for _, part in inputs.names:
        for at, role in enumerate(part.roles):
            yield {"id": f"{part.id}:{at}", "person": part.id, **role.model_dump(mode="json")}


def _match(compiled: Compiled, id_: str) -> Row:
    match = compiled.matches[id_]
    derived = {"source": match.source, "names": _json(sorted(match.names)), "rows": match.rows}
    return _row(compiled.parts[id_]) | derived | {"label": _json(compiled.labels[id_])}


def _entry(at: int, entry: Entry, index: Index) -> Row:
    return {
        "place": at, "id": entry.id, "row": entry.row, "intent": entry.intent, "source": entry.source or None,
        "match": entry.match, "team": entry.team, "speaker": entry.speaker, "as_of": entry.as_of,
        "many": entry.many, "absent": entry.absent, "paragraph": entry.paragraph,
        "kinds": " ".join(sorted(entry.kinds)), "own_kinds": " ".join(sorted(entry.own_kinds)),
        "names": " ".join(sorted(entry.names)),
        "core": " ".join(sorted(entry.core)),
        "denied": " ".join(sorted(entry.denied)), "tells": " ".join(sorted(entry.tells)),
        "values": _json(sorted(entry.values)),
        "numbers": " ".join(map(str, sorted(entry.numbers))), "tokens": " ".join(sorted(entry.tokens)),
        "text": _json(entry.text), "item": _json(entry.item),
        "places": _json(entry.places), "wholes": packed("d", wholes(entry, index)),
    }  # fmt: skip


def _questions(entries: Iterable[Entry]) -> Iterator[Row]:
    samples = ((at, sample) for at, entry in enumerate(entries) for sample in entry.samples)
    for number, (at, sample) in enumerate(samples, start=1):
        yield {
            "id": number, "entry": at, "language": sample.language, "polarity": sample.polarity,
            "text": sample.text,
        }  # fmt: skip


def _posting(feature: str, found: Posting) -> Row:
    places = {name: packed("I", sorted(getattr(found, name))) for name in ("strong", "weak", "named")}
    return {"feature": feature, "families": found.families, "focus": found.focus} | places


def _signals(index: Index) -> Iterator[Row]:
    found = sorted((s.at, sorted(s.words), sorted(s.typed)) for own in index.signals.values() for s in own)
    for number, (at, words, typed) in enumerate(found, start=1):
        yield {"id": number, "entry": at, "words": _json(words), "typed": _json(typed)}
