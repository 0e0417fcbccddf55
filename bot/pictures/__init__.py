"""Pictures of matches, careers, cup runs, leaderboards and questions: from small frozen records to PNG bytes.

A layout (`layout`) settles where everything stands, a drawing step (`png`) paints it. Nothing here knows
Telegram, clocks or networks; `Pictures` keeps what was drawn by content and draws off the event loop.
"""

from .building import career_picture, match_picture, picture_of, run_picture
from .captions import aside, caption, shortened, units
from .drawing import png
from .kept import Pictures, content_key, draw, layout
from .records import (
    Card,
    Career,
    Comparison,
    CupRun,
    Day,
    Leaderboard,
    MatchPicture,
    Picture,
    Player,
    Questions,
    Timeline,
)

__all__ = [
    "Card",
    "Career",
    "Comparison",
    "CupRun",
    "Day",
    "Leaderboard",
    "MatchPicture",
    "Picture",
    "Pictures",
    "Player",
    "Questions",
    "Timeline",
    "aside",
    "caption",
    "career_picture",
    "content_key",
    "draw",
    "layout",
    "match_picture",
    "picture_of",
    "png",
    "run_picture",
    "shortened",
    "units",
]
