-- Batches of events between silos: what Orleans.Streaming.AdoNet reads and writes. A receiver leases messages for
-- a while and deletes what was delivered; its receipt is how often a message was leased, so that a receiver whose
-- lease ran out deletes nothing. Messages of a queue become visible in the order of their numbers, because the
-- number is taken under the lock of the queue's row.

CREATE TABLE IF NOT EXISTS OrleansQuery
(
    QueryKey  text PRIMARY KEY,
    QueryText text NOT NULL
);

CREATE TABLE stream_queue
(
    service      text NOT NULL,
    provider     text NOT NULL,
    queue        text NOT NULL,
    last_message bigint NOT NULL,
    tidied_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (service, provider, queue)
);

CREATE TABLE stream_message
(
    service     text NOT NULL,
    provider    text NOT NULL,
    queue       text NOT NULL,
    message     bigint NOT NULL,
    leases      integer NOT NULL DEFAULT 0,
    visible_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    modified_at timestamptz NOT NULL DEFAULT now(),
    payload     bytea NOT NULL,
    PRIMARY KEY (service, provider, queue, message)
);

-- What was never delivered, for whoever looks for the reason.
CREATE TABLE stream_dead_letter
(
    service    text NOT NULL,
    provider   text NOT NULL,
    queue      text NOT NULL,
    message    bigint NOT NULL,
    leases     integer NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    died_at    timestamptz NOT NULL DEFAULT now(),
    remove_at  timestamptz NOT NULL,
    payload    bytea NOT NULL,
    PRIMARY KEY (service, provider, queue, message)
);

CREATE INDEX stream_dead_letter_by_removal ON stream_dead_letter (service, provider, queue, remove_at);

-- Buries messages that are too old or were leased too often.
CREATE FUNCTION stream_bury(
    in_service text, in_provider text, in_queue text, max_count integer, max_leases integer,
    keep_seconds integer)
RETURNS void LANGUAGE sql AS $$
    WITH dead AS (
        SELECT message FROM stream_message
        WHERE service = in_service AND provider = in_provider AND queue = in_queue
          AND (expires_at <= now() OR (leases >= max_leases AND visible_at <= now()))
        ORDER BY message LIMIT max_count
        FOR UPDATE SKIP LOCKED),
    gone AS (
        DELETE FROM stream_message m USING dead
        WHERE m.service = in_service AND m.provider = in_provider AND m.queue = in_queue
          AND m.message = dead.message
        RETURNING m.*)
    INSERT INTO stream_dead_letter (
        service, provider, queue, message, leases, created_at, expires_at, remove_at, payload)
    SELECT service, provider, queue, message, leases, created_at, expires_at,
           now() + make_interval(secs => keep_seconds), payload
    FROM gone
    ON CONFLICT DO NOTHING
$$;

-- Forgets dead letters that nobody looked at in time.
CREATE FUNCTION stream_forget(in_service text, in_provider text, in_queue text, max_count integer)
RETURNS void LANGUAGE sql AS $$
    DELETE FROM stream_dead_letter d
    USING (
        SELECT message FROM stream_dead_letter
        WHERE service = in_service AND provider = in_provider AND queue = in_queue AND remove_at <= now()
        ORDER BY remove_at LIMIT max_count
        FOR UPDATE SKIP LOCKED) old
    WHERE d.service = in_service AND d.provider = in_provider AND d.queue = in_queue
      AND d.message = old.message
$$;

-- Leases the next messages; now and then tidies up first.
CREATE FUNCTION stream_lease(
    in_service text, in_provider text, in_queue text, max_count integer, max_leases integer,
    lease_seconds integer, keep_seconds integer, tidy_seconds integer, tidy_count integer)
RETURNS SETOF stream_message LANGUAGE plpgsql AS $$
BEGIN
    UPDATE stream_queue SET tidied_at = now()
    WHERE service = in_service AND provider = in_provider AND queue = in_queue
      AND tidied_at <= now() - make_interval(secs => tidy_seconds);
    IF FOUND THEN
        PERFORM stream_bury(in_service, in_provider, in_queue, tidy_count, max_leases, keep_seconds);
        PERFORM stream_forget(in_service, in_provider, in_queue, tidy_count);
    END IF;

    RETURN QUERY
    WITH next AS (
        SELECT message FROM stream_message
        WHERE service = in_service AND provider = in_provider AND queue = in_queue
          AND leases < max_leases AND visible_at <= now() AND expires_at > now()
        ORDER BY message LIMIT max_count
        FOR UPDATE SKIP LOCKED)
    UPDATE stream_message m
    SET leases = m.leases + 1, visible_at = now() + make_interval(secs => lease_seconds),
        modified_at = now()
    FROM next
    WHERE m.service = in_service AND m.provider = in_provider AND m.queue = in_queue
      AND m.message = next.message
    RETURNING m.*;
END
$$;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('QueueStreamMessageKey', $sql$
    WITH numbered AS (
        INSERT INTO stream_queue AS q (service, provider, queue, last_message)
        VALUES (@ServiceId, @ProviderId, @QueueId, 1)
        ON CONFLICT (service, provider, queue) DO UPDATE SET last_message = q.last_message + 1
        RETURNING service, provider, queue, last_message)
    INSERT INTO stream_message (service, provider, queue, message, expires_at, payload)
    SELECT service, provider, queue, last_message, now() + make_interval(secs => @ExpiryTimeout), @Payload
    FROM numbered
    RETURNING service AS "ServiceId", provider AS "ProviderId", queue AS "QueueId", message AS "MessageId"
$sql$),
('GetStreamMessagesKey', $sql$
    SELECT service AS "ServiceId", provider AS "ProviderId", queue AS "QueueId", message AS "MessageId",
           leases AS "Dequeued", visible_at AS "VisibleOn", expires_at AS "ExpiresOn",
           created_at AS "CreatedOn", modified_at AS "ModifiedOn", payload AS "Payload"
    FROM stream_lease(
        @ServiceId, @ProviderId, @QueueId, @MaxCount, @MaxAttempts, @VisibilityTimeout, @RemovalTimeout,
        @EvictionInterval, @EvictionBatchSize)
$sql$),
-- Items are «message:receipt|…»; a negative receipt gives the message back instead of confirming it.
('ConfirmStreamMessagesKey', $sql$
    WITH item AS (
        SELECT split_part(one, ':', 1)::bigint AS message, split_part(one, ':', 2)::integer AS receipt
        FROM unnest(string_to_array(@Items, '|')) AS one),
    confirmed AS (
        DELETE FROM stream_message m USING item
        WHERE m.service = @ServiceId AND m.provider = @ProviderId AND m.queue = @QueueId
          AND m.message = item.message AND m.leases = item.receipt
        RETURNING m.service, m.provider, m.queue, m.message),
    released AS (
        UPDATE stream_message m SET visible_at = now(), modified_at = now() FROM item
        WHERE m.service = @ServiceId AND m.provider = @ProviderId AND m.queue = @QueueId
          AND m.message = item.message AND m.leases = -item.receipt
        RETURNING m.service, m.provider, m.queue, m.message)
    SELECT service AS "ServiceId", provider AS "ProviderId", queue AS "QueueId", message AS "MessageId"
    FROM (SELECT * FROM confirmed UNION ALL SELECT * FROM released) done
$sql$),
-- A consumer failed: the message comes again at once, until it was leased too often.
('FailStreamMessageKey', $sql$
    WITH again AS (
        UPDATE stream_message SET visible_at = now(), modified_at = now()
        WHERE service = @ServiceId AND provider = @ProviderId AND queue = @QueueId AND message = @MessageId
          AND leases < @MaxAttempts),
    dead AS (
        DELETE FROM stream_message
        WHERE service = @ServiceId AND provider = @ProviderId AND queue = @QueueId AND message = @MessageId
          AND leases >= @MaxAttempts
        RETURNING *)
    INSERT INTO stream_dead_letter (
        service, provider, queue, message, leases, created_at, expires_at, remove_at, payload)
    SELECT service, provider, queue, message, leases, created_at, expires_at,
           now() + make_interval(secs => @RemovalTimeout), payload
    FROM dead
    ON CONFLICT DO NOTHING
$sql$),
('EvictStreamMessagesKey', $sql$
    SELECT stream_bury(@ServiceId, @ProviderId, @QueueId, @MaxCount, @MaxAttempts, @RemovalTimeout)
$sql$),
('EvictStreamDeadLettersKey', $sql$
    SELECT stream_forget(@ServiceId, @ProviderId, @QueueId, @MaxCount)
$sql$)
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
