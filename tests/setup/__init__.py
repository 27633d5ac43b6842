"""A fresh machine: what `make` does there, and what it installs."""
