"""Who is named in a text, and which two teams it is about."""

from __future__ import annotations

from knowledge.drafting.fixtures import Fixture
from knowledge.drafting.gazetteer import Gazetteer
from knowledge.drafting.masking import Masked, mask
from knowledge.drafting.matches import Pair, choose_pair
from knowledge.drafting.names import scan
from knowledge.drafting.other_teams import unknown_team
from knowledge.drafting.people import Cast, cast
from knowledge.drafting.reading import fold
from knowledge.drafting.records import Score, Sentence
from knowledge.drafting.team_names import call_in_full, lands_of_clubs, nicknamed
from knowledge.drafting.vocabulary import Vocabulary


def people_and_teams(
    parts: list[Sentence], fixtures: list[Fixture], vocab: Vocabulary, gazetteer: Gazetteer
) -> tuple[Cast, list[Masked], Pair | None]:
    """Return who is named, the masked sentences and the two teams.

    Where one team alone is found, the unknown name that is most spoken of as a team is the other.
    """
    teams: frozenset[str] = frozenset()
    while True:
        people = cast(scan(parts, vocab, gazetteer, fixtures), parts, vocab, gazetteer, teams)
        scores: list[Score] = []
        rows = [mask(s, people, vocab, scores) for s in parts]
        call_in_full(rows, people, gazetteer)
        nations = frozenset(
            k for k in people.entities if k in gazetteer.entries and gazetteer.entries[k].kind == "nation"
        )
        unlikely = nicknamed(people, gazetteer) | lands_of_clubs(rows, gazetteer, nations)
        pair = choose_pair(rows, fixtures, vocab, unlikely, nations) or choose_pair(rows, fixtures, vocab)
        likely = unknown_team(rows, vocab.language) if pair is None and not teams else None
        if likely is None:
            return people, rows, pair
        teams = frozenset(fold(form.replace("-", " ")) for form in people.entities[likely].forms)
