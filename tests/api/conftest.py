"""Webhooks meet the demo school, and a model that waits for the test."""

from tests.demo_school import addresses, demo, free_port, keys, look, stocked
from tests.moved_clock import move_on
from tests.patient_model import model, product, with_model
from tests.standing_product import standing

__all__ = [
    "addresses",
    "demo",
    "free_port",
    "keys",
    "look",
    "model",
    "move_on",
    "product",
    "standing",
    "stocked",
    "with_model",
]
