-- Built after the rows, when that is a sort instead of a million look-ups.
CREATE UNIQUE INDEX orders_by_key ON orders (order_key);
CREATE INDEX orders_by_store ON orders (store);
CREATE INDEX order_lines_by_key ON order_lines (order_key);
CREATE INDEX order_lines_by_listing ON order_lines (listing);
CREATE UNIQUE INDEX ratings_by_key ON ratings (order_key);
CREATE INDEX listings_by_store ON listings (store);

-- Orders as people read them: the id as text, names instead of numbers, yuan, days.
CREATE VIEW readable_orders AS
SELECT 'b' || o.buyer || '-' || ((o.order_key >> 8) & 0xFFFFFF) || '.' || (o.order_key & 0xFF) AS order_id,
       s.name AS store, c.name AS category, r.name AS region, o.status, o.close_reason,
       o.total_fen / 100.0 AS total_yuan, o.paid_fen / 100.0 AS paid_yuan, o.refunded_fen / 100.0 AS refunded_yuan,
       o.placed_at_ms / 1000.0 AS placed_s,
       (o.paid_at_ms - o.placed_at_ms) / 1000.0 AS payment_wait_s,
       (o.delivered_at_ms - o.paid_at_ms) / 86400000.0 AS delivery_days
FROM orders o
JOIN stores s ON s.store = o.store
JOIN categories c ON c.category = o.category
JOIN regions r ON r.region = o.region;

-- The sample's part of the whole: a count divided by it is at full scale.
CREATE VIEW run_scale AS SELECT CAST(value AS REAL) AS scale FROM manifest WHERE key = 'scale';

-- GMV is the value of orders paid on the festival's day.
CREATE VIEW festival_orders AS
SELECT * FROM orders WHERE paid_at_ms >= 0 AND paid_at_ms < 86400000;

CREATE VIEW gmv_by_minute AS
SELECT paid_at_ms / 60000 AS minute, count(*) AS orders, sum(paid_fen) / 100.0 AS yuan
FROM festival_orders
GROUP BY minute;

-- What a store sold on the day and how it was rated (mean of the four components' stars).
CREATE VIEW store_results AS
SELECT s.store, s.name, s.market, count(o.order_key) AS orders, coalesce(sum(o.paid_fen), 0) / 100.0 AS gmv_yuan,
       coalesce(sum(o.refunded_fen), 0) / 100.0 AS refunded_yuan,
       avg(r.described + r.service + r.dispatch + r.delivery) / 4.0 AS mean_stars
FROM stores s
LEFT JOIN festival_orders o ON o.store = s.store
LEFT JOIN ratings r ON r.order_key = o.order_key
GROUP BY s.store;
