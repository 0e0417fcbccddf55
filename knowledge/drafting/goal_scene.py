"""What the goals of a report are read against, and whom a sentence leaves in mind."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from knowledge.drafting import subjects
from knowledge.drafting.clock import Clock
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.records import Goal, Mention
from knowledge.drafting.subjects import Doer
from knowledge.drafting.ties import Ties
from knowledge.drafting.vocabulary import Vocabulary, pattern

SURE = 0.75
"""From here on a scorer is who the next sentence is about."""


@dataclass(slots=True)
class Told:
    """What the running text says of goals: candidates in order, tallies of doubles, goals without a name.

    `odds` are what the words round a person's name in a sentence say for a goal of his, as a logarithm;
    `leanings` are the odds that a person plays for the first team; `ties` say who plays
    with whom; `named` are the people of each sentence; `comeback` is the side that came from behind.
    """

    goals: list[Goal] = field(default_factory=list)
    tallies: Counter[str] = field(default_factory=Counter)
    nameless: list[Goal] = field(default_factory=list)
    denied: list[Goal] = field(default_factory=list)
    hint: int | None = None
    named: dict[int, frozenset[str]] = field(default_factory=dict)
    odds: dict[tuple[str, int], float] = field(default_factory=dict)
    leanings: dict[str, float] = field(default_factory=dict)
    ties: Ties = field(default_factory=dict)
    comeback: int | None = None

    def of_several(self, index: int, least: float) -> bool:
        """Whether a sentence tells goals of more than one, so that the next is rather about its last subject."""
        return len({g.scorer for g in self.goals if g.sentence == index and g.confidence > least}) > 1


@dataclass(slots=True)
class Scene:
    """What the goals of one sentence are read against."""

    pair: Pair
    vocab: Vocabulary
    clock: Clock
    told: Told
    aside: set[str] = field(default_factory=set)
    leaders: set[str] = field(default_factory=set)
    officials: set[str] = field(default_factory=set)
    coaches: set[str] = field(default_factory=set)
    unlucky: set[str] = field(default_factory=set)
    recent: Mention | None = None
    lost: Masked | None = None
    own_elsewhere: bool = False
    shootout: bool = False
    kicked: frozenset[frozenset[int]] = frozenset()
    chain: tuple[int, list[Doer]] | None = None


def scorer_in(row: Masked, told: Told, least: float = SURE) -> Mention | None:
    """Return who surely scored in a sentence: "he" in the next one is rather him than who crossed."""
    goals = [g for g in told.goals if g.sentence == row.sentence.index and g.confidence > least]
    best = max(goals, key=lambda g: g.confidence, default=None)
    return next((m for _, _, m in row.of("p") if best and m.key == best.scorer), None)


def salient(row: Masked, scene: Scene) -> Mention | None:
    """Return the person whom "he" in the next sentence would mean."""
    received = pattern("receiver").search(row.text)
    vocab = scene.vocab
    if received and (vocab.has("passes", row.text) or _IN_HIS_PATH.search(row.text, 0, received.start(1))):
        return row.mark(received.group(1))
    subject = subjects.before(row, len(row.text), vocab)
    if isinstance(subject, Doer) and not (vocab.language == "en" and subject.person.key in scene.coaches):
        return subject.person
    people = [m for _, _, m in row.of("p")]
    if vocab.language == "en":
        people = [m for m in people if m.key not in scene.coaches]
    return next((m for m in reversed(people) if m.key not in scene.aside), people[-1] if people else None)


_IN_HIS_PATH = re.compile(r"\bin(?:to)? the path of (?:[a-z\-]+ ){0,2}$")
"""Where a ball goes that nobody meant to pass: "could only push it into the path of"."""


def taken_back(lost: Masked | None, doers: list[Doer]) -> bool:
    """Whether the next sentence rules the goal out: it names nobody or its scorer."""
    if lost is None:
        return False
    named = ruled_on(lost)
    return not named or any(d.person.key in named for d in doers)


def ruled_on(lost: Masked) -> set[str]:
    """Return the people whom a sentence names that takes a goal back, those left out who were the reason."""
    cause = _CAUSE.search(lost.text)
    return {m.key for at, _, m in lost.of("p") if cause is None or at < cause.start()}


_CAUSE = re.compile(
    r"\bper (?:il |un |una |la )?(?:[a-zàèéìòù]+ )?"
    r"(?:fuorigioco|offside|fallo|tocco|carica|spinta|trattenuta|posizione)\b"
)
"""What begins the reason why a goal was taken back: who is named behind it need not be its scorer."""


def lost_next(text: str, vocab: Vocabulary) -> bool:
    """Whether a sentence takes back the goal told just before it, and not a further one."""
    ruled = vocab.rules["denied_next"].search(text)
    return bool(ruled) and not (vocab.language == "it" and _FURTHER.search(text))


_FURTHER = re.compile(r"\bquello che sarebbe stato\b|\b(?:secondo|terzo|quarto|quinto) gol\b")
