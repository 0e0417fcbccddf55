"""Compiling the input files into one SQLite file: whole or not at all, and the same rows each time."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import sqlite_utils

from ..errors import BuildFailed
from ..models import LANGUAGES, Entry, Match, Mistake, Name, Report
from ..understanding.lexicon import all_lexicons
from ..understanding.names import Gazetteer
from ..understanding.reading import Reader
from .absent import absent_entries
from .catalogue import catalogue
from .checks import check_inputs
from .entries import Compiler, match_record
from .files import Inputs, read_inputs
from .match_entries import MatchEntries, match_label
from .schema import EventPart, FactPart, MatchPart, NamePart

FORMAT = 2
"""Version of the file's form; a base of another version is built anew."""


def check(data_dir: Path | None = None) -> Report:
    """Read and check all inputs, near copies included; write nothing."""
    inputs, mistakes = read_inputs(data_dir)
    mistakes += check_inputs(inputs, catalogue(), thorough=True)
    return Report(tuple(mistakes), counts(inputs))


def build(target: Path, data_dir: Path | None = None) -> Report:
    """Compile the shipped files and those of `data_dir` into `target`, replacing it in one step.

    Raises `BuildFailed` with every mistake where there is one; then `target` stays as it was.
    """
    inputs, mistakes = read_inputs(data_dir)
    mistakes += check_inputs(inputs, catalogue(), thorough=False)
    report = Report(tuple(mistakes), counts(inputs))
    if not report.ok:
        raise BuildFailed(report)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f"{target.name}.{os.getpid()}.new")
    try:
        _write(fresh, inputs)
        before, after = _row_hashes(target), _row_hashes(fresh)
        os.replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)
    return Report(
        report.mistakes, report.counts,
        added=tuple(sorted(after.keys() - before.keys())), removed=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(sorted(i for i in after.keys() & before.keys() if after[i] != before[i])),
    )


def counts(inputs: Inputs) -> dict[str, int]:
    """Count what the inputs hold: rows by kind, per article and per language."""
    found: Counter[str] = Counter()
    found["names"] = len(inputs.names)
    for _, article in inputs.articles:
        for what, rows in (("matches", article.match), ("events", article.event), ("facts", article.fact)):
            found[what] += len(rows)
            found[f"{article.source.id}: {what}"] += len(rows)
        for fact in article.fact:
            for language in LANGUAGES:
                asks = (fact.ask, fact.yes, fact.no)
                found[f"questions in {language}"] += sum(len(a.get(language)) for a in asks)
    found["articles"] = len(inputs.articles)
    return dict(found)


def name_record(part: NamePart) -> Name:
    """Make the record of a name; its own names are aliases too."""
    shown = {"en": part.name.en or part.name.it or part.id, "it": part.name.it or part.name.en or part.id}
    aliases = dict.fromkeys([*shown.values(), *([part.full] if part.full else []), *part.alias])
    return Name(
        part.id, part.kind, shown, dict(part.article), part.gender, part.number, part.town, part.stadium,
        part.nationality, tuple(aliases), {k: tuple(v) for k, v in part.demonym.items()},
    )


class Compiled:
    """Everything that goes into the file, worked out from the inputs."""

    def __init__(self, inputs: Inputs) -> None:
        self.names = {part.id: name_record(part) for _, part in inputs.names}
        self.clashes = {part.alias: frozenset(part.names) for _, part in inputs.clashes}
        gazetteer = Gazetteer(self.names.values(), self.clashes)
        lexicons = all_lexicons()
        other = {"en": "it", "it": "en"}
        readers = {
            lang: Reader(lexicons[lang], lexicons[other[lang]], gazetteer, frozenset()) for lang in LANGUAGES
        }
        compiler = Compiler(self.names, readers, catalogue())
        forgotten = {part.id for part in inputs.amendments.forget}
        self.matches: dict[str, Match] = {}
        self.labels: dict[str, dict[str, str]] = {}
        self.parts: dict[str, MatchPart] = {}
        self.events: list[tuple[str, EventPart]] = []
        self.facts: list[tuple[str, FactPart]] = []
        for _, article in inputs.articles:
            source = article.source.id
            self.events += [(source, e) for e in article.event if e.id not in forgotten]
            self.facts += [(source, _asked(f, inputs)) for f in article.fact if f.id not in forgotten]
            for part in article.match:
                rows = sum(e.match == part.id for e in article.event)
                rows += sum(part.id in f.about for f in article.fact)
                self.parts[part.id] = part
                self.matches[part.id] = match_record(part, source, self.names, rows)
                self.labels[part.id] = {lang: match_label(part, self.names, lang) for lang in LANGUAGES}
        self.facts += [("amendments", f) for f in inputs.amendments.fact]
        self.entries = list(self._entries(compiler)) + absent_entries(readers)
        self.sources = [article.source for _, article in inputs.articles]

    def _entries(self, compiler: Compiler) -> Iterable[Entry]:
        for part in self.parts.values():
            own = [e for _, e in self.events if e.match == part.id]
            for draft in MatchEntries(part, self.matches[part.id], own, self.names).drafts():
                yield compiler.finish(draft)
        for source, event in self.events:
            for draft in compiler.event(event, self.matches[event.match], source):
                yield compiler.finish(draft)
        for source, fact in self.facts:
            yield compiler.finish(compiler.fact(fact, source, self.matches))


def _asked(fact: FactPart, inputs: Inputs) -> FactPart:
    """Add the samples that the files of further questions and the amendments give to a fact."""
    extra = [part for part in inputs.amendments.ask if part.id == fact.id]
    found = {}
    for polarity in ("ask", "yes", "no"):
        stored = getattr(fact, polarity)
        merged = {}
        for language in LANGUAGES:
            more = inputs.asked.get(language, {}).get(fact.id)
            merged[language] = [*stored.get(language), *(getattr(more, polarity) if more else ())]
            if polarity == "ask":
                merged[language] += [p.question for p in extra if p.language == language]
        found[polarity] = stored.model_copy(update=merged)
    return fact.model_copy(update=found)


def _write(path: Path, inputs: Inputs) -> None:
    compiled = Compiled(inputs)
    path.unlink(missing_ok=True)
    db = sqlite_utils.Database(path)
    try:
        with db.conn:
            _insert(db, compiled, inputs)
        db.conn.execute("PRAGMA optimize")
    finally:
        db.close()


def _insert(db: sqlite_utils.Database, compiled: Compiled, inputs: Inputs) -> None:
    tables: dict[str, tuple[list[dict[str, Any]], str, list[tuple[str, str, str]]]] = {
        "meta": ([{"key": "format", "value": str(FORMAT)}], "key", []),
        "inputs": (
            [{"file": f, "hash": _hash(t), "text": t} for f, t in inputs.texts.items()], "file", []),
        "sources": ([_json_row(s.model_dump(mode="json")) for s in compiled.sources], "id", []),
        "names": ([_name_row(n) for n in compiled.names.values()], "id", []),
        "roles": (_role_rows(inputs), "id", []),
        "clashes": ([{"alias": a, "names": json.dumps(sorted(i))} for a, i in compiled.clashes.items()], "alias", []),
        "matches": ([_match_row(compiled, m) for m in compiled.matches], "id", [("source", "sources", "id")]),
        "events": (
            [{"source": s, **_json_row(e.model_dump(mode="json"))} for s, e in compiled.events], "id",
            [("match", "matches", "id")]),
        "facts": ([{**_json_row(f.model_dump(mode="json")), "source": f.source or s} for s, f in compiled.facts], "id", []),
        "entries": ([_entry_row(e) for e in compiled.entries], "id", []),
    }
    for name, (rows, key, foreign) in tables.items():
        if rows:
            db[name].insert_all(rows, pk=key, foreign_keys=foreign or None)  # type: ignore[union-attr,arg-type]
    questions = [
        {"entry": e.id, "language": s.language, "polarity": s.polarity, "text": s.text,
         "features": " ".join(sorted(s.features))}
        for e in compiled.entries for s in e.samples
    ]
    db["questions"].insert_all(questions, foreign_keys=[("entry", "entries", "id")])  # type: ignore[union-attr]
    db["questions"].create_index(["entry"])  # type: ignore[union-attr]
    if compiled.facts:
        db["facts"].enable_fts(["en", "it"])  # type: ignore[union-attr]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _json_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        k: json.dumps(v, ensure_ascii=False, sort_keys=True) if isinstance(v, dict | list) else v
        for k, v in row.items()
    }


def _name_row(name: Name) -> dict[str, Any]:
    return _json_row({
        "id": name.id, "kind": name.kind, "display": name.display, "article": name.article, "gender": name.gender,
        "number": name.number, "town": name.town, "stadium": name.stadium, "nationality": name.nationality,
        "aliases": list(name.aliases), "demonyms": {k: list(v) for k, v in name.demonyms.items()},
    })


def _role_rows(inputs: Inputs) -> list[dict[str, Any]]:
    return [
        {"id": f"{part.id}:{at}", "person": part.id, **role.model_dump(mode="json")}
        for _, part in inputs.names for at, role in enumerate(part.roles)
    ]


def _match_row(compiled: Compiled, id_: str) -> dict[str, Any]:
    match = compiled.matches[id_]
    return _json_row(compiled.parts[id_].model_dump(mode="json")) | {
        "source": match.source, "names": json.dumps(sorted(match.names)), "rows": match.rows,
        "label": json.dumps(compiled.labels[id_], ensure_ascii=False),
    }


def _entry_row(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id, "row": entry.row, "intent": entry.intent, "source": entry.source, "match": entry.match,
        "team": entry.team, "as_of": entry.as_of, "many": entry.many, "absent": entry.absent,
        "kinds": " ".join(sorted(entry.kinds)), "names": " ".join(sorted(entry.names)),
        "core": " ".join(sorted(entry.core)), "values": json.dumps(sorted(entry.values), ensure_ascii=False),
        "numbers": " ".join(map(str, sorted(entry.numbers))), "tokens": " ".join(sorted(entry.tokens)),
        "weak": " ".join(sorted(entry.weak)), "text": json.dumps(entry.text, ensure_ascii=False),
        "item": json.dumps(entry.item, ensure_ascii=False),
    }


def _row_hashes(path: Path) -> dict[str, str]:
    """Return a hash per row of the base at `path`; none where there is no readable base."""
    if not path.exists():
        return {}
    found: dict[str, str] = {}
    try:
        conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            for table in ("names", "matches", "events", "facts"):
                cursor = conn.execute(f"SELECT * FROM {table}")  # noqa: S608 - the names stand in this line
                columns = [c[0] for c in cursor.description]
                for row in cursor:
                    found[str(row[columns.index("id")])] = _hash(repr(row))
        finally:
            conn.close()
    except sqlite3.Error:
        return found
    return found


def mistakes_as_text(mistakes: Iterable[Mistake]) -> str:
    """Return one line a mistake."""
    return "\n".join(str(m) for m in mistakes)
