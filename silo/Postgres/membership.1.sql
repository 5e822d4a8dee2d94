-- Which silos there are: what Orleans.Clustering.AdoNet reads and writes, in our own words. The provider finds its
-- statements in OrleansQuery, by keys and parameter names that its code fixes; everything else here is ours.

CREATE TABLE IF NOT EXISTS OrleansQuery
(
    QueryKey  text PRIMARY KEY,
    QueryText text NOT NULL
);

-- One row per cluster: its version rises with every change of a member, so that two silos never change at once.
CREATE TABLE cluster_view
(
    cluster text PRIMARY KEY,
    version integer NOT NULL
);

CREATE TABLE cluster_member
(
    cluster       text NOT NULL REFERENCES cluster_view ON DELETE CASCADE,
    address       text NOT NULL,
    port          integer NOT NULL,
    generation    integer NOT NULL,
    silo_name     text NOT NULL,
    host_name     text NOT NULL,
    status        integer NOT NULL,
    gateway_port  integer NOT NULL,
    suspicions    text,
    started_at    timestamptz NOT NULL,
    last_alive_at timestamptz NOT NULL,
    PRIMARY KEY (cluster, address, port, generation)
);

-- A view in the columns that the provider reads: one row per member, or one without a member.
CREATE VIEW cluster_member_read AS
SELECT v.cluster, v.version AS "Version", m.address AS "Address", m.port AS "Port",
       m.generation AS "Generation", m.silo_name AS "SiloName", m.host_name AS "HostName",
       m.status AS "Status", m.gateway_port AS "ProxyPort", m.suspicions AS "SuspectTimes",
       m.started_at AS "StartTime", m.last_alive_at AS "IAmAliveTime"
FROM cluster_view v LEFT JOIN cluster_member m USING (cluster);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', $sql$
    WITH added AS (
        INSERT INTO cluster_view (cluster, version) VALUES (@DeploymentId, 0)
        ON CONFLICT DO NOTHING RETURNING 1)
    SELECT EXISTS (SELECT FROM added)
$sql$),
('InsertMembershipKey', $sql$
    WITH changed AS (
        UPDATE cluster_view SET version = version + 1
        WHERE cluster = @DeploymentId AND version = @Version
          AND NOT EXISTS (
              SELECT FROM cluster_member
              WHERE cluster = @DeploymentId AND address = @Address AND port = @Port
                AND generation = @Generation)
        RETURNING cluster),
    added AS (
        INSERT INTO cluster_member (
            cluster, address, port, generation, silo_name, host_name, status, gateway_port, started_at,
            last_alive_at)
        SELECT cluster, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime,
               @IAmAliveTime
        FROM changed
        RETURNING 1)
    SELECT EXISTS (SELECT FROM added)
$sql$),
('UpdateMembershipKey', $sql$
    WITH changed AS (
        UPDATE cluster_view SET version = version + 1
        WHERE cluster = @DeploymentId AND version = @Version
          AND EXISTS (
              SELECT FROM cluster_member
              WHERE cluster = @DeploymentId AND address = @Address AND port = @Port
                AND generation = @Generation)
        RETURNING cluster),
    updated AS (
        UPDATE cluster_member m
        SET status = @Status, suspicions = @SuspectTimes, last_alive_at = @IAmAliveTime
        FROM changed
        WHERE m.cluster = changed.cluster AND m.address = @Address AND m.port = @Port
          AND m.generation = @Generation
        RETURNING 1)
    SELECT EXISTS (SELECT FROM updated)
$sql$),
('UpdateIAmAlivetimeKey', $sql$
    UPDATE cluster_member SET last_alive_at = @IAmAliveTime
    WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$sql$),
('MembershipReadAllKey', $sql$
    SELECT * FROM cluster_member_read WHERE cluster = @DeploymentId
$sql$),
('MembershipReadRowKey', $sql$
    SELECT v.version AS "Version", r."Address", r."Port", r."Generation", r."SiloName", r."HostName",
           r."Status", r."ProxyPort", r."SuspectTimes", r."StartTime", r."IAmAliveTime"
    FROM cluster_view v
    LEFT JOIN cluster_member_read r ON r.cluster = v.cluster AND r."Address" = @Address
        AND r."Port" = @Port AND r."Generation" = @Generation
    WHERE v.cluster = @DeploymentId
$sql$),
('GatewaysQueryKey', $sql$
    SELECT address AS "Address", gateway_port AS "ProxyPort", generation AS "Generation"
    FROM cluster_member
    WHERE cluster = @DeploymentId AND status = @Status AND gateway_port > 0
$sql$),
('DeleteMembershipTableEntriesKey', $sql$
    DELETE FROM cluster_view WHERE cluster = @DeploymentId
$sql$),
-- 3 is SiloStatus.Active: an active silo is never forgotten, however long it has been silent.
('CleanupDefunctSiloEntriesKey', $sql$
    DELETE FROM cluster_member
    WHERE cluster = @DeploymentId AND status <> 3 AND last_alive_at < @IAmAliveTime
$sql$)
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
