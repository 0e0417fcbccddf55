"""Pictures as files: width, size, colours, the cache and memory."""

from __future__ import annotations

import asyncio
import io
import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from PIL import Image

from benchmarks.pictures import gallery
from bot.pictures import Card, Leaderboard, Pictures, Player, Timeline, content_key, draw
from bot.pictures.boxes import Box, Page, Panel
from bot.pictures.drawing import LIMIT, png
from bot.pictures.icons import SIGNS, sign
from bot.pictures.timeline import SIGNS as MOMENT_SIGNS
from knowledge import LANGUAGES, Details
from tests.pictures import makers


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_1280_wide_and_under_150_kilobytes(rows: Details, language):
    drawn = {name: draw(picture) for name, picture in gallery(rows, language)}
    assert len(drawn) == 10
    for name, data in drawn.items():
        assert opened(data).format == "PNG", name
        assert opened(data).width == 1280, name
        assert len(data) <= LIMIT == 150_000, name


def test_the_fullest_timeline_and_leaderboard_stay_under_150_kilobytes():
    long = "Ångström-Ðakić Łęcka Świątek de la Fuente y Gómez"
    events = [
        makers.moment(sign, side, 3 * n + 1, f"{long} {n}", label=long, extra=long)
        for n, sign in enumerate(sorted(MOMENT_SIGNS) * 4)
        for side in ("home", "away")
    ]
    assert len(draw(Timeline(makers.match(*events)))) <= LIMIT
    players = tuple(Player(n + 1, f"{long} {n}", 10**9 - n) for n in range(40))
    assert len(draw(Leaderboard("it", long, long, players))) <= LIMIT


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(makers.boards)
def test_a_leaderboard_of_any_names_can_be_drawn(board):
    assert opened(draw(board)).width == 1280


def test_teams_are_drawn_in_their_colours():
    image = opened(draw(Card(makers.match()))).convert("RGB")

    def near(colour: tuple[int, int, int], box: tuple[int, int, int, int]) -> int:
        pixels = image.crop(box).get_flattened_data()
        return sum(all(abs(a - b) < 24 for a, b in zip(p, colour, strict=True)) for p in pixels)

    left, right = (100, 120, 400, 400), (880, 120, 1180, 400)
    atalanta, inter = (0x2B, 0x8F, 0xDD), (0x16, 0x33, 0xA8)
    assert near(atalanta, left) > 5000 > 50 > near(atalanta, right)
    assert near(inter, right) > 5000 > 50 > near(inter, left)


def test_a_shape_is_painted_where_the_layout_put_it():
    page = Page(1280, 100, "#ffffff", (Panel(Box(100, 20, 50, 30), "#ff0000"),), ())
    image = opened(png(page)).convert("RGB")
    assert image.getpixel((100, 20)) == image.getpixel((149, 49)) != image.getpixel((150, 50))


@pytest.mark.parametrize("name", sorted(SIGNS))
def test_every_sign_paints_something_and_leaves_room_around_it(name):
    alpha = sign(name, 50, "#112233", "#ffffff").getchannel("A")
    painted = sum(value > 128 for value in alpha.get_flattened_data())
    assert 150 < painted < 2500


def test_every_kind_of_event_has_a_sign():
    assert {sign for sign, _, _ in MOMENT_SIGNS.values()} <= set(SIGNS)


def test_equal_content_is_drawn_once_and_other_content_anew():
    pictures = Pictures()
    first, same = Card(makers.match()), Card(makers.match())
    other = Card(makers.match(date="29 December 2025"))
    assert pictures.get(first) is pictures.get(same)
    assert pictures.get(other) != pictures.get(first)
    assert pictures.drawn == 2
    assert content_key(first) == content_key(same) != content_key(other)


def test_the_language_and_the_kind_of_picture_are_part_of_the_content():
    keys = {content_key(p) for p in (
        Card(makers.match()), Timeline(makers.match()), Card(makers.match(language="it")),
    )}  # fmt: skip
    assert len(keys) == 3


def test_the_cache_forgets_what_was_not_used_when_it_is_full():
    board = Leaderboard("en", "A", "", (Player(1, "Marta", 1),))
    size = len(draw(board))
    pictures = Pictures(room=size * 3)
    for n in range(8):
        pictures.get(replace(board, group=f"{n}"))
    pictures.get(replace(board, group="7"))
    assert pictures.drawn == 8
    pictures.get(replace(board, group="0"))
    assert pictures.drawn == 9


async def test_pictures_are_drawn_beside_the_event_loop():
    pictures = Pictures()
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)

    ticking = asyncio.create_task(tick())
    await asyncio.gather(*(pictures.fetch(Card(makers.match(date=f"{n}"))) for n in range(4)))
    ticking.cancel()
    assert ticks > 10
    assert pictures.drawn == 4


def test_names_with_lone_surrogates_have_a_content_too():
    board = Leaderboard("en", "\ud800", "", (Player(1, "\udfff", 1),))
    assert len(content_key(board)) == 64
    assert opened(draw(board)).width == 1280


def test_drawing_many_pictures_leaves_no_memory_behind():
    boards = [Leaderboard("en", f"Group {n}", "", (Player(1, f"Player {n}", n + 1),)) for n in range(40)]
    for board in boards[:10]:
        draw(board)
    tracemalloc.start()
    before = tracemalloc.take_snapshot()
    for board in boards[10:]:
        draw(board)
    after = tracemalloc.take_snapshot()
    tracemalloc.stop()
    assert sum(stat.size_diff for stat in after.compare_to(before, "filename")) < 500_000
