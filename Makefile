# Everything sets itself up: a virtual environment in .venv with the versions of constraints.txt.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

run: $(READY) ## Telegram with a token in .env, the playground without one
	$(BIN)/python -m bot

test: $(READY) ## every test
	$(BIN)/python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder

check: $(READY) ## format, lint, types, and the facts themselves
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m knowledge check

eval: $(READY) ## how well questions are answered: FILES="questions.jsonl ..." adds files of your own
	$(BIN)/python -m benchmarks.evaluation $(FILES)

bench: $(READY) ## speed and memory, as a table and as JSON
	$(BIN)/python -m benchmarks.speed

chaos: $(READY) ## kill the bot at random moments under load and count what was lost
	$(BIN)/python -m benchmarks.chaos

chaos-trivia: $(READY) ## kill the bot during games of 5,000 votes and compare the tables with the votes
	$(BIN)/python -m benchmarks.chaos_trivia

trivia-load: $(READY) ## how long private questions wait while 20 groups play
	$(BIN)/python -m benchmarks.trivia_load

reloads: $(READY) ## a thousand reloads with questions running: wrong, late and lost answers, memory
	$(BIN)/python -m benchmarks.reloads

admin-faults: $(READY) ## a hundred broken article files sent in a row: each is answered, nothing changes
	$(BIN)/python -m benchmarks.admin_faults

soak: $(READY) ## run the bot under load and faults for a while and watch its memory
	$(BIN)/python -m benchmarks.soak

format: $(READY) ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $(READY)

.PHONY: run test check eval bench chaos chaos-trivia trivia-load reloads admin-faults soak format
