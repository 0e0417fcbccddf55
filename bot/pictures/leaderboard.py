"""The leaderboard of a group: places, names of any kind cut safely, points and a bar."""

from __future__ import annotations

from .boxes import Box, Page
from .cleaning import clean_name
from .faces import fit
from .records import Leaderboard, Player
from .sheet import CHALK, EDGE, INK, MUTED, WHITE, WIDTH, Sheet
from .words import say

HEAD = 236
ROW = 112
MOST = 10
"""Players that are shown; a group sees its best ten, the rest is counted."""

MEDALS = {1: "#d9a520", 2: "#98a1ab", 3: "#b5713a"}
BAR, GROUND = "#0e6b43", "#ebe7dd"


def layout(board: Leaderboard) -> Page:
    """Place a leaderboard of up to ten lines."""
    sheet = Sheet()
    group = clean_name(board.group, say(board.language, "leaderboard", "no_group"))
    sheet.pitch(Box(0, 0, WIDTH, HEAD))
    sheet.icon(Box(EDGE, 54, 128, 128), "cup", "#f2c14e", "#f9e0a0")
    room = WIDTH - 2 * EDGE - 160
    title = say(board.language, "leaderboard", "title")
    sheet.text(title, Box(EDGE + 160, 32, room, 102), 68, WHITE, weight="display")
    below = " · ".join(filter(None, (fit(group, "semibold", 38, 700)[0], board.period)))
    sheet.text(below, Box(EDGE + 160, 136, room, 60), 38, CHALK)
    y = HEAD + 24
    best = max((p.points for p in board.players), default=0)
    for player in board.players[:MOST]:
        _player(sheet, board, player, best, y)
        y += ROW
    rest = len(board.players) - MOST
    if not board.players or rest > 0:
        words = say(board.language, "leaderboard", "more" if board.players else "empty", count=rest)
        sheet.text(words, Box(EDGE, y, WIDTH - 2 * EDGE, 64), 36, MUTED, weight="regular", align="centre")
        y += 72
    return sheet.page(y + 24)


def points_words(board: Leaderboard, points: int) -> str:
    """Return 1 point, 12 points."""
    return f"{points} {say(board.language, 'leaderboard', 'point' if points == 1 else 'points')}"


def _player(sheet: Sheet, board: Leaderboard, player: Player, best: int, y: int) -> None:
    medal = MEDALS.get(player.rank) if player.points > 0 else None
    sheet.icon(Box(EDGE, y + 12, 76, 76), "disc", medal or GROUND)
    rank = Box(EDGE + 6, y + 18, 64, 64)
    sheet.text(str(player.rank), rank, 38, WHITE if medal else MUTED, weight="bold", align="centre")
    left, right = EDGE + 104, WIDTH - EDGE
    name = clean_name(player.name, say(board.language, "leaderboard", "nameless"))
    sheet.text(name, Box(left, y + 2, right - left - 260, 66), 44, INK, weight="bold")
    points = Box(right - 240, y + 2, 240, 66)
    sheet.text(points_words(board, player.points), points, 40, INK, weight="semibold", align="right")
    track = Box(left, y + 74, right - left, 14)
    sheet.panel(track, GROUND, radius=7)
    share = max(0.0, min(1.0, player.points / best)) if best > 0 else 0.0
    if share > 0:
        sheet.panel(Box(left, track.y, max(14, int(track.w * share)), track.h), medal or BAR, radius=7)
