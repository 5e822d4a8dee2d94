-- What has to be done at a time though nobody calls: what Orleans.Reminders.AdoNet reads and writes.

CREATE TABLE IF NOT EXISTS OrleansQuery
(
    QueryKey  text PRIMARY KEY,
    QueryText text NOT NULL
);

CREATE TABLE reminder
(
    service    text NOT NULL,
    grain      text NOT NULL,
    name       text NOT NULL,
    grain_hash integer NOT NULL,
    start_at   timestamptz NOT NULL,
    period_ms  bigint NOT NULL,
    version    integer NOT NULL,
    PRIMARY KEY (service, grain, name)
);

-- Every silo reads the reminders of its range of the ring.
CREATE INDEX reminder_by_hash ON reminder (service, grain_hash);

CREATE VIEW reminder_read AS
SELECT service, grain_hash, grain AS "GrainId", name AS "ReminderName", start_at AS "StartTime",
       period_ms AS "Period", version AS "Version"
FROM reminder;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('UpsertReminderRowKey', $sql$
    INSERT INTO reminder AS r (service, grain, name, grain_hash, start_at, period_ms, version)
    VALUES (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period, 1)
    ON CONFLICT (service, grain, name) DO UPDATE
    SET grain_hash = excluded.grain_hash, start_at = excluded.start_at, period_ms = excluded.period_ms,
        version = r.version + 1
    RETURNING version AS "Version"
$sql$),
('ReadReminderRowKey', $sql$
    SELECT * FROM reminder_read
    WHERE service = @ServiceId AND "GrainId" = @GrainId AND "ReminderName" = @ReminderName
$sql$),
('ReadReminderRowsKey', $sql$
    SELECT * FROM reminder_read WHERE service = @ServiceId AND "GrainId" = @GrainId
$sql$),
-- A range of the ring is open at its beginning and closed at its end; the second kind goes over the ring's end.
('ReadRangeRows1Key', $sql$
    SELECT * FROM reminder_read
    WHERE service = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash
$sql$),
('ReadRangeRows2Key', $sql$
    SELECT * FROM reminder_read
    WHERE service = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)
$sql$),
('DeleteReminderRowKey', $sql$
    WITH removed AS (
        DELETE FROM reminder
        WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName AND version = @Version
        RETURNING 1)
    SELECT EXISTS (SELECT FROM removed)
$sql$),
('DeleteReminderRowsKey', $sql$
    DELETE FROM reminder WHERE service = @ServiceId
$sql$)
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
