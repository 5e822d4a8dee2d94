-- run.sqlite: one simulated festival. Explained in docs/reference/run-sqlite.md.
-- Counts and money are of the sample; *_fen is fen (1 yuan = 100 fen); *_at_ms is ms since midnight of the day in manifest.
CREATE TABLE manifest (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The numbers of summary.json that a run has once, at full scale where it is: not of the sample.
CREATE TABLE figures (
  field   TEXT PRIMARY KEY,
  unit    TEXT NOT NULL,
  meaning TEXT NOT NULL,
  value   NUMERIC NOT NULL
) WITHOUT ROWID;

-- What the scenario sets, in its order.
CREATE TABLE parameters (
  number INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  value  TEXT NOT NULL
);

-- The trouble that the scenario planned, a row for each region or channel that it hit; '' is all.
CREATE TABLE shocks (
  number     INTEGER NOT NULL,
  part       INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  place      TEXT NOT NULL,
  from_s     REAL NOT NULL,
  until_s    REAL NOT NULL,
  capacity   REAL NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (number, part)
) WITHOUT ROWID;

CREATE TABLE categories (
  category INTEGER PRIMARY KEY,
  name     TEXT NOT NULL
);

CREATE TABLE regions (
  region INTEGER PRIMARY KEY,
  name   TEXT NOT NULL
);

CREATE TABLE stores (
  store       INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  market      TEXT NOT NULL,
  status      TEXT NOT NULL,
  category    INTEGER NOT NULL REFERENCES categories (category),
  credit      INTEGER NOT NULL,
  deposit_fen INTEGER NOT NULL,
  balance_fen INTEGER NOT NULL,
  -- What it gave from the opening on, 0 if nothing, and when it had none left.
  coupon_off_fen    INTEGER NOT NULL,
  coupon_from_fen   INTEGER NOT NULL,
  coupon_gone_at_ms INTEGER
);

CREATE TABLE listings (
  listing            INTEGER PRIMARY KEY,
  store              INTEGER NOT NULL REFERENCES stores (store),
  category           INTEGER NOT NULL REFERENCES categories (category),
  name               TEXT NOT NULL,
  list_price_fen     INTEGER NOT NULL,
  festival_price_fen INTEGER NOT NULL,
  stock              INTEGER NOT NULL,
  sold               INTEGER NOT NULL,
  held               INTEGER NOT NULL,
  sold_out_at_s      INTEGER
);

-- order_key = buyer × 2^32 + checkout × 2^8 + part: the id «b17-3.0» in one number.
CREATE TABLE orders (
  order_key       INTEGER NOT NULL,
  buyer           INTEGER NOT NULL,
  store           INTEGER NOT NULL REFERENCES stores (store),
  category        INTEGER NOT NULL REFERENCES categories (category),
  region          INTEGER NOT NULL REFERENCES regions (region),
  lines           INTEGER NOT NULL,
  units           INTEGER NOT NULL,
  total_fen       INTEGER NOT NULL,
  coupon_fen      INTEGER NOT NULL,
  paid_fen        INTEGER NOT NULL,
  refunded_fen    INTEGER NOT NULL,
  released_fen    INTEGER NOT NULL,
  status          TEXT NOT NULL,
  close_reason    TEXT,
  confirmed_by_itself INTEGER NOT NULL,
  placed_at_ms    INTEGER NOT NULL,
  payable_at_ms   INTEGER NOT NULL,
  paid_at_ms      INTEGER,
  shipped_at_ms   INTEGER,
  delivered_at_ms INTEGER,
  confirmed_at_ms INTEGER,
  closed_at_ms    INTEGER
);

CREATE TABLE order_lines (
  order_key      INTEGER NOT NULL,
  listing        INTEGER NOT NULL REFERENCES listings (listing),
  units          INTEGER NOT NULL,
  unit_price_fen INTEGER NOT NULL
);

CREATE TABLE ratings (
  order_key   INTEGER NOT NULL,
  described   INTEGER NOT NULL,
  service     INTEGER NOT NULL,
  dispatch    INTEGER NOT NULL,
  delivery    INTEGER NOT NULL,
  credit      INTEGER,
  rated_at_ms INTEGER NOT NULL
);

CREATE TABLE movements (
  kind         TEXT NOT NULL,
  from_account TEXT NOT NULL,
  to_account   TEXT NOT NULL,
  count        INTEGER NOT NULL,
  sum_fen      INTEGER NOT NULL
);

CREATE TABLE refunds (
  order_key  INTEGER NOT NULL,
  at_ms      INTEGER NOT NULL,
  amount_fen INTEGER NOT NULL,
  reason     TEXT NOT NULL
);

-- What leaves no trace in an order, per row of the timeline's grid: a second of the day, a minute before and after it.
-- The last two are levels: null where none was seen.
CREATE TABLE counts (
  at_s            INTEGER PRIMARY KEY,
  visited         INTEGER NOT NULL,
  carted          INTEGER NOT NULL,
  checkouts_tried INTEGER NOT NULL,
  refused         INTEGER NOT NULL,
  retried         INTEGER NOT NULL,
  abandoned       INTEGER NOT NULL,
  queued_payments INTEGER,
  escrow_fen      INTEGER
);

-- Every reason that a run counts, also those that never came.
CREATE TABLE reasons (
  what   TEXT NOT NULL,
  number INTEGER NOT NULL,
  reason TEXT NOT NULL,
  count  INTEGER NOT NULL,
  PRIMARY KEY (what, number)
) WITHOUT ROWID;

-- What only so many pass in a time: the gateway, payment channels, stock, packing, couriers.
CREATE TABLE passages (
  passage INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL,
  name    TEXT NOT NULL,
  every_s INTEGER NOT NULL
);

-- How many may pass a second, of the sample, from when on.
CREATE TABLE capacities (
  passage    INTEGER NOT NULL REFERENCES passages (passage),
  from_ms    INTEGER NOT NULL,
  per_second REAL NOT NULL,
  PRIMARY KEY (passage, from_ms)
) WITHOUT ROWID;

-- What was seen there in each every_s from at_s on. Who passed stock, packing and couriers is in orders; waiting is a
-- level: null where nobody looked.
CREATE TABLE passage_counts (
  passage INTEGER NOT NULL REFERENCES passages (passage),
  at_s    INTEGER NOT NULL,
  passed  INTEGER,
  refused INTEGER NOT NULL,
  waiting INTEGER,
  PRIMARY KEY (passage, at_s)
) WITHOUT ROWID;

-- What bound, as summary.json has it: a copy, to set rows beside.
CREATE TABLE bottlenecks (
  number  INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL,
  name    TEXT NOT NULL,
  from_s  REAL NOT NULL,
  until_s REAL NOT NULL
);

CREATE TABLE accounts (
  number      INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,
  accounts    INTEGER NOT NULL,
  balance_fen INTEGER NOT NULL
);

CREATE TABLE checks (
  number  INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  passed  INTEGER NOT NULL,
  finding TEXT NOT NULL
);
