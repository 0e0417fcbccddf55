"""What holds for all tests: examples drawn by hypothesis have no deadline, for a busy machine is no failure."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
