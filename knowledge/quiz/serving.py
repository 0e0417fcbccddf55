"""The quiz of an open fact base: what it may be about, and quizzes in either language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Lock

from knowledge.base.rows import StoredRows
from knowledge.base.schema import MatchPart
from knowledge.models import Language
from knowledge.quiz.making import QuizMaker
from knowledge.quiz.records import Difficulty, QuizQuestion
from knowledge.understanding.reading import Reader, Reading


@dataclass(frozen=True, slots=True)
class Subject:
    """What a quiz is about: the id of a match, name or topic, and how it is called ("" for a topic)."""

    id: str
    label: str


class Quizzes:
    """Makes quizzes. The forms of a language take about a second to work out, once; any thread may ask."""

    def __init__(self, rows: StoredRows, readers: Mapping[str, Reader]) -> None:
        self._rows, self._readers = rows, readers
        self._makers: dict[str, QuizMaker] = {}
        self._lock = Lock()

    def maker(self, language: Language) -> QuizMaker:
        """Return the maker of a language."""
        with self._lock:
            if language not in self._makers:
                self._makers[language] = QuizMaker(self._rows, language)
                self._rows.forget()
            return self._makers[language]

    def draw(
        self,
        language: Language,
        *,
        seed: int,
        count: int,
        difficulty: Difficulty | None = None,
        about: str | None = None,
        exclude: frozenset[str] = frozenset(),
        typed: bool = False,
    ) -> list[QuizQuestion]:
        """Return up to `count` questions; see `QuizMaker.draw`."""
        return self.maker(language).draw(
            seed=seed, count=count, difficulty=difficulty, about=about, exclude=exclude, typed=typed
        )

    def subject(self, text: str, language: Language) -> Subject | None:
        """Return what somebody who typed `text` wants to be asked about, or None where no question is.

        A fixture, a year or a date means a match (the newest that fits); else a name; else a topic.
        """
        readings = [self._readers[language].read(text)]
        readings += [reader.read(text) for own, reader in self._readers.items() if own != language]
        known = self.maker(language).subjects
        for reading in readings:
            for id_ in (*self._matches(reading), *_names(reading), *reading.features):
                if id_ in known:
                    return Subject(id_, self._label(id_, language))
        return None

    def _matches(self, reading: Reading) -> list[str]:
        """Return the matches that a text points at, the newest first; none where only one name is said."""
        scope = reading.scope
        if not (scope.years or scope.seasons or scope.dates) and len(reading.names) < 2:
            return []
        found = [m for m in self._rows.matches.values() if self._fits(m, reading)]
        return [m.id for m in sorted(found, key=lambda m: (_year(m), m.id), reverse=True)]

    def _fits(self, match: MatchPart, reading: Reading) -> bool:
        scope, date = reading.scope, match.date
        if scope.years and _year(match) not in scope.years:
            return False
        if scope.months and (date is None or date.month not in scope.months):
            return False
        around = {match.home, match.away, match.venue, match.competition, *match.coaches.values()}
        venue = self._rows.names.get(match.venue or "")
        around.add(venue.town if venue else None)
        return all(hit.ids & around for hit in reading.names)

    def _label(self, id_: str, language: Language) -> str:
        if id_ in self._rows.matches:  # without its score, which may be asked for
            return self.maker(language).fixture(id_)
        name = self._rows.names.get(id_)
        return name.display[language] if name else ""


def _names(reading: Reading) -> Iterable[str]:
    return (id_ for hit in reading.names for id_ in sorted(hit.ids))


def _year(match: MatchPart) -> int:
    return match.date.year if match.date else match.year or 0
