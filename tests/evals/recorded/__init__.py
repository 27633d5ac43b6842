"""A model's answers as they would stream, written by hand and replayed over a real socket."""
