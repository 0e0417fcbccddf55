"""What names say of each other: known towns and clubs, no alias of two names unless a clash allows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge.models import Mistake
from knowledge.understanding.fuzzy import nearest
from knowledge.understanding.words import words_only

from .files import Inputs
from .schema import NamePart

Kinds = Mapping[str, str]
"""Name id -> kind of the name."""


class Dangling(Mistake):
    """A name or id that no file holds: only sure to be a mistake where every file could be read."""


def check_names(inputs: Inputs, kinds: Kinds) -> Iterator[Mistake]:
    """Yield every mistake between names; `kinds` holds all of them."""
    yield from _names(inputs, kinds)
    yield from _aliases(inputs, kinds)


def _names(inputs: Inputs, kinds: Kinds) -> Iterator[Mistake]:
    """Check what names say of each other."""
    for file, name in inputs.names:
        place = f"name '{name.id}'"
        yield from expected_name(file, f"{place}, town", name.town, "place", kinds)
        yield from expected_name(file, f"{place}, stadium", name.stadium, "place", kinds)
        for role in name.roles:
            yield from expected_name(file, f"{place}, roles", role.club, None, kinds)


def _aliases(inputs: Inputs, kinds: Kinds) -> Iterator[Mistake]:
    """Yield aliases of two names that no clash allows, and those without a letter or figure."""
    declared: dict[str, set[str]] = {}
    for file, clash in inputs.clashes:
        place = f"clash '{clash.alias}'"
        declared.setdefault(_key(clash.alias), set()).update(clash.names)
        if not _key(clash.alias):
            yield Mistake(file, place, "the alias has no letter; write the words that people type")
        if len(set(clash.names)) < 2:
            yield Mistake(file, place, "names fewer than two names; add another or remove the clash")
        for id_ in clash.names:
            yield from expected_name(file, place, id_, None, kinds)
    owner: dict[str, str] = {}
    for file, name in inputs.names:
        place = f"name '{name.id}'"
        for alias, key in _called(name).items():
            if not key:
                yield Mistake(
                    file, place, f"the alias {alias!r} has no letter; write the words that people type"
                )
            elif owner.setdefault(key, name.id) != name.id and not {owner[key], name.id} <= declared.get(
                key, set()
            ):
                hint = f"the alias '{key}' belongs to '{owner[key]}' too; remove one or add a [[clash]]"
                yield Mistake(file, place, hint)


def _called(name: NamePart) -> dict[str, str]:
    """Return what a name is called, each with the words it is looked up by."""
    own = (name.name.en, name.name.it, name.full, *name.alias)
    return {alias: _key(alias) for alias in own if alias}


def _key(alias: str) -> str:
    """Return an alias as it is looked up: its folded words."""
    return " ".join(words_only(alias))


def expected_name(
    file: str, place: str, id_: str | None, kind: str | None, kinds: Kinds
) -> Iterator[Mistake]:
    """Yield a mistake where `id_` is no name, or (with `kind`) a name of another kind."""
    if id_ is None:
        return
    if id_ not in kinds:
        near = nearest(id_, tuple(kinds))
        hint = f"did you mean '{near}'?" if near else "add it to a file in names/"
        yield Dangling(file, place, f"unknown name '{id_}'; {hint}")
    elif kind and kinds[id_] != kind:
        yield Mistake(file, place, f"'{id_}' is a {kinds[id_]}; write the id of a {kind}")
