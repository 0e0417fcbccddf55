"""The records that pass between the steps of drafting. Spans are offsets into the cleaned text."""

from __future__ import annotations

from dataclasses import dataclass, field

ORIENTED = "oriented"
"""Stands with a goal whose score after it is told as home and away."""
SHOUT_SIGN = "shouted"
"""Stands with a goal that a line of a ticker shouts."""
TAKEN_BACK = "taken_back"
"""Stands with a goal that a later sentence takes back."""


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters or of digits; `start` and `end` are offsets into the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a line. `paragraph` counts from 1; `title` is a headline in capitals, `quoted` speech."""

    text: str
    start: int
    paragraph: int
    index: int
    title: bool = False
    quoted: bool = False
    line: int = 0

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, minute or score in the text.

    `kind` is one letter: t team, p person, v venue, c competition, o other name, n a nation that is no team
    here, m minute, s score, r a word for the home or away side. `key` is the entity's id, the index of a
    minute or score, or "home"/"away".
    """

    kind: str
    key: str
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Minute:
    """A minute as told: `minute` is None for a vague one, `half` 1, 2 or 0; `relative` adds to the last."""

    start: int
    end: int
    minute: int | None
    added: int | None = None
    half: int = 0
    relative: bool = False
    elapsed: bool = False
    sure: float = 1.0


@dataclass(slots=True)
class Score:
    """Two figures in the text and what they are: final, running, past, shoot-out, aggregate or unknown.

    `pair` gives the teams the figures belong to where the words tell, in the order of the figures.
    """

    start: int
    end: int
    first: int
    second: int
    role: str = "unknown"
    weight: float = 0.0
    pair: tuple[str, str] | None = None
    winner: str | None = None
    loser: str | None = None


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name: `forms` counts how it is written in the text."""

    id: str
    kind: str
    name: str
    forms: dict[str, int] = field(default_factory=dict)
    known: bool = False
    club: str | None = None

    @property
    def key_id(self) -> str:
        """The id of a known name; the first where a nickname stands for several."""
        return self.id.split("|")[0]


@dataclass(slots=True)
class Goal:
    """A goal. `team` is the side it counts for (0 home, 1 away), `ordinal` the score after it, if told.

    `words` are those that tell it, names masked; `evidence` the whole sentence. `signs` speak for or against
    one telling, `tellings` are the confidences of all of them, `told_in` the sentences of the further ones;
    `standing` is what the rest of the text says; `anew` is set where it is told as a further one ("ancora <p>").
    `foul` tells who won a penalty and who gave it away (`won_by`, `fouled_by`).
    """

    scorer: str
    minute: int | None = None
    added: int | None = None
    team: int | None = None
    kind: str = "goal"
    confidence: float = 0.5
    sentence: int = 0
    place: int = 0
    ordinal: tuple[int, int] | None = None
    assist: str | None = None
    listed: bool = False
    evidence: str = ""
    words: str = ""
    signs: frozenset[str] = frozenset()
    tellings: list[float] = field(default_factory=list)
    standing: set[str] = field(default_factory=set)
    half: int = 0
    minute_sure: float = 0.0
    hints: list[int] = field(default_factory=list)
    group: int | None = None
    told_in: set[int] = field(default_factory=set)
    foul: dict[str, str] = field(default_factory=dict)
    anew: bool = False


@dataclass(slots=True)
class Event:
    """Anything else that happened; `detail` holds the fields of its kind in catalogue.toml."""

    kind: str
    player: str
    minute: int | None
    team: int | None
    sentence: int
    evidence: str
    confidence: float
    detail: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class MatchDraft:
    """A match with its events. `teams` are entity ids, home first where known; `score` is in that order."""

    teams: tuple[str, str]
    home_known: bool = False
    score: tuple[int, int] | None = None
    half_time: tuple[int, int] | None = None
    competition: str | None = None
    date: str | None = None
    venue: str | None = None
    stage: str | None = None
    coaches: dict[int, str] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    """Side of each person whom the text ties to one."""
    keepers: dict[int, str] = field(default_factory=dict)
    goals: list[Goal] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    formations: dict[int, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    confidence: float = 0.5
    score_evidence: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """What stands around an article: ISO date, names as written; None where not told."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
