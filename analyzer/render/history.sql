-- The history of a project's metrics. Version 1 (PRAGMA user_version). Rows are only ever added.

CREATE TABLE runs (
	run      INTEGER PRIMARY KEY AUTOINCREMENT,
	time     TEXT NOT NULL, -- UTC, 2027-03-01T02:00:00Z
	project  TEXT,
	revision TEXT           -- of the version control system, when known
);

CREATE TABLE metrics (
	run   INTEGER NOT NULL REFERENCES runs,
	name  TEXT NOT NULL,    -- features, unused_features, findings:unused-feature, lines:model, …
	value REAL NOT NULL,
	PRIMARY KEY (run, name)
) WITHOUT ROWID;
CREATE INDEX metrics_name ON metrics(name, run);
