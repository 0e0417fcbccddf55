"""Stored questions read: their features, and every word that stands in one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from knowledge.models import LANGUAGES, Polarity, Sample
from knowledge.understanding.reading import Reader, Reading
from knowledge.understanding.words import words_only

READ = 2048
"""Questions whose reading is kept: the fields of a match share a tenth of theirs, which stand close together."""


class SampleReader:
    """Reads the stored questions of a base; `seen` collects the words of each language."""

    def __init__(self, readers: Mapping[str, Reader]) -> None:
        self.readers = readers
        self.seen: dict[str, set[str]] = {language: set() for language in LANGUAGES}
        self._read = lru_cache(maxsize=READ)(self._read_anew)

    def add(
        self,
        text: str,
        language: str,
        polarity: Polarity,
        samples: list[Sample],
        places: dict[str, list[int]],
    ) -> tuple[Reading, frozenset[str]]:
        """Read a question, put it behind `samples` and its features into `places`; return what was read."""
        reading, features = self._read(text, language)
        place = len(samples)
        for feature in features:
            if feature in places:
                places[feature].append(place)
            else:
                places[feature] = [place]
        samples.append(Sample(text, language, polarity))
        return reading, features

    def _read_anew(self, text: str, language: str) -> tuple[Reading, frozenset[str]]:
        reading = self.readers[language].read(text, mend=False)
        self.seen[language].update(words_only(text))
        return reading, sample_features(reading)


def sample_features(reading: Reading) -> frozenset[str]:
    """Return concepts, stems and figures of a stored question, names as `@id`, subject as `^id`, kind as `?kind`."""
    return (
        frozenset(reading.features)
        | {f"@{i}" for i in reading.ids}
        | {f"?{k}" for k in reading.kinds}
        | ({f"^{club}" for club in reading.subject} if len(reading.subject) == 1 else set())
        | ({"?yes_no"} if reading.yes_no and reading.language == "en" else set())
    )


def scope_tokens(reading: Reading) -> set[str]:
    """Return the scope words of a text as tokens: years y2019, seasons s2015, months m4, scores 2-1."""
    scope = reading.scope
    if scope.empty:
        return set()
    tokens = (
        {f"y{y}" for y in scope.years} | {f"s{s}" for s in scope.seasons} | {f"m{m}" for m in scope.months}
    )
    tokens |= {f"y{s}" for s in scope.seasons} | {f"y{s + 1}" for s in scope.seasons}
    tokens |= {"-".join(map(str, sorted(s))) for s in scope.scores}
    return tokens | {f"y{d[0]}" for d in scope.dates} | {f"m{d[1]}" for d in scope.dates}
