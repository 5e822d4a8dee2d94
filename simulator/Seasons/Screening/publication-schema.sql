-- Screened listings in season.sqlite, where the model is on. Tables named truth_ hold what no rule of the
-- market can see: which of them are fakes or of restricted kinds.
CREATE TABLE publication (listing INTEGER PRIMARY KEY, brand INTEGER NOT NULL, brand_known INTEGER NOT NULL,
  texts INTEGER NOT NULL, score_milli INTEGER, finding TEXT NOT NULL, status TEXT NOT NULL);
CREATE TABLE truth_publication (listing INTEGER PRIMARY KEY REFERENCES publication, bad TEXT NOT NULL);
