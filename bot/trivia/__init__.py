"""Match trivia: rules, rounds, tables. The surfaces are `bot/handlers/trivia.py` and `leaderboard.py`."""
