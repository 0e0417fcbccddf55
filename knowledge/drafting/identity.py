"""The ids of names in a draft: the fact base's where it knows them, else new ones with their own entry."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.drafting.article import Reading
from knowledge.drafting.gazetteer import Name
from knowledge.drafting.known_names import general, writings
from knowledge.drafting.reading import fold
from knowledge.drafting.records import Entity
from knowledge.drafting.vocabulary import shared_words, vocabulary
from knowledge.models import LANGUAGES
from knowledge.models import Name as StoredName
from knowledge.understanding.lexicon import all_lexicons
from knowledge.understanding.words import words_only

LONGEST_NAME = 100
"""Letters past which a run of capitals is no name."""
OFTEN = 3
"""Mentions from which somebody called like a plain word is asked about by that name all the same."""
KINDS = {"t": "club", "p": "person", "v": "place", "c": "competition", "n": "club"}


PARTICLES = frozenset(
    (
        "da",
        "dal",
        "de",
        "del",
        "dell",
        "della",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "lo",
        "van",
        "von",
    )
)
"""Words that a surname begins with: "De Sanctis" is called so, not "Sanctis"."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of the fact base: kind is person, club, competition, place, publisher or work."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()


def read_names(folders: Iterable[Path]) -> list[KnownName]:
    """Return the names of the names files of some folders. Raises ValueError for a file that is no TOML."""
    found = []
    for path in (p for folder in folders for p in sorted(folder.glob("*.toml"))):
        for row in tomllib.loads(path.read_text("utf-8")).get("name", ()):
            both = row.get("name", {})
            written = [*both.values(), *([row["full"]] if "full" in row else []), *row.get("alias", ())]
            found.append(
                KnownName(row["id"], row["kind"], both.get("en") or both.get("it", row["id"]), tuple(written))
            )
    return found


def known_names(names: Iterable[StoredName]) -> list[KnownName]:
    """Return the stored names of a fact base as drafting wants them."""
    return [KnownName(n.id, n.kind, n.display["en"], (*n.display.values(), *n.aliases)) for n in names]


def _key(written: str) -> str:
    """Return a writing as the fact base looks it up: its folded words."""
    return " ".join(words_only(written))


def is_plain_word(written: str) -> bool:
    """Whether a name of one word is a word that fans ask with ("Given", "Campo"): questions would be misread."""
    word = fold(written)
    return " " not in word and any(
        word in vocabulary(language).words[kind]
        and (kind == "function" or word in all_lexicons()[language].known)
        for language in LANGUAGES
        for kind in ("common", "function", "starters")
    )


def slug(name: str) -> str:
    """Return a name as an id: small letters and figures joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "")).strip("-")[:70].strip("-") or "name"


SHORTEST_NICKNAME = 4
"""Letters that a nickname must have for fans to type it."""
OFTEN_ALONE = 2
"""Times that a text must call a club by one word for fans to do so."""


@dataclass(slots=True)
class Identity:
    """Gives entities their ids and collects those that are new."""

    reading: Reading
    known: list[Name]
    new: dict[str, tuple[str, Entity]] = field(default_factory=dict)
    clashes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _ids: dict[str, str] = field(default_factory=dict)
    _written: dict[str, list[Name]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in self.known:
            for written in {_key(w) for w in (name.name, *name.aliases)}:
                self._written.setdefault(written, []).append(name)

    def of(self, key: str | None) -> str | None:
        """Return the id of a mentioned entity, a new one for a new name; None for a nickname of several."""
        if key and "|" in key:
            teams = self.reading.matches[0].teams if self.reading.matches else ()
            key = next((team for team in teams if team in key.split("|")), None)
        entity = self.reading.cast.entities.get(key or "")
        if key is None or entity is None or not 2 <= len(entity.name) <= LONGEST_NAME:
            return None
        if key not in self._ids:
            self._ids[key] = self._find(entity)
        return self._ids[key]

    def mentioned(self, key: str | None) -> str | None:
        """Return the id of a name for a row that only mentions it: somebody called like a plain word stays without."""
        entity = self.reading.cast.entities.get(key or "")
        if key not in self._ids and entity and entity.kind == "p" and is_plain_word(entity.name):
            return None
        return self.of(key)

    def _find(self, entity: Entity) -> str:
        kind = KINDS.get(entity.kind, "person")
        forms = [entity.name, *sorted(entity.forms, key=len, reverse=True)]
        if " " in entity.name and kind == "person":
            forms = [f for f in forms if " " in f] or forms
        for form in forms:
            mates = [n for n in self._written.get(_key(form), ()) if n.kind == kind]
            if len(mates) == 1:
                return mates[0].id
        wanted = (
            entity.key_id
            if entity.key_id in general().entries and kind in ("club", "competition")
            else slug(entity.name)
        )
        wanted = slug(wanted)
        taken = {n.id for n in self.known} | set(self.new)
        while wanted in taken:
            wanted = f"{wanted}-{kind}" if not wanted.endswith(kind) else wanted + "-2"
        self.new[wanted] = (kind, entity)
        called = _key(entity.name)
        namesakes = [n.id for n in self._written.get(called, ())]
        namesakes += [i for i, (_, e) in self.new.items() if _key(e.name) == called and i != wanted]
        if namesakes:
            self.clashes[called] = (*dict.fromkeys(namesakes), wanted)
        if kind == "person" and " " in called:
            self._share_surname(called.split()[-1], wanted)
        return wanted

    def _share_surname(self, surname: str, wanted: str) -> None:
        """Let a surname that others have too stand for each of them."""
        others = [n.id for n in self._written.get(surname, ()) if n.kind == "person"]
        others += [
            i for i, (k, e) in self.new.items() if k == "person" and _key(e.name).endswith(f" {surname}")
        ]
        shared = tuple(dict.fromkeys([*others, wanted]))
        if len(shared) > 1 and not is_plain_word(surname):
            self.clashes[surname] = shared

    def aliases(self, wanted: str) -> list[str]:
        """Return the further writings of a new name that belong to nobody else."""
        _kind, entity = self.new[wanted]
        everyone = Counter(f for i in self.new for f in self._called(i))
        own = _key(entity.name)
        return sorted(
            f
            for f in self._called(wanted)
            if f != own
            and everyone[f] <= 1
            and f not in self._written
            and (len(f) > 2 or f.upper() in entity.forms)
        )

    def _called(self, wanted: str) -> set[str]:
        """Return all that a new name may be called, its club's nicknames included."""
        _kind, entity = self.new[wanted]
        known = writings().get(entity.key_id, ()) if wanted == slug(entity.key_id) else ()
        called = {_key(x) for x in (*_writings(entity), *known, *self._shared_nicknames(entity))}
        if entity.kind != "t" or (sort := _sort_of_team(self.reading)) is None:
            return called
        plain = {_key(x) for x in _writings(entity)} | {_key(entity.name)}
        bare = [c for c in plain if not set(c.split()) & {*SORTS[sort]}]
        return called | {f"{c} {word}" for c in bare for word in SORTS[sort]}

    def _shared_nicknames(self, entity: Entity) -> set[str]:
        """Return the nicknames by which the text calls a side of its match that other clubs have, too."""
        teams = self.reading.matches[0].teams if self.reading.matches else ()
        if entity.key_id not in teams:
            return set()
        marks = [m for row in self.reading.rows for m in row.marks if m.kind == "t" and "|" in m.key]
        return {
            m.text
            for m in marks
            if [t for t in teams if t in m.key.split("|")] == [entity.key_id]
            and len(m.text) >= SHORTEST_NICKNAME
            and not is_plain_word(m.text)
        }


SORTS = {
    "women": ("women", "ladies", "femminile", "women’s"),
    "youth": ("primavera", "under 19", "u19", "youth"),
}
"""What fans put behind a club's name to ask of one of its other teams."""
_WOMEN = re.compile(
    r"\b(?:women(?:[’']s)?|ladies|wsl|lionesses|femminile|calcio femminile|giocatrici|calciatrici)\b",
    re.IGNORECASE,
)
_YOUTH = re.compile(r"\b(?:primavera|under[- ]?(?:19|18|17|23|21)s?|u-?(?:19|18|23|21)s?)\b", re.IGNORECASE)
EARLY = 6
"""Sentences in which a report says of which of a club's teams it is."""


def _sort_of_team(reading: Reading) -> str | None:
    """Return whether a report is of women or of a youth team, None where it is of neither."""
    if not reading.matches:
        return None
    told = " ".join([reading.header.title or "", *(r.sentence.text for r in reading.rows[:EARLY])])
    return "women" if _WOMEN.search(told) else "youth" if _YOUTH.search(told) else None


def _writings(entity: Entity) -> list[str]:
    """Return how a name is written, a person's last name included; nicknames of clubs are left out."""
    if entity.kind == "p":
        parts = entity.name.split()
        known = sum(entity.forms.values()) >= OFTEN
        first = next((i for i, p in enumerate(parts[1:-1], 1) if p.lower() in PARTICLES), len(parts) - 1)
        called = (*entity.forms, entity.name, parts[-1], " ".join(parts[first:]))
        return [f for f in called if known or not is_plain_word(f)]
    written = [
        entity.name,
        *(
            f
            for f in entity.forms
            if entity.kind != "t" or (f[:1].isupper() and (" " in f or _stands_alone(f, entity)))
        ),
    ]
    if entity.kind == "t" and entity.key_id not in general().entries:
        short = _SORT_OF_CLUB.sub("", entity.name)
        written += [short] if len(short) > 3 and not is_plain_word(short) else []
    if entity.kind == "v":
        short = _SORT_OF_GROUND.sub("", entity.name)
        written += [short] if len(short) > 4 and not is_plain_word(short) else []
    return written


def _stands_alone(form: str, entity: Entity) -> bool:
    """Whether a text calls a club by one word of its name again and again, which is no word for any club."""
    own = fold(entity.name).split()
    sort = fold(form) in shared_words()["generic"] or form in shared_words()["second_words"]
    often = entity.forms[form] >= OFTEN_ALONE or form.isupper()
    return often and not sort and not is_plain_word(form) and fold(form) in own


_SORT_OF_GROUND = re.compile(r" (?:Park|Stadium|Arena|Road|Lane|Ground)$")
_SORT_OF_CLUB = re.compile(
    r"(?: (?:A?FC|CF|SC|AC|Town|City|United|Rovers|Athletic|Albion|Wanderers|County|Calcio))+$"
)
"""Words that people leave out of a club's name."""
