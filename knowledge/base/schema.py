"""The form of the files that people write: names, articles, amendments. pydantic checks every value.

Files are checked strictly (`model_validate(raw, strict=True)`): a quoted figure is a mistake, not a figure.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    model_validator,
)

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def _one_line(text: str) -> str:
    """Refuse control characters: a line break or NUL in a name or sentence breaks replies and reports."""
    if _CONTROL.search(text):
        raise ValueError("holds a control character; write it on one line, without \\n, \\t or \\u0000")
    return text


def _pair(value: Any) -> Any:
    """Let a TOML list of two stand for a pair."""
    return tuple(value) if isinstance(value, list) else value


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z_]+$", max_length=80)]
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=600),
    AfterValidator(_one_line),
]
Short = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=120),
    AfterValidator(_one_line),
]
Season = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}$")]
Minute = Annotated[int, Field(ge=1, le=125)]
Goals = Annotated[int, Field(ge=0, le=99)]
Score = Annotated[tuple[Goals, Goals], BeforeValidator(_pair)]
Paragraph = Annotated[int, Field(ge=1, le=9999)]
Confidence = Annotated[float, Field(ge=0, le=1)]
Number = Annotated[int, Field(ge=-(10**12), le=10**12)]
Figure = Annotated[float, Field(ge=-1e12, le=1e12, allow_inf_nan=False)]
Evidence = Annotated[str, StringConstraints(max_length=4000)]
Period = Literal["first_half", "second_half", "extra_time"]
Stage = Literal["group", "play-off", "round-of-32", "round-of-16", "quarter-final", "semi-final", "final"]
EntityKind = Literal["person", "club", "competition", "place", "publisher", "work"]
Role = Literal[
    "coach",
    "player",
    "goalkeeper",
    "defender",
    "midfielder",
    "forward",
    "director",
    "author",
    "photographer",
    "interviewer",
]
Article = Literal["", "il", "lo", "la", "l'", "i", "gli", "le", "the"]


class Part(BaseModel):
    """Base of all parts: an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Both(Part):
    """A text in one or both languages; shipped files hold both."""

    en: Text | None = None
    it: Text | None = None

    @model_validator(mode="after")
    def one_at_least(self) -> Both:
        """Refuse a text without any language."""
        if not (self.en or self.it):
            raise ValueError('is empty; write en = "...", it = "..." or both')
        return self

    def get(self, language: str) -> str | None:
        """Return the text in `language`, or None."""
        return self.en if language == "en" else self.it


def in_both(en: str | None, it: str | None) -> dict[str, str]:
    """Return a text by language: one language stands in for the other where that is missing."""
    return {language: text for language, text in (("en", en or it), ("it", it or en)) if text}


class Samples(Part):
    """Sample questions per language."""

    en: list[Text] = []
    it: list[Text] = []

    def get(self, language: str) -> list[str]:
        """Return the samples of `language`."""
        return self.en if language == "en" else self.it


class SourcePart(Part):
    """What was read."""

    id: Id
    title: Text
    label: Both
    publisher: Short | None = None
    author: Short | None = None
    published: dt.date | None = None
    language: Literal["en", "it"]


class MatchPart(Part):
    """One match; every field but the teams may be missing."""

    id: Id
    home: Id
    away: Id
    competition: Id | None = None
    season: Season | None = None
    stage: Stage | None = None
    year: Annotated[int, Field(ge=1860, le=2100)] | None = None
    date: dt.date | None = None
    score: Score | None = None
    half_time: Score | None = None
    winner: Id | None = None
    venue: Id | None = None
    coaches: dict[Id, Id] = {}
    goalkeepers: dict[Id, Id] = {}
    paragraph: Paragraph | None = None
    evidence: Evidence | None = None
    confidence: Confidence | None = None


class EventPart(Part):
    """Something that happened in a match. Which fields a kind has stands in the catalogue."""

    id: Id
    match: Id
    kind: Code
    minute: Minute | None = None
    added: Annotated[int, Field(ge=0, le=30)] | None = None
    period: Period | None = None
    team: Id | None = None
    player: Id | None = None
    assist: Id | None = None
    by: Id | None = None
    on: Id | None = None
    off: Id | None = None
    won_by: Id | None = None
    fouled_by: Id | None = None
    keeper: Id | None = None
    led_to: Id | None = None
    outcome: Literal["scored", "missed", "saved"] | None = None
    formation: Annotated[str, StringConstraints(pattern=r"^[1-6](?:-[1-6]){2,4}$")] | None = None
    colour: Literal["yellow", "red"] | None = None
    after: Score | None = None
    how: Both | None = None
    why: Both | None = None
    part: Both | None = None
    en: Text | None = None
    it: Text | None = None
    ask: Samples = Samples()
    yes: Samples = Samples()
    no: Samples = Samples()
    paragraph: Paragraph | None = None
    evidence: Evidence | None = None
    confidence: Confidence | None = None


Value = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=600),
    AfterValidator(_one_line),
]
Scalar = bool | Number | Figure | dt.date | Value | Both


class FactPart(Part):
    """Everything else that an article states.

    `seasons` and `stage` say of a finish, an opponent, a final or a run which season and round it belongs to:
    plots and paths are drawn from them. `tells` are the ids of rows, facts or events, whose questions the
    sentence answers, too: "no coup: he was nearly 60" also tells his age. `speaker` is who said it, where the
    sentence names somebody else first.
    """

    id: Id
    about: list[Id] = []
    speaker: Id | None = None
    team: Id | None = None
    topic: Code
    value: Scalar | Annotated[list[Scalar], Field(min_length=1)] | None = None
    seasons: list[Season] = []
    stage: Stage | None = None
    tells: list[Id] = []
    as_of: dt.date | None = None
    en: Text | None = None
    it: Text | None = None
    ask: Samples = Samples()
    yes: Samples = Samples()
    no: Samples = Samples()
    paragraph: Paragraph | None = None
    source: Id | None = None
    evidence: Evidence | None = None
    confidence: Confidence | None = None


class AskedPart(Part):
    """Further sample questions of one row in one language: open, answered with yes, answered with no."""

    ask: list[Text] = []
    yes: list[Text] = []
    no: list[Text] = []


class AskedFile(RootModel[dict[str, AskedPart]]):
    """A file of further sample questions, by the id of their row."""


class ArticleFile(Part):
    """One article: its source and what it states."""

    source: SourcePart
    match: list[MatchPart] = []
    event: list[EventPart] = []
    fact: list[FactPart] = []


class RolePart(Part):
    """What a person did for a club, in a season where it is known."""

    role: Role
    club: Id | None = None
    season: Season | None = None


class NamePart(Part):
    """A person, club, competition, place, publisher or work, and how it is called."""

    id: Id
    kind: EntityKind
    name: Both
    full: Short | None = None
    article: dict[Literal["en", "it"], Article] = {}
    gender: Literal["m", "f"] = "m"
    number: Literal["singular", "plural"] = "singular"
    alias: list[Short] = []
    demonym: dict[Literal["en", "it"], list[Short]] = {}
    town: Id | None = None
    stadium: Id | None = None
    nationality: Code | None = None
    roles: list[RolePart] = []


class ClashPart(Part):
    """One alias that fits several names on purpose."""

    alias: Short
    names: list[Id]


class NameFile(Part):
    """A file of names."""

    name: list[NamePart] = []
    clash: list[ClashPart] = []


class ForgetPart(Part):
    """An amendment: a row that no longer counts."""

    id: Id


class AskPart(Part):
    """An amendment: one more sample question of a row."""

    id: Id
    language: Literal["en", "it"]
    question: Text


class AmendmentsFile(Part):
    """What administrators changed: rows to forget, samples to add, facts of their own."""

    forget: list[ForgetPart] = []
    ask: list[AskPart] = []
    fact: list[FactPart] = []
