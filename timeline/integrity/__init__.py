"""Proof that nothing was lost or changed: the evidence is checked, and all of it goes into one file and back.

checking.py    every quote where it says it is, every original as it was received, no event without evidence
backup.py      the whole installation → one file → an empty installation
"""
