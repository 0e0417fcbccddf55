"""Article, name and amendment files as text: changed in place, so that order and comments stay."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import tomlkit
from tomlkit.items import AoT

Kind = Literal["source", "match", "event", "fact"]
TABLES: tuple[Kind, ...] = ("match", "event", "fact")
PEOPLE = ("player", "assist", "by", "on", "off", "won_by", "fouled_by", "keeper")
LINKED = ("home", "away", "competition", "venue", "winner", "team", *PEOPLE)


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One table of an article file: its kind, its id and its fields as plain values."""

    kind: Kind
    id: str
    fields: dict[str, Any]

    @property
    def confidence(self) -> float:
        """How sure the draft is, 0 to 1; what came without a figure was written by people and is sure."""
        return float(self.fields.get("confidence", 1.0))


def rows_of(article: str) -> list[DraftRow]:
    """Return the source, matches, events and facts of an article file, in this order."""
    raw = tomllib.loads(article)
    rows = [DraftRow("source", raw["source"]["id"], raw["source"])]
    return rows + [DraftRow(kind, row["id"], row) for kind in TABLES for row in raw.get(kind, ())]


def names_of(names: str) -> dict[str, str]:
    """Return the names of a names file: display name -> id."""
    raw = tomllib.loads(names)
    return {shown: row["id"] for row in raw.get("name", ()) for shown in row["name"].values()}


def with_field(article: str, row_id: str, field: str, value: Any) -> str:
    """Return an article file with one field of a row changed; `field` may be dotted, None removes it."""
    doc = tomlkit.parse(article)
    table: Any = _find(doc, row_id)
    *path, last = field.split(".")
    for name in path:
        if name not in table:
            table[name] = tomlkit.inline_table()
        table = table[name]
    if value is None:
        table.pop(last, None)
    else:
        table[last] = value
    return tomlkit.dumps(doc)


def _find(doc: tomlkit.TOMLDocument, row_id: str) -> Any:
    source: Any = doc["source"]
    if source["id"] == row_id:
        return source
    for kind in TABLES:
        for row in _tables(doc, kind):
            if row["id"] == row_id:
                return row
    raise KeyError(row_id)


def _tables(doc: tomlkit.TOMLDocument, name: str) -> AoT:
    found = doc.get(name)
    if not isinstance(found, AoT):
        found = tomlkit.aot()
        doc[name] = found
    return found


def only(article: str, kept: Iterable[str], matches: Mapping[str, str]) -> str:
    """Return an article file with the rows in `kept` and no others.

    `matches` maps ids of its matches to stored ones: the former go, what points at them points at the latter.
    A fact about a match that is neither kept nor stored loses the mention.
    """
    doc = tomlkit.parse(article)
    wanted = set(kept)
    own = {str(row["id"]) for row in _tables(doc, "match")}
    for kind in TABLES:
        tables = _tables(doc, kind)
        for place in range(len(tables) - 1, -1, -1):
            row: Any = tables[place]
            if row["id"] not in wanted or row["id"] in matches:
                del tables[place]
            elif kind == "event":
                row["match"] = matches.get(row["match"], row["match"])
            elif kind == "fact":
                about = [str(matches.get(id_, id_)) for id_ in row.get("about", ())]
                row["about"] = list(
                    dict.fromkeys(i for i in about if i not in own or (i in wanted and i not in matches))
                )
    for kind in TABLES:
        if not len(_tables(doc, kind)):
            del doc[kind]
    return tomlkit.dumps(doc)


def used_names(names: str, article: str) -> str:
    """Return a names file with the names that an article file uses, and their clashes; "" where none is."""
    doc = tomlkit.parse(names)
    used = set(re.findall(r'"([a-z0-9-]+)"|^coaches\.|^goalkeepers\.', article, re.MULTILINE))
    used |= set(re.findall(r"^(?:coaches|goalkeepers)\.([a-z0-9-]+)", article, re.MULTILINE))
    tables = _tables(doc, "name")
    for place in range(len(tables) - 1, -1, -1):
        row: Any = tables[place]
        if row["id"] not in used:
            del tables[place]
    left = {str(row["id"]) for row in tables}
    clashes = _tables(doc, "clash")
    for place in range(len(clashes) - 1, -1, -1):
        clash: Any = clashes[place]
        if not left & set(clash["names"]):
            del clashes[place]
    return tomlkit.dumps(doc).strip() + "\n" if left else ""


def with_name(names: str, id_: str, kind: str, shown: str) -> str:
    """Return a names file with one more name, the same in both languages."""
    return _after(names, "name", id=id_, kind=kind, name={"en": shown, "it": shown})


def forgetting(amendments: str, ids: Iterable[str]) -> str:
    """Return the amendments with rows to forget; those that are forgotten already stay as they are."""
    known = {row["id"] for row in _rows(amendments, "forget")}
    for id_ in dict.fromkeys(ids):
        if id_ not in known:
            amendments = _after(amendments, "forget", id=id_)
    return amendments


def asking(amendments: str, row_id: str, questions: Iterable[tuple[str, str]]) -> str:
    """Return the amendments with sample questions (language, text) of a row; known ones stay as they are."""
    known = {row["question"] for row in _rows(amendments, "ask") if row["id"] == row_id}
    for language, question in dict.fromkeys(questions):
        if question not in known:
            amendments = _after(amendments, "ask", id=row_id, language=language, question=question)
    return amendments


def telling(amendments: str, fact: Mapping[str, Any]) -> str:
    """Return the amendments with one more fact; where its id stands there already, as they are."""
    if any(row["id"] == fact["id"] for row in _rows(amendments, "fact")):
        return amendments
    return _after(amendments, "fact", **fact)


def _rows(text: str, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(text).get(name, [])
    return found


def _after(text: str, table: str, /, **fields: Any) -> str:
    """Return a file with one more table at its end: what people wrote before it is not touched."""
    start = text.rstrip("\n") + "\n\n" if text.strip() else ""
    return f"{start}[[{table}]]\n{tomlkit.dumps(_table(**fields))}"


def _table(**fields: Any) -> tomlkit.items.Table:
    table = tomlkit.table()
    for name, value in fields.items():
        if value is None:
            continue
        if isinstance(value, dict):
            inline = tomlkit.inline_table()
            inline.update(value)
            table[name] = inline
        else:
            table[name] = value
    return table


def retold(text: str, field: str, old: str, new: str, language: str) -> str:
    """Return a sentence after a field of its event changed: the new name or minute in the old one's place."""
    if field != "minute":
        return text.replace(old, new)
    if language == "it":
        elided = new in ("1", "8", "11") or (len(new) == 2 and new.startswith("8"))
        told = re.sub(rf"\b(?:al |all')(?={old}\b)", "all'" if elided else "al ", text)
        return re.sub(rf"\b{old}\b", new, told)
    return re.sub(rf"\b{old}\b", new, text)
