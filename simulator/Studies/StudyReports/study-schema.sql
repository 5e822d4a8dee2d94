CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE factors (factor TEXT PRIMARY KEY, position INTEGER NOT NULL);
CREATE TABLE measures (
    measure TEXT PRIMARY KEY, value TEXT NOT NULL, unit TEXT NOT NULL, is_event INTEGER NOT NULL,
    better TEXT NOT NULL, matters REAL);
CREATE TABLE points (point TEXT PRIMARY KEY, position INTEGER NOT NULL, scenario_hash TEXT NOT NULL);
CREATE TABLE runs (
    run INTEGER PRIMARY KEY, run_key TEXT NOT NULL, point TEXT NOT NULL REFERENCES points, seed INTEGER NOT NULL,
    role TEXT NOT NULL, status TEXT NOT NULL, audit TEXT NOT NULL, state_hash TEXT NOT NULL);
CREATE TABLE run_factors (
    run INTEGER NOT NULL REFERENCES runs, factor TEXT NOT NULL REFERENCES factors, value TEXT NOT NULL,
    number REAL);
CREATE TABLE outcomes (
    run INTEGER NOT NULL REFERENCES runs, measure TEXT NOT NULL REFERENCES measures, value REAL);
CREATE TABLE estimates (
    point TEXT NOT NULL, measure TEXT NOT NULL, runs INTEGER NOT NULL, nulls INTEGER NOT NULL, mean REAL,
    deviation REAL, low REAL, high REAL);
CREATE TABLE comparisons (
    first TEXT NOT NULL, second TEXT NOT NULL, measure TEXT NOT NULL, pairs INTEGER NOT NULL, shown TEXT NOT NULL, mean REAL,
    deviation REAL, low_alone REAL, high_alone REAL, low REAL, high REAL, p REAL, p_holm REAL,
    correlation REAL, worth REAL, verdict TEXT NOT NULL, sentence TEXT NOT NULL);
CREATE TABLE series (
    point TEXT NOT NULL, seconds INTEGER NOT NULL, column TEXT NOT NULL, mean REAL, low REAL, high REAL);
CREATE TABLE warnings (code TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX outcomes_of_runs ON outcomes (run);
CREATE INDEX factors_of_runs ON run_factors (run);
CREATE VIEW paired AS
    SELECT c.first, c.second, o1.measure, r1.seed, o1.value AS first_value, o2.value AS second_value,
        o2.value - o1.value AS difference
    FROM (SELECT DISTINCT first, second FROM comparisons) c
    JOIN runs r1 ON r1.point = c.first
    JOIN runs r2 ON r2.point = c.second AND r2.seed = r1.seed
    JOIN outcomes o1 ON o1.run = r1.run
    JOIN outcomes o2 ON o2.run = r2.run AND o2.measure = o1.measure;
