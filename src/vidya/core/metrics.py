"""What is counted while the product runs, for Prometheus to read."""

from prometheus_client import Counter, Gauge, Histogram

_FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 15)

WEBHOOK_SECONDS = Histogram(
    "vidya_webhook_seconds", "Time to answer a provider's webhook", ["step"], buckets=_FAST
)
REQUESTS = Counter("vidya_requests_total", "Requests answered", ["status"])
REQUESTS_IN_FLIGHT = Gauge("vidya_requests_in_flight", "Requests being answered now")
HELD_JOBS = Gauge("vidya_held_jobs", "Jobs that failed for good and wait for an operator")
JOBS_WAITING = Gauge("vidya_jobs_waiting", "Jobs that wait for a worker")
