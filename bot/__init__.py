"""Everything that knows Telegram: intake of updates, handlers, sending, and the state between messages."""

import sys

# httpx brings its own command line with rich and pygments where they are installed, 3 MB that no bot needs;
# None makes its import fail, which it provides for.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
