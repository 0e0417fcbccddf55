"""Records and strategies that the tests of pictures share."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.pictures.kits import kit_of
from bot.pictures.records import (
    Career,
    Comparison,
    CupRun,
    Day,
    Leaderboard,
    Leg,
    MatchPicture,
    Moment,
    Place,
    Player,
    Questions,
    Stop,
    Team,
)
from bot.pictures.timeline import SIGNS

HOSTILE = (
    "W" * 500,
    "a b " * 125,
    "⚽️🔥👨‍👩‍👧‍👦🏳️‍🌈",
    "محمد صلاح",
    "שלום \u202egnp.elif\u202c",
    "\u2067right\u2069\u200f to left",
    "<b>bold</b> & <script>alert(1)</script>",
    "*_`[x](http://y)",
    "{name} {0} %s $HOME",
    "\u200b\u200c\u200d\ufeff\u2060",
    "z̸̡̛̗a̵͝l̶͘g̷̈́o" * 30,
    "line\nbreak\ttab\r\x00\x1b[31m",
    "ǺȰẪ⃝①Ṹ()[]{}|",
    "李小龙",
    "\ud800",
    "𝕯𝖆𝖗𝖎𝖔",
    "﷽" * 100,
    "",
    " ",
)
"""Names that people give themselves to break things."""

names = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=200), st.text("WÅj", max_size=80))
languages = st.sampled_from(("en", "it"))
clubs = st.builds(lambda name, id_, coach: Team(name, kit_of(id_), coach), names, st.text(max_size=12), names)
moments = st.builds(
    Moment,
    sign=st.sampled_from(sorted(SIGNS)),
    side=st.sampled_from(("home", "away")),
    minute=st.none() | st.integers(1, 125),
    added=st.none() | st.integers(1, 15),
    period=st.sampled_from((None, "first_half", "second_half", "extra_time")),
    name=names,
    label=names,
    extra=names,
    how=names,
)
goals = st.none() | st.tuples(st.integers(0, 149), st.integers(0, 149))
matches = st.builds(
    MatchPicture,
    language=languages,
    home=clubs,
    away=clubs,
    score=goals,
    half_time=goals,
    winner=st.sampled_from((None, "home", "away")),
    title=names,
    date=names,
    place=names,
    moments=st.lists(moments, max_size=60).map(tuple),
)
comparisons = st.builds(Comparison, matches, matches)
careers = st.builds(
    Career,
    language=languages,
    club=clubs,
    coach=names,
    competition=names,
    places=st.lists(
        st.builds(Place, st.integers(1900, 2030), st.integers(1, 24), st.booleans()),
        min_size=1, max_size=60, unique_by=lambda p: p.year,
    ).map(lambda found: tuple(sorted(found, key=lambda p: p.year))),
)  # fmt: skip
runs = st.builds(
    CupRun,
    language=languages,
    club=clubs,
    competition=names,
    year=st.integers(1900, 2100),
    stops=st.lists(
        st.builds(
            Stop, names, st.lists(clubs, max_size=6).map(tuple),
            st.lists(st.builds(Leg, names, st.none() | st.booleans()), max_size=4).map(tuple),
        ), max_size=9,
    ).map(tuple),
    won=st.none() | st.booleans(),
    record=names,
)  # fmt: skip
players = st.builds(Player, st.integers(1, 5000), names, st.integers(-(10**9), 10**9))
boards = st.builds(Leaderboard, languages, names, names, st.lists(players, max_size=40).map(tuple))
months = st.builds(
    Questions,
    languages,
    st.integers(2000, 2100),
    st.integers(1, 12),
    st.lists(
        st.builds(Day, st.integers(1, 28), st.integers(0, 10**6), st.integers(0, 10**6)),
        max_size=28, unique_by=lambda d: d.day,
    ).map(lambda found: tuple(sorted(found, key=lambda d: d.day))),
    st.lists(st.tuples(names, st.integers(1, 10**6)), max_size=9).map(tuple),
)  # fmt: skip


def moment(
    sign: str = "goal", side: str = "home", minute: int | None = 10, name: str = "Marta", **more: str
) -> Moment:
    """Return a plain event."""
    words = {"label": "Goal", "extra": "", "how": "", "period": None} | more
    return Moment(sign=sign, side=side, minute=minute, added=None, name=name, **words)  # type: ignore[arg-type]


def match(*moments: Moment, **more: object) -> MatchPicture:
    """Return a plain match with these events."""
    plain = {
        "language": "en",
        "home": Team("Atalanta", kit_of("atalanta"), "Raffaele Palladino"),
        "away": Team("Inter", kit_of("inter"), "Cristian Chivu"),
        "score": (0, 1),
        "half_time": (0, 0),
        "winner": "away",
        "title": "Serie A · 2025-26",
        "date": "28 December 2025",
        "place": "Gewiss Stadium, Bergamo",
        "moments": moments,
    }
    return MatchPicture(**(plain | more))  # type: ignore[arg-type]
