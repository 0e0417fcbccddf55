"""Work that comes again is kept, work that comes once is not, and no more is kept than was allowed."""

from __future__ import annotations

from knowledge.understanding.repeated import Repeated


def test_is_worked_out_twice_at_most_while_it_keeps_coming() -> None:
    worked: list[str] = []
    found = Repeated(lambda key: worked.append(key) or key.upper(), 4)
    assert [found("a") for _ in range(5)] == ["A"] * 5
    assert worked == ["a", "a"]


def test_what_comes_once_pushes_nothing_out() -> None:
    worked: list[str] = []
    found = Repeated(lambda key: worked.append(key) or key.upper(), 1)
    found("a")
    found("a")
    for once in "bcdefgh":
        found(once)
    worked.clear()
    assert found("a") == "A"
    assert worked == []


def test_the_newest_are_kept() -> None:
    worked: list[str] = []
    found = Repeated(lambda key: worked.append(key) or key.upper(), 2)
    for key in "aabbcc":
        found(key)
    worked.clear()
    assert [found(key) for key in "bca"] == ["B", "C", "A"]
    assert worked == ["a"]
