"""How a question was understood, in plain words: what was heard, what was guessed, what won and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .models import Entry
from .understanding.decision import Decision
from .understanding.filters import Filters
from .understanding.followups import Variant
from .understanding.ranking import Candidate, Ranking
from .understanding.reading import Reading

BEST = 6
REJECTED = 6


def explanation(
    reading: Reading,
    variant: Variant,
    ranked: Sequence[Candidate],
    decision: Decision,
    ranking: Ranking,
    filters: Filters,
) -> str:
    """Return one paragraph a step of the flow, for people who keep the facts."""
    query = variant.query
    lines = [f"language: {reading.language}", f"words: {' '.join(t.text for t in reading.tokens)}"]
    if reading.guessed:
        lines.append("guessed: " + ", ".join(f"{typed} -> {meant}" for typed, meant in reading.guessed))
    weights = ranking.weights(query)
    lines.append("features: " + ", ".join(f"{f} ({weights.get(f, 0):.1f})" for f in query.features))
    lines += [
        f"name: {hit.surface} = {' or '.join(sorted(hit.ids))}{f' ({hit.role})' if hit.role else ''}"
        for hit in query.names
    ]
    lines.append(f"scope: {query.scope if not query.scope.empty or query.scope.minutes else 'none'}")
    if query.matches is not None:
        lines.append(f"match kept from before: {', '.join(query.matches)}")
    polar = " (yes or no)" if query.yes_no else ""
    lines.append(f"expects: {', '.join(query.kinds) or 'anything'}{polar}; {variant.how}")
    lines.append(f"decision: {decision.outcome} ({decision.reason})")
    lines += [_line(candidate) for candidate in ranked[:BEST]]
    rejected = _rejected(query_entries(ranking, weights), query, filters)
    lines += [f"  rejected: {entry.id} ({reason})" for entry, reason in rejected]
    return "\n".join(lines)


def _line(candidate: Candidate) -> str:
    sample = f" like {candidate.sample.text!r} ({candidate.sample.polarity})" if candidate.sample else ""
    missing = f", unexplained: {', '.join(candidate.unexplained)}" if candidate.unexplained else ""
    return (
        f"  {candidate.score:.2f} {candidate.entry.id}: covers {candidate.coverage:.0%}, "
        f"likeness {candidate.likeness:.2f}{sample}{missing}"
    )


def query_entries(ranking: Ranking, weights: dict[str, float]) -> list[Entry]:
    """Return the rows that share most with the question, rejected ones included."""
    shared: dict[int, float] = {}
    for feature, weight in weights.items():
        for at in ranking.index.of(feature).strong:
            shared[at] = shared.get(at, 0.0) + weight
    best = sorted((s, at) for at, s in shared.items() if s > 0 and at not in ranking.index.absent)[::-1]
    least = best[: 4 * REJECTED][-1:]
    scored = [(-s, ranking.entries[at].id, at) for s, at in best if s >= least[0][0]]
    return [ranking.entries[at] for _, _, at in sorted(scored)[: 4 * REJECTED]]


def _rejected(entries: Iterable[Entry], query: object, filters: Filters) -> list[tuple[Entry, str]]:
    found = [(e, filters.reason(query, e)) for e in entries]  # type: ignore[arg-type]
    return [(e, r) for e, r in found if r][:REJECTED]
