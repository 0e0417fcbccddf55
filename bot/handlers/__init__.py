"""One module a surface; each offers `handlers()`, and `bot/app.py` puts them in order."""
