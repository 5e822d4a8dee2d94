-- Appeals in season.sqlite, where the model is on. Days count from the first day of the season.
CREATE TABLE appeal (appeal INTEGER PRIMARY KEY, penalty INTEGER NOT NULL REFERENCES penalty,
  filed_day INTEGER NOT NULL, queued_day INTEGER, decided_day INTEGER, evidence INTEGER NOT NULL,
  votes_for INTEGER NOT NULL, votes INTEGER NOT NULL, stage TEXT NOT NULL);
