"""Everything that knows Telegram: intake of updates, handlers, sending, and the state between messages."""
