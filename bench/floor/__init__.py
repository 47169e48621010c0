"""The floor: a Django view that does nothing but answer with 50 rows of the peers' SQLite file as HTML."""
