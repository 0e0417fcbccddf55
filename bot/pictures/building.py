"""From what `knowledge` tells of a match, a career or a run to the record of its picture."""

from __future__ import annotations

from knowledge import Club, Details, EventDetails, Finishes, Language, MatchDetails, Run, day_text

from .kits import kit_of
from .records import (
    Card,
    Career,
    Comparison,
    CupRun,
    Leg,
    MatchPicture,
    Moment,
    Picture,
    Place,
    Side,
    Stop,
    Team,
    Timeline,
)
from .words import say, score, texts

SHOWN = frozenset({
    "goal", "own_goal", "penalty", "miss", "save", "disallowed_goal",
    "substitution", "injury", "card", "error",
})  # fmt: skip
"""Kinds of event that a timeline shows; fouls and formations are told in words."""

EXTRA = {
    ("goal", "assist"): ("match", "assist"),
    ("penalty", "won_by"): ("match", "won_penalty"),
    ("miss", "assist"): ("moment", "set_up"),
    ("save", "by"): ("moment", "by"),
    ("substitution", "off"): ("moment", "off"),
    ("error", "by"): ("moment", "robbed"),
}
"""The text that names who else took part, by kind of event and field."""


def picture_of(details: Details, name: str, language: Language) -> Picture | None:
    """Return the record of a picture by its name, or None where what it names is not stored.

    Names: "match:<id>", "timeline:<id>", "compare:<id>,<id>", "finishes:<club or coach>", "run:<id>".
    """
    kind, _, ids = name.partition(":")
    if kind in ("match", "timeline", "compare"):
        found = [details.match(id_, language) for id_ in ids.split(",")]
        matches = [match_picture(match, language) for match in found if match]
        if kind == "compare":
            return Comparison(matches[0], matches[1]) if len(matches) == 2 else None
        return (Card if kind == "match" else Timeline)(matches[0]) if matches else None
    if kind == "finishes":
        finishes = details.finishes(ids, language)
        return career_picture(finishes, language) if finishes else None
    run = details.run(ids, language) if kind == "run" else None
    return run_picture(run, language) if run else None


def team(club: Club, coach: str | None = None) -> Team:
    """Return a club as it is drawn."""
    return Team(club.name, kit_of(club.id), coach or "")


def match_picture(match: MatchDetails, language: Language) -> MatchPicture:
    """Return what the card, the timeline and the comparison show of a match."""
    venue = match.venue or ""
    if match.venue and match.town:
        venue = say(language, "match", "place", venue=match.venue, town=match.town)
    title = _title(match, language)
    year = str(match.year or "")
    date = day_text(match.date, language) if match.date else "" if year in title else year
    shown = (_moment(e, language) for e in match.events if e.kind in SHOWN)
    return MatchPicture(
        language=language,
        home=team(match.home, match.home_coach),
        away=team(match.away, match.away_coach),
        score=match.score,
        half_time=match.half_time,
        winner=match.winner,
        title=title,
        date=date,
        place=venue,
        moments=tuple(moment for moment in shown if moment),
    )


def _title(match: MatchDetails, language: Language) -> str:
    competition = match.competition or ""
    if match.stage and competition:
        stage = texts(language)["stage"].get(match.stage, match.stage)
        return say(language, "match", "stage", competition=competition, year=match.year or "", stage=stage)
    if match.season and competition:
        return say(language, "match", "season", competition=competition, season=match.season)
    return competition


def _moment(event: EventDetails, language: Language) -> Moment | None:
    """Return an event as it is shown; None where its side is unknown. An own goal changes sides."""
    if event.side is None:
        return None
    side: Side = event.side
    sign = event.kind
    if sign == "own_goal":
        side = "away" if event.side == "home" else "home"
    elif sign == "penalty" and event.outcome in ("missed", "saved"):
        sign = f"penalty_{event.outcome}"
    elif sign == "card" and event.colour:
        sign = event.colour
    extra, how = "", event.note or ""
    where = EXTRA.get((event.kind, event.part))
    if event.kind in ("disallowed_goal", "injury"):
        extra, how = how, ""
    elif where and event.other:
        extra = say(language, *where, name=event.other)
    label = say(language, "moment", sign)
    return Moment(
        sign, side, event.minute, event.added, event.period, event.player or "", label, extra, how
    )  # fmt: skip


def career_picture(finishes: Finishes, language: Language) -> Career:
    """Return the plot of a club's or a coach's finishes."""
    places = tuple(Place(item.year, item.place, item.own) for item in finishes.items)
    return Career(language, team(finishes.club), finishes.person or "", finishes.competition or "", places)


def run_picture(run: Run, language: Language) -> CupRun:
    """Return the path of a cup run."""
    names = texts(language)["stage"]
    stops = tuple(
        Stop(
            names.get(round_.stage, round_.stage),
            tuple(team(club) for club in round_.opponents),
            tuple(_leg(match, run.club.id, language) for match in round_.matches),
        )
        for round_ in run.rounds
    )
    return CupRun(
        language, team(run.club), run.competition, run.year, stops, run.won, run.record or ""
    )  # fmt: skip


def _leg(match: MatchDetails, club: str, language: Language) -> Leg:
    """Return a match of the run, in the words that suit what is told of it."""
    own = "home" if match.home.id == club else "away"
    won = None if match.winner is None else match.winner == own
    key = "leg_score" if match.score else {True: "leg_beat", False: "leg_fell", None: "leg_met"}[won]
    words = say(
        language,
        "run",
        key,
        home=match.home.name,
        away=match.away.name,
        score=score(match.score) if match.score else "",
    )
    if match.venue:
        words = say(language, "run", "leg_at", leg=words, venue=match.venue)
    return Leg(words, won)
