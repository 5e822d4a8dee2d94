-- The states of grains: what Orleans.Persistence.AdoNet reads and writes, in our own words. One database holds one
-- cluster, so the cluster's name (@ServiceId) is no part of a state's: an operator may change it. The hashes that
-- the provider sends are of no use either, because the key is an index of its own.

CREATE TABLE IF NOT EXISTS OrleansQuery
(
    QueryKey  text PRIMARY KEY,
    QueryText text NOT NULL
);

-- A state that was cleared keeps its row and its version, without a payload.
CREATE TABLE grain_state
(
    name       text NOT NULL,
    key_n0     bigint NOT NULL,
    key_n1     bigint NOT NULL,
    key_text   text NOT NULL,
    version    integer NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    payload    bytea,
    PRIMARY KEY (name, key_n0, key_n1, key_text)
)
WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

ALTER TABLE grain_state ALTER COLUMN payload SET STORAGE EXTERNAL;

-- A connection says whose it is (flashsale.epoch). The row of its silo is held while it writes, so that fencing
-- waits for it; a silo that is fenced changes nothing and is told that somebody else has the state. No row is the
-- answer to both, and to a version that is not the newest one.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('WriteToStorageKey', $sql$
    WITH silo AS MATERIALIZED (
        SELECT epoch FROM silos
        WHERE epoch = current_setting('flashsale.epoch')::bigint AND NOT fenced
        FOR SHARE),
    added AS (
        INSERT INTO grain_state (name, key_n0, key_n1, key_text, version, payload)
        SELECT @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''), 1, @PayloadBinary
        FROM silo
        WHERE @GrainStateVersion IS NULL
        ON CONFLICT DO NOTHING
        RETURNING version),
    changed AS (
        UPDATE grain_state s
        SET payload = @PayloadBinary, version = s.version + 1, changed_at = now()
        FROM silo
        WHERE s.name = @GrainTypeString AND s.key_n0 = @GrainIdN0 AND s.key_n1 = @GrainIdN1
          AND s.key_text = coalesce(@GrainIdExtensionString, '') AND s.version = @GrainStateVersion
        RETURNING s.version)
    SELECT version AS "NewGrainStateVersion" FROM added UNION ALL SELECT version FROM changed
$sql$),
('ReadFromStorageKey', $sql$
    SELECT payload AS "PayloadBinary", version AS "Version" FROM grain_state
    WHERE name = @GrainTypeString AND key_n0 = @GrainIdN0 AND key_n1 = @GrainIdN1
      AND key_text = coalesce(@GrainIdExtensionString, '')
$sql$),
('ClearStorageKey', $sql$
    WITH silo AS MATERIALIZED (
        SELECT epoch FROM silos
        WHERE epoch = current_setting('flashsale.epoch')::bigint AND NOT fenced
        FOR SHARE)
    UPDATE grain_state s
    SET payload = NULL, version = s.version + 1, changed_at = now()
    FROM silo
    WHERE s.name = @GrainTypeString AND s.key_n0 = @GrainIdN0 AND s.key_n1 = @GrainIdN1
      AND s.key_text = coalesce(@GrainIdExtensionString, '') AND s.version = @GrainStateVersion
    RETURNING s.version AS "NewGrainStateVersion"
$sql$)
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
