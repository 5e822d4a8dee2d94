-- Of a season with trust: docs/reference/season.md explains every column.
CREATE TABLE truth_trust_week (week INTEGER NOT NULL, region TEXT NOT NULL, market TEXT NOT NULL,
  buyers INTEGER NOT NULL, trust_basis_points INTEGER NOT NULL, left_market INTEGER NOT NULL,
  mood_basis_points INTEGER NOT NULL, PRIMARY KEY (week, region, market)) WITHOUT ROWID;
