"""What a picture shows, in words, for those who cannot see it: plain text that fits under a photo."""

from __future__ import annotations

from knowledge import number_text

from .career import subtitle, title
from .cleaning import plain
from .cup_run import outcome
from .leaderboard import MOST, points_words
from .match_card import goal_words
from .questions import title as questions_title
from .questions import totals
from .records import (
    Card,
    Career,
    Comparison,
    CupRun,
    Leaderboard,
    MatchPicture,
    Moment,
    Picture,
    Questions,
    Timeline,
)
from .words import minute, ordinal, say, score

LONGEST = 1000
"""UTF-16 units; Telegram takes 1,024 under a photo (Bot API, sendPhoto)."""


def caption(picture: Picture) -> str:
    """Return the caption of a picture: plain text without markup, at most `LONGEST` UTF-16 units."""
    match picture:
        case Card(match):
            return shortened(_card(match))
        case Timeline(match):
            return shortened(_timeline(match))
        case Comparison(left, right):
            both = [shortened(_card(match), LONGEST // 2 - 10) for match in (left, right)]
            return say(left.language, "caption", "comparison", one=both[0], other=both[1])
        case Career():
            return shortened(_career(picture))
        case CupRun():
            return shortened(_run(picture))
        case Leaderboard():
            return shortened(_leaderboard(picture))
        case Questions():
            return shortened(_questions(picture))


def aside(picture: Picture) -> str:
    """Return what a match card shows beside result and goals: the coaches, "" where they are not told."""
    return _coaches(picture.match) if isinstance(picture, Card) else ""


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, most: int = LONGEST) -> str:
    """Return the text, cut with an ellipsis between words where it is longer than `most` UTF-16 units."""
    if units(text) <= most:
        return text
    while units(text) > most - 1:
        text = text[: min(len(text) - 1, most)]
    head = text.rsplit(" ", 1)[0]
    return (head if len(head) > len(text) - 60 else text).rstrip(" ,;") + "…"


def _heading(match: MatchPicture) -> str:
    slots = {"home": match.home.name, "away": match.away.name}
    if match.score:
        return say(match.language, "caption", "card", score=score(match.score), **slots)
    if match.winner:
        winner = match.home if match.winner == "home" else match.away
        return say(match.language, "caption", "won_only", team=winner.name, **slots)
    return say(match.language, "caption", "none_only", **slots)


def _scorer(match: MatchPicture, goal: Moment) -> str:
    team = match.home if goal.side == "home" else match.away
    words = ", ".join(filter(None, (goal_words(goal)[0], goal.how)))
    slots = {
        "name": goal.name or say(match.language, "match", "unnamed"),
        "team": team.name,
        "words": f": {words}" if words else "",
    }
    if goal.minute is None:
        return say(match.language, "caption", "scorer_untimed", **slots)
    when = minute(match.language, goal.minute, goal.added)
    return say(match.language, "caption", "scorer", minute=when, **slots)


def _card(match: MatchPicture) -> str:
    lines = [_heading(match)]
    if match.half_time:
        lines.append(say(match.language, "caption", "card_half", score=score(match.half_time)))
    goals = "; ".join(_scorer(match, m) for m in match.moments if m.goal)
    if goals:
        lines.append(say(match.language, "caption", "scorers", list=goals))
    lines.append(_coaches(match))
    lines.append(", ".join(filter(None, (match.title, match.date, match.place))))
    return "\n".join(filter(None, lines))


def _coaches(match: MatchPicture) -> str:
    coaches = " – ".join(filter(None, (match.home.coach, match.away.coach)))
    label = say(match.language, "comparison", "coaches")
    return say(match.language, "caption", "told", label=label, value=coaches) if coaches else ""


def _timeline(match: MatchPicture) -> str:
    from .timeline import rows_of

    lines = [_heading(match)]
    for key, second in (("first_half", False), ("second_half", True), ("no_half", None)):
        half = [m for m in match.moments if m.second_half is second]
        if not half:
            continue
        rows = rows_of(half)
        timed = [_told(match, m, row[0]) for row in rows if row[0] for m in row[1:] if m]
        untimed = [_told(match, m, None) for row in rows if not row[0] for m in row[1:] if m]
        parts = ["; ".join(timed)]
        if untimed:
            parts.append(say(match.language, "caption", "untimed", list="; ".join(untimed)))
        words = ". ".join(filter(None, parts))
        label = say(match.language, "caption", key)
        lines.append(say(match.language, "caption", "told", label=label, value=words))
    return "\n".join(lines)


def _told(match: MatchPicture, moment: Moment, when: str | None) -> str:
    team = match.home if moment.side == "home" else match.away
    words = " ".join(filter(None, (moment.name, f"({moment.words})" if moment.name else moment.words)))
    if when is None:
        return say(match.language, "caption", "line_untimed", team=team.name, words=words)
    return say(match.language, "caption", "line", minute=when, team=team.name, words=words)


def _career(career: Career) -> str:
    items = []
    for place in career.places:
        slots = {"year": place.year, "place": ordinal(place.place, career.language)}
        if career.coach and not place.own:
            before = say(career.language, "career", "before", coach=career.coach)
            items.append(say(career.language, "caption", "career_item_before", before=before, **slots))
        else:
            items.append(say(career.language, "caption", "career_item", **slots))
    return say(
        career.language,
        "caption",
        "career",
        title=title(career),
        subtitle=subtitle(career),
        list=", ".join(items),
    )


def _run(run: CupRun) -> str:
    items = []
    for at, stop in enumerate(run.stops):
        legs = [leg.words for leg in stop.legs]
        ended = outcome(run, last=True) if at == len(run.stops) - 1 else ""
        told = "; ".join(filter(None, (*legs, ended)))
        clubs = ", ".join(club.name for club in stop.opponents)
        slots = {"stage": stop.name, "opponents": clubs, "legs": f" ({told})" if told else ""}
        items.append(say(run.language, "caption", "run_item", **slots))
    words = say(
        run.language, "caption", "run", club=run.club.name, competition=run.competition, year=run.year,
        list="; ".join(items),
    )  # fmt: skip
    return " ".join(filter(None, (words, f"{run.record}." if run.record else "")))


def _leaderboard(board: Leaderboard) -> str:
    nameless = say(board.language, "leaderboard", "nameless")
    items = [
        say(
            board.language, "caption", "leaderboard_item",
            rank=player.rank, name=plain(player.name, 60) or nameless,
            points=points_words(board, player.points),
        )
        for player in board.players[:MOST]
    ]  # fmt: skip
    group = plain(board.group, 120) or say(board.language, "leaderboard", "no_group")
    heading = say(board.language, "leaderboard", "title")
    listed = "\n".join(["", *items]) if items else say(board.language, "leaderboard", "empty")
    return say(board.language, "caption", "leaderboard", title=heading, group=group, list=listed)


def _questions(questions: Questions) -> str:
    answered, refused = totals(questions)
    words = [
        say(
            questions.language, "caption", "questions", title=questions_title(questions),
            asked=number_text(answered + refused, questions.language),
            answered=number_text(answered, questions.language), refused=number_text(refused, questions.language),
        )
    ]  # fmt: skip
    busiest = max(questions.days, key=lambda d: d.answered + d.refused, default=None)
    if busiest is not None and answered + refused:
        count = busiest.answered + busiest.refused
        words.append(say(questions.language, "caption", "busiest", day=busiest.day, count=count))
    if questions.top:
        items = (
            say(questions.language, "caption", "top_item", text=plain(t, 80), count=n)
            for t, n in questions.top[:5]
        )
        words.append(say(questions.language, "caption", "top", list="; ".join(items)))
    return " ".join(words)
