-- Of a season with accounts: docs/reference/season.md explains every column. Money is in fen.
CREATE TABLE truth_account_week (store INTEGER NOT NULL REFERENCES store, week INTEGER NOT NULL,
  orders INTEGER NOT NULL, sales_fen INTEGER NOT NULL, returns_fen INTEGER NOT NULL,
  commission_fen INTEGER NOT NULL, goods_fen INTEGER NOT NULL, promotion_fen INTEGER NOT NULL,
  annual_fee_fen INTEGER NOT NULL, wages_fen INTEGER NOT NULL, interest_fen INTEGER NOT NULL,
  written_off_fen INTEGER NOT NULL, penalties_fen INTEGER NOT NULL, profit_fen INTEGER NOT NULL,
  cash_fen INTEGER NOT NULL, stock INTEGER NOT NULL, unsold INTEGER NOT NULL,
  price_basis_points INTEGER NOT NULL, PRIMARY KEY (store, week)) WITHOUT ROWID;
