"""The report of /healthz in the form that Prometheus collects, where prometheus-client is installed."""

from __future__ import annotations

from collections.abc import Mapping

try:
    from prometheus_client import (
        CONTENT_TYPE_LATEST,
        CollectorRegistry,
        Gauge,
        Info,
        ProcessCollector,
        generate_latest,
    )
except ModuleNotFoundError:
    AVAILABLE, CONTENT_TYPE = False, "text/plain"
else:
    AVAILABLE, CONTENT_TYPE = True, CONTENT_TYPE_LATEST

MISSING = "prometheus-client is not installed; /metrics needs it: pip install 'nerazzurri[metrics]'"

GAUGES = {
    "ok": ("nerazzurri_up", "1 while the bot hears Telegram and nothing is stuck, else 0"),
    "poll_age": ("nerazzurri_poll_age_seconds", "Time since Telegram was last heard"),
    "inbox_age": ("nerazzurri_inbox_age_seconds", "Age of the oldest update that waits; 0 where none does"),
    "send_age": ("nerazzurri_send_age_seconds", "Time since the last call that Telegram took"),
    "queued": ("nerazzurri_queued_updates", "Updates in memory that wait for their turn"),
    "parked": ("nerazzurri_parked_updates", "Updates given up in the last two days"),
}
"""Figure of the report -> name and meaning of its metric. What is unknown (None) is 0 for ages of waiting."""


def page(report: Mapping[str, object]) -> bytes:
    """Return the report as Prometheus text, with memory and CPU time of this process."""
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    for figure, (name, meaning) in GAUGES.items():
        value = report[figure]
        if value is None and figure == "send_age":
            continue
        Gauge(name, meaning, registry=registry).set(float(value) if isinstance(value, int | float) else 0.0)
    version = str(report.get("base_version") or "")
    Info("nerazzurri_base", "The fact base in use", registry=registry).info({"version": version})
    return generate_latest(registry)
