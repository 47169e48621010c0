"""The review queue: which proposals wait, in which order, and what an editor may decide of each.

grading.py     how sure the program is of an event, and what it is unsure of; the order of the queue
filters.py     the part of the queue that an editor wants to see, from the query string
queue.py       the proposals in their order, by keys and not by counting
near.py        what a proposal might be the same as
correction.py  the form in which an editor puts a proposal right
deciding.py    one decision on one proposal, refused if somebody else was faster
accepting.py   many proposals accepted in one go
"""
