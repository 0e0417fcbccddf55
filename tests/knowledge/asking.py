"""Asking turn by turn, as in a chat."""

from __future__ import annotations

from knowledge import Answer, Context, Knowledge


def asked(knowledge: Knowledge, *turns: str, **how: str) -> Answer:
    """Return the answer to the last of `turns`."""
    context, answer = Context(), None
    for turn in turns:
        answer = knowledge.answer(turn, context, **how)  # type: ignore[arg-type]
        context = answer.context
    assert answer is not None
    return answer
