-- Tables of counterfeits in season.sqlite, where the model is on. Money is in fen, days count from the first
-- day of the season. Tables named truth_ hold what no rule of the market can see.
CREATE TABLE "case" (seller INTEGER NOT NULL REFERENCES owner, number INTEGER NOT NULL,
  store INTEGER NOT NULL REFERENCES store, listing INTEGER, kind TEXT NOT NULL, source TEXT NOT NULL,
  status TEXT NOT NULL, verdict TEXT, opened_day INTEGER NOT NULL, decided_day INTEGER,
  complaints INTEGER NOT NULL, evidence INTEGER NOT NULL, taken_down INTEGER NOT NULL,
  frozen_fen INTEGER NOT NULL, PRIMARY KEY (seller, number)) WITHOUT ROWID;
CREATE TABLE penalty (penalty INTEGER PRIMARY KEY, seller INTEGER NOT NULL REFERENCES owner,
  "case" INTEGER NOT NULL, store INTEGER NOT NULL REFERENCES store, listing INTEGER, day INTEGER NOT NULL,
  grounds TEXT NOT NULL, points INTEGER NOT NULL, measure TEXT NOT NULL, evidence INTEGER NOT NULL,
  loss_fen INTEGER NOT NULL);
CREATE TABLE truth_penalty (penalty INTEGER PRIMARY KEY REFERENCES penalty, was_fake INTEGER NOT NULL);
CREATE TABLE truth_listing (listing INTEGER PRIMARY KEY, truth TEXT NOT NULL);
CREATE TABLE prevalence (first_day INTEGER PRIMARY KEY, drawn INTEGER NOT NULL,
  found_fake INTEGER NOT NULL);
CREATE TABLE truth_prevalence (first_day INTEGER PRIMARY KEY REFERENCES prevalence, paid INTEGER NOT NULL,
  fakes INTEGER NOT NULL, drawn_fakes INTEGER NOT NULL);
