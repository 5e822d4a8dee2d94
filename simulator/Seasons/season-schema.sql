-- season.sqlite: docs/reference/season.md explains every table. Money is in fen, days count from the first
-- day of the season. Tables named truth_ hold what no rule of the market can see.
CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE owner (owner INTEGER PRIMARY KEY, since_day INTEGER NOT NULL, stores INTEGER NOT NULL,
  open_stores INTEGER NOT NULL);
CREATE TABLE truth_owner (owner INTEGER PRIMARY KEY REFERENCES owner, type TEXT NOT NULL);
CREATE TABLE store (store INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES owner, name TEXT NOT NULL,
  market TEXT NOT NULL, category TEXT NOT NULL, opened_day INTEGER NOT NULL, closed_day INTEGER,
  credit INTEGER NOT NULL, measured_fen INTEGER NOT NULL, balance_fen INTEGER NOT NULL);
CREATE TABLE seller_week (store INTEGER NOT NULL REFERENCES store, week INTEGER NOT NULL,
  placed INTEGER NOT NULL, paid INTEGER NOT NULL, units INTEGER NOT NULL, paid_fen INTEGER NOT NULL,
  refunds INTEGER NOT NULL, refunded_fen INTEGER NOT NULL, sold_out INTEGER NOT NULL,
  late_parcels INTEGER NOT NULL, stock INTEGER NOT NULL, ratings INTEGER NOT NULL, stars INTEGER NOT NULL,
  PRIMARY KEY (store, week)) WITHOUT ROWID;
CREATE TABLE day (day INTEGER NOT NULL, date TEXT NOT NULL, measure TEXT NOT NULL, value INTEGER NOT NULL,
  PRIMARY KEY (day, measure)) WITHOUT ROWID;
