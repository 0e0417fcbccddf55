"""A second reading of goals: what the rules found is weighed by the words round its scorer, and more is found."""

from __future__ import annotations

import re

from knowledge.drafting.cues import Cue, is_past
from knowledge.drafting.goal_making import in_other_match, make_goal, spoken_side
from knowledge.drafting.goal_scene import Scene, Told
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import SHOUT_SIGN, Goal, Mention, Minute
from knowledge.drafting.ruled_out import had_another_part
from knowledge.drafting.wordings import odds, signs_round
from knowledge.logistic import logit, sure

MARGIN = 0.02
"""How near to none and certain what the rules found may be, before words count."""
FOR = {"en": 0.3, "it": 0.4}
"""How much the words round a scorer count for a goal that the rules found."""
AGAINST = {"en": 0.5, "it": 0.4}
"""How much they count against one."""
ALONE = {"en": 3.0, "it": 1.5}
"""Odds (their logarithm) from which the words alone tell a goal: in Italian the rules know more of them."""
AWAITED = {"en": 0.0, "it": 1.5}
"""Odds from which they tell the goal that a team was told to have scored in the sentence before."""
LIKELY = 0.5
"""Confidence from which somebody is told to have scored a team's goal, so that no other is awaited."""
DENIED = {"en": 3.5, "it": 4.0}
"""Odds from which they tell one that the rules hold denied."""
TRUST = {"en": (0.7, 0.0), "it": (0.7, 0.2)}
"""How sure such a goal is by its odds: their share and what is added."""
TAKEN = {"en": 0.0, "it": 0.5}
"""How sure the rules must be of a goal for the words alone to tell none of its scorer in that sentence."""
EVEN = 0.4
"""What is added to the odds of a person so that they are even for a likely goal: most mentions tell none."""
WIDE = ("it",)
"""Languages in which the words round a scorer anywhere in the text count, not only those that tell the goal."""
MOST = 3.0
LEAST = {"en": -3.0, "it": -1.5}
"""The most that the words round a scorer say for a goal and against it."""


def read_again(row: Masked, cues: list[Cue], scene: Scene) -> None:
    """Note how far the words round each name of a sentence speak for a goal, and add goals that the rules miss."""
    told, index = scene.told, row.sentence.index
    denied = {g.scorer for g in told.denied if g.sentence == index}
    alone, denying = ALONE[scene.vocab.language], DENIED[scene.vocab.language]
    taken = TAKEN[scene.vocab.language]
    chances = _listed_with(row) if scene.vocab.language == "it" else set()
    own = bool(scene.unlucky & {person.key for _, _, person in row.of("p")})
    people = row.of("p")
    each = [
        odds(signs_round(row, start, end, person.key, cues, scene.pair, scene.vocab), scene.vocab.language)
        for start, end, person in people
    ]
    shared = _in_one_breath(row.text, people, each)
    if _is_awaited(told, index):
        alone = min(alone, max([AWAITED[scene.vocab.language], *shared]))
    free: list[tuple[tuple[int, int, Mention], float]] = []
    for (start, end, person), worth in zip(people, shared, strict=False):
        scorer = person.key
        told.odds[scorer, index] = max(worth, told.odds.get((scorer, index), worth))
        never = scorer in scene.officials | scene.leaders | scene.coaches | chances
        known = any(g.sentence == index and g.scorer == scorer and g.confidence > taken for g in told.goals)
        never = never or had_another_part(row, start, end, scene.vocab)
        if not known and not never and not own and worth >= (denying if scorer in denied else alone):
            _add(row, cues, scorer, worth, (start, end), scene)
        elif not never and not own and scorer not in denied:
            free.append(((start, end, person), worth))
    if scene.vocab.language == "it":
        _perhaps(row, free, cues, scene)


def _perhaps(
    row: Masked, worths: list[tuple[tuple[int, int, Mention], float]], cues: list[Cue], scene: Scene
) -> None:
    """Add the likeliest scorer of a sentence with a minute and no goal told, if a told score should want one."""
    index = row.sentence.index
    if not row.minutes or any(g.sentence == index and g.confidence > UNTOLD for g in scene.told.goals):
        return
    if scene.lost is not None or scene.vocab.has("denied_next", row.text):
        return
    best = max(worths, key=lambda found: found[1], default=None)
    if best is None or best[1] < PERHAPS:
        return
    (start, end, person), worth = best
    known = len(scene.told.goals)
    _add(row, cues, person.key, worth, (start, end), scene)
    for goal in scene.told.goals[known:]:
        goal.confidence = min(goal.confidence, MOST_PERHAPS)


PERHAPS, MOST_PERHAPS = -0.7, 0.15
"""Odds from which somebody may have scored the goal that a score wants, and how sure that is at most."""
UNTOLD = 0.05
"""Confidence from which a sentence tells a goal."""


def _is_awaited(told: Told, index: int) -> bool:
    """Whether the sentence before tells a team's goal and nobody has been told yet to have scored it."""
    nameless = any(m.sentence == index - 1 for m in told.nameless)
    return nameless and not any(g.sentence >= index - 1 and g.confidence > LIKELY for g in told.goals)


def _listed_with(row: Masked) -> set[str]:
    """Return the people whose chances a sentence lists with their minutes: "sfiorano il gol con <p> (<m>)..."."""
    first = _CHANCES.search(row.text)
    found: set[str] = set()
    end = -1
    for start, after, person in row.of("p"):
        if (first and start == first.start(1)) or (end >= 0 and _LISTED.fullmatch(row.text, end, start)):
            found.add(person.key)
            end = after
    return found


_CHANCES = re.compile(
    r"\b(?:sfior|spreca|sprecan|accarezz)\w* (?:[a-zàèéìòù’]+ ){1,5}con (<p\d+>) \(<m\d+>\)(?:,| e)"
)
_LISTED = re.compile(r" ?\(<m\d+>\)(?:, | e )")
"""What stands between people whose chances are listed with their minutes."""


def _in_one_breath(
    text: str, people: list[tuple[int, int, Mention]], each: list[float | None]
) -> list[float]:
    """Return the odds of people; those who open a sentence and score together share the best of theirs."""
    found: list[float] = []
    first = 0
    known = [worth for worth in each if worth is not None]
    for i in range(1, len(known) + 1):
        if i == len(known) or not _AND.fullmatch(text, people[i - 1][1], people[i][0]):
            together = people[first][0] < OPENING and _SCORED.match(text, people[i - 1][1])
            found += [max(known[first:i])] * (i - first) if together else known[first:i]
            first = i
    return found


OPENING = 4
"""Letters within which the first of those begins who score together."""
_SCORED = re.compile(
    r",? (?:(?:all|both|each|also) )?(?:scored|netted|struck|were on target|got on the|grabbed)\b"
)
_AND = re.compile(r"(?: \([^()]{1,30}\))?(?:, |,? and | & )")
"""What stands between people who are enumerated."""


def _add(row: Masked, cues: list[Cue], scorer: str, worth: float, at: tuple[int, int], scene: Scene) -> None:
    """Add a goal that the words round a name tell, with the minute of the goal's words nearest to it."""
    near = min(cues, key=lambda c: min(abs(c.start - at[1]), abs(at[0] - c.end)), default=None)
    cue = near or Cue(at[0], at[1], "noun", 0.5)
    if is_past(row.text, cue, scene.vocab) or in_other_match(row, at[0], scene.pair):
        return
    beside = scene.clock.at(row, cue.start, cue.end, at[0])
    own = _OWN_MINUTE.match(row.text, at[1]) if scene.vocab.language == "it" else None
    minute = beside or (scene.clock.told(row, own.group(1)) if own else None)
    minute = minute or scene.clock.at(row, cue.start, cue.end)
    if minute is not None and scene.vocab.language == "it" and _is_anothers(row, minute, scorer, scene):
        minute = None
    share, more = TRUST[scene.vocab.language]
    goal = make_goal(scorer, minute, None, sure(share * worth + more), row, cue, scene.vocab)
    goal.place = row.sentence.start + at[0]
    if scene.vocab.language == "it":
        hint = spoken_side(row, at[0], scene.pair)
        hint = scene.told.hint if hint is None else hint
        conceded = scene.vocab.has("conceding", row.text[max(0, at[0] - LEAD) : at[0]])
        goal.hints = [] if hint is None else [1 - hint if conceded else hint]
    goal.standing.add(ALONE_SIGN)
    scene.told.goals.append(goal)


def _is_anothers(row: Masked, minute: Minute, scorer: str, scene: Scene) -> bool:
    """Whether a minute stands in brackets right behind somebody else."""
    return any(
        scene.clock.told(row, found[2]) is not None
        and row.minutes[int(row.mark(found[2]).key)].start == minute.start
        and row.mark(found[1]).key != scorer
        for found in _IN_BRACKETS.finditer(row.text)
    )


_IN_BRACKETS = re.compile(r"(<p\d+>) ?\((<m\d+>)[^()]{0,20}\)")
"""Somebody and a minute of his in brackets."""
LEAD = 60
"""Letters before a scorer in which words tell that a side conceded."""
_OWN_MINUTE = re.compile(r"(?:[^<,;:.]|<[tcvo]\d+>){1,60}(<m\d+>)(?! ?[^<]{0,3}<p)")
"""A minute behind a scorer in the same clause: "<p> che consegna il titolo al <t> <m>"."""
BY_HIM = "by_him"
"""Stands with a goal that is told to be done by its scorer: words behind "by" mostly tell whom a ball was kept from."""
ALONE_SIGN = "words_alone"
"""Stands with a goal that only the words round a name tell."""


def weigh_words(goal: Goal, told: Told, language: str) -> None:
    """Let the words round a scorer raise or lower how sure his goal is."""
    told_in = {goal.sentence, *goal.told_in}
    told_of = [
        odds
        for (who, i), odds in told.odds.items()
        if who == goal.scorer and (i in told_in or language in WIDE)
    ]
    worth = max(told_of, default=None)
    if (
        worth is None
        or goal.kind == "own_goal"
        or goal.standing & {ALONE_SIGN, SHOUT_SIGN}
        or "recent" in goal.signs
    ):
        return
    counted = language == "en" and "tally" in goal.standing
    worth = max(0.0 if BY_HIM in goal.signs or counted else LEAST[language], min(MOST, worth + EVEN))
    goal.confidence = sure(logit(goal.confidence, MARGIN) + (FOR if worth > 0 else AGAINST)[language] * worth)
