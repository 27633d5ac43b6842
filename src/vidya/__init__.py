"""Vidya: one learning platform for a school or a nation."""

__version__ = "0.1.0"
