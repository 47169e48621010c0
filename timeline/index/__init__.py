"""The published events as columns in memory: what the chronology is filtered, counted and drawn from.

A page that counts every actor, place, year and article of 100,000 events cannot scan tables for each reader. Each
process holds the few numbers that counting needs (days, kind, place, actors, articles) as arrays, in chronological
order, and loads them again when the database says that something has changed. What readers read, titles, passages and
names, stays in the database and is fetched for the events of one page.

revision.py    what tells that something has changed, in the database itself
columns.py     the arrays, and links between events and actors or articles
loading.py     rows of the database → columns
current.py     the columns of this process, as new as the database
"""
