"""The names that every text is read with, from the data, and those of the fact base added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

from knowledge.drafting.gazetteer import PLACE, Entry, Gazetteer, Name
from knowledge.drafting.reading import fold, tokens
from knowledge.drafting.vocabulary import load, shared_words

FILES = (
    "clubs_italy.toml",
    "clubs_england.toml",
    "clubs_europe.toml",
    "clubs_world.toml",
    "nations.toml",
    "competitions.toml",
)


@cache
def writings() -> dict[str, list[str]]:
    """Return of each name of the general list the writings that no other name shares."""
    return general().unshared()


@cache
def general() -> Gazetteer:
    """Return the gazetteer that is data of ours."""
    found = Gazetteer()
    for file in FILES:
        for section, rows in load(file).items():
            kind = {"nations": "nation", "competitions": "competition"}.get(section, "club")
            for key, row in rows.items():
                _add_row(found, key, kind, row)
                if kind == "club":
                    found.nations.setdefault(key, section)
    _add_short(found)
    _add_more(found)
    _add_grounds(found)
    _add_places(found)
    _add_towns(found)
    for nation, clubs in load("lands.toml").items():
        found.nations.update(dict.fromkeys(clubs.split(), nation))
    return found


_SECOND = frozenset(
    (
        "Town",
        "City",
        "United",
        "Rovers",
        "Wanderers",
        "Athletic",
        "County",
        "Albion",
        "Borough",
        "Harriers",
        "Victoria",
        "Rangers",
        "Swifts",
    )
)


def _add_short(target: Gazetteer) -> None:
    """Let "Sutton" stand for Sutton United where no other club bears the town's name."""
    towns = Counter(
        entry.name.rpartition(" ")[0] for entry in target.entries.values() if entry.kind == "club"
    )
    other_towns = load("places.toml")["towns"]
    for entry in [
        e for e in target.entries.values() if e.kind == "club" and target.nations.get(e.id) in BRITISH
    ]:
        town, _, second = entry.name.rpartition(" ")
        shared = fold(town) in other_towns
        if second in _SECOND and towns[town] == 1 and not shared and not _is_known(target, town):
            target.add(entry, town)


BRITISH = ("england", "below", "scotland", "ireland_wales")
"""Sections whose clubs are called by their town alone."""


def _add_more(target: Gazetteer) -> None:
    """Add the clubs of clubs_more.toml; a name that is known already stays with whom it stands for."""
    for nation, row in load("clubs_more.toml").items():
        for line in row["clubs"]:
            written = line.split("|")
            fresh = [w for w in written if not _is_known(target, w)]
            if len(fresh) < len(written):
                _call_too(target, written, fresh)
                continue
            key = fold(written[0]).replace(" ", "-").replace("'", "")
            if key not in target.entries:
                target.nations[key] = nation
                for form in written:
                    target.add(Entry(key, "club", written[0], written[0]), form)


def _call_too(target: Gazetteer, written: list[str], fresh: list[str]) -> None:
    """Add the fresh writings of a club to the one that its other writings name, if they name one alone."""
    named = {
        entry.id: entry
        for words in (tokens(w) for w in written if w not in fresh)
        if (found := target.find(words, 0)) is not None and found.last == len(words) - 1
        for entry in found.entries
        if entry.kind == "club"
    }
    if len(named) == 1:
        for form in fresh:
            target.add(next(iter(named.values())), form)


def _add_grounds(target: Gazetteer) -> None:
    """Add the grounds of grounds.toml; of "Danilo *Martelli" what stands behind the star is one by itself too."""
    for rows in load("grounds.toml").values():
        for club, grounds in rows.items():
            for ground in grounds:
                _add_ground(target, club, ground.replace("*", ""))
                if "*" in ground:
                    _add_ground(target, club, ground.partition("*")[2])


def _add_towns(target: Gazetteer) -> None:
    """Add the towns of towns.toml, and the grounds there, to clubs that are known."""
    towns: dict[str, tuple[str, ...]] = {**target.towns}
    for line in load("towns.toml")["clubs"]:
        names, _, town = line.partition("@")
        club, *grounds = names.split("|")
        words = tokens(club)
        found = target.find(words, 0)
        if found is None or found.last != len(words) - 1 or found.entries[0].kind != "club":
            continue
        owner = found.entries[0].id
        for ground in grounds:
            if owner not in target.grounds.get("v:" + fold(ground).replace(".", ""), ()):
                _add_ground(target, owner, ground)
        if town:
            low = fold(town)
            towns[low] = (*towns.get(low, ()), owner)
            nation = target.nations.get(owner, "")
            if nation in target.entries and not _is_known(target, town):
                key = PLACE + " ".join(fold(t.text) for t in tokens(town))
                target.add(Entry(key, "place", town, town, nation), town)
    target.towns = towns


def _is_known(target: Gazetteer, written: str) -> bool:
    words = tuple(fold(t.text) for t in tokens(written))
    return any(row[0] == words for row in target.index.get(words[0], ()))


def _add_places(target: Gazetteer) -> None:
    """Add the towns and grounds where nations are at home; a town that is also a club's name stays the club's."""
    places = load("places.toml")
    for club in [entry for entry in target.entries.values() if entry.kind == "club" and entry.home]:
        if not _is_known(target, club.home):
            key = PLACE + " ".join(fold(t.text) for t in tokens(club.home))
            target.add(Entry(key, "place", club.home, club.home, target.nations.get(club.id, "")), club.home)
    target.towns = {town: tuple(clubs) for town, clubs in places["towns"].items()}
    for nation, grounds in places["grounds"].items():
        for ground in grounds:
            _add_ground(target, nation, ground)
    for nation, towns in places["places"].items():
        for town in towns:
            target.lands[fold(town)] = nation
            if not _is_known(target, town):
                key = PLACE + " ".join(fold(t.text) for t in tokens(town))
                target.add(Entry(key, "place", town, town, nation), town)


def _add_row(target: Gazetteer, key: str, kind: str, row: dict[str, Any]) -> None:
    entry = Entry(key, kind, row["name"], row.get("it", row["name"]), row.get("town", ""))
    for written in (row["name"], entry.it, *row.get("alias", ())):
        target.add(entry, written)
    for written in row.get("nick", ()):
        for form in _genders(written):
            target.add(entry, form, nick=True)
    for written in row.get("plural", ()):
        target.add(entry, written, nick=True)
    for ground in row.get("stadium", ()):
        _add_ground(target, key, ground)


def _add_ground(target: Gazetteer, owner: str, ground: str) -> None:
    place = "v:" + fold(ground).replace(".", "")
    target.grounds[place] = (*target.grounds.get(place, ()), owner)
    first, _, last = ground.rpartition(" ")
    if first and first.split()[0] not in shared_words()["stadium_first"]:
        target.honoured.add(fold(last))
    target.add(Entry(place, "stadium", ground, ground), ground)


def _genders(word: str) -> tuple[str, ...]:
    """Return the Italian forms of a colour or the like: rossoneri, rossonere, rossonero, rossonera."""
    if word.islower() and word.endswith("i") and " " not in word:
        stem = word[:-1]
        return (word, *(stem + end for end in ("e", "o", "a") if not stem.endswith(("gl", "c", "g"))))
    return (word,)


def with_names(names: Iterable[Name] | None) -> Gazetteer:
    """Return the general gazetteer together with the fact base's own names (whose ids win)."""
    if names is None:
        return general()
    found = general().copy()
    for name in names:
        if name.kind == "person":
            found.people[fold(name.name)] = name.id
        elif name.kind in ("club", "competition") and name.id not in found.entries:
            entry = Entry(name.id, name.kind, name.name, name.name)
            for written in (name.name, *(a for a in name.aliases if " " in a)):
                found.add(entry, written.title() if written.islower() else written)
    return found
