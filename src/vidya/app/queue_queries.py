"""SQL on the queue beside the library's own."""

from vidya.core.jobs import NAMES

WAITING = f"""
    SELECT coalesce(bool_or(execute_after <= now()), false) AS is_due,
           min(execute_after) FILTER (WHERE execute_after > now()) - now() AS until_next
      FROM {NAMES.queue_table} WHERE status = 'queued' AND entrypoint = ANY ($1)
"""  # noqa: S608 - a name of ours
"""Whether a job waits that is due, and how long until the next one is; one look for both."""
