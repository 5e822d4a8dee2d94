-- Certificates in season.sqlite, where the model is on. Days count from the first day of the season; tables
-- named truth_ hold what no rule of the market can see.
CREATE TABLE certificate (store INTEGER PRIMARY KEY REFERENCES store, status TEXT NOT NULL,
  class TEXT NOT NULL, summoned INTEGER NOT NULL, applied_day INTEGER, certified_day INTEGER);
CREATE TABLE truth_applicant (store INTEGER PRIMARY KEY REFERENCES store, first_owner INTEGER NOT NULL,
  attempts INTEGER NOT NULL, phase TEXT NOT NULL);
