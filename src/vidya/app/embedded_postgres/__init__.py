"""PostgreSQL inside the product: its own server on its own data folder, for one machine."""
