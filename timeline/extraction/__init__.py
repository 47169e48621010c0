"""The pipeline: pure functions from an article file to the events that it claims. No Django, no database, no clock.

file or bytes
  │ reading     read_article()      header, dateline, body; page furniture marked
  ▼
Document
  │ sentences   split_sentences()   our boundaries, spaCy's syntax and entities
  ▼
Sentences
  │ times       find_times()        expressions, resolved against the anchors of the article
  │ mentions    find_mentions()     persons, states, organisations, places, offices
  ▼
TimeExpressions + Mentions
  │ candidates  find_candidates()   what is claimed: deed, date, parties, place, modality
  ▼
CandidateEvents of all articles
  │ merging     merge_events()      one event for what several passages report; partial dates settled
  ▼
MergedEvents
"""
