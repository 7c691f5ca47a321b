-- featdep.db: the dependency graph of the last run, and one row of metrics for each run.
-- Version 1 (PRAGMA user_version). Ids of nodes are texts like 'feature:profile.age', the same from run to run; the
-- numbers of nodes, edges and findings are of this run only. File names are relative to the analysed project.
-- Replaced by every run: all tables except runs.

CREATE TABLE nodes (
	node       INTEGER PRIMARY KEY,
	id         TEXT NOT NULL UNIQUE,   -- KIND:NAME
	kind       TEXT NOT NULL,          -- signal, feature, model, prediction, consumer, store
	name       TEXT NOT NULL,
	label      TEXT NOT NULL,          -- for people: index names instead of numbers
	module     TEXT,                   -- from the path globs of the manifest
	owner      TEXT,
	declared   INTEGER NOT NULL,       -- 1: by manifest, pack or annotation
	from_pack  INTEGER NOT NULL,
	assumed    INTEGER NOT NULL,       -- 1: rests on an assumption about an unknown function
	version    TEXT,                   -- signals: as declared
	unstable   INTEGER NOT NULL,       -- signals: may change without notice
	is_label   INTEGER NOT NULL,       -- signals: a training label
	deprecated INTEGER NOT NULL,
	object     TEXT,                   -- features: array or struct it is part of
	first      INTEGER,                -- features: range of elements
	last       INTEGER,
	use        TEXT,                   -- features: read-by-model, never-read, log-only, overwritten, beyond-count, …
	variants   TEXT,                   -- models: possible identities, one a line, when there are several
	access     TEXT,                   -- models: 'private' or NULL
	has_state  INTEGER NOT NULL,       -- models: keeps state from one invocation to the next
	computes   INTEGER NOT NULL,       -- consumers: computes with the value
	branches   INTEGER NOT NULL,       -- consumers: branches on it
	persists   INTEGER NOT NULL,       -- consumers: keeps it in persistent memory
	escapes    TEXT,                   -- consumers: where it leaves the program, one a line
	monitor    INTEGER NOT NULL,
	test       INTEGER NOT NULL        -- only test code touches it
);
CREATE INDEX nodes_kind ON nodes(kind);
CREATE INDEX nodes_module ON nodes(module);
CREATE INDEX nodes_object ON nodes(object);

CREATE TABLE sites (
	-- Where a node is: definitions of features, reads of signals, calls of models, uses of consumers.
	node     INTEGER NOT NULL REFERENCES nodes,
	file     TEXT NOT NULL,
	line     INTEGER,                  -- NULL: unknown
	col      INTEGER,
	function TEXT
);
CREATE INDEX sites_node ON sites(node);
CREATE INDEX sites_file ON sites(file, line);

CREATE TABLE guards (
	-- Conditions that decide only whether a node happens, not which value it gets.
	node     INTEGER NOT NULL REFERENCES nodes,
	file     TEXT NOT NULL,
	line     INTEGER,
	col      INTEGER,
	function TEXT
);
CREATE INDEX guards_node ON guards(node);

CREATE TABLE dead_stores (
	-- Assignments to features that do not arrive: nothing reads them before they are overwritten.
	node     INTEGER NOT NULL REFERENCES nodes,
	file     TEXT NOT NULL,
	line     INTEGER,
	col      INTEGER,
	function TEXT,
	by_file  TEXT,                     -- null: by nothing, it is the last one
	by_line  INTEGER,
	by_col   INTEGER,
	by_function TEXT
);
CREATE INDEX dead_stores_node ON dead_stores(node);

CREATE TABLE edges (
	-- Direct dependencies, in the direction of the data.
	edge       INTEGER PRIMARY KEY,
	source     INTEGER NOT NULL REFERENCES nodes,
	target     INTEGER NOT NULL REFERENCES nodes,
	kind       TEXT NOT NULL,          -- data, index, control: the strongest
	state      INTEGER NOT NULL,       -- 1: passes from one invocation to the next
	unresolved INTEGER NOT NULL,       -- 1: rests on something that could not be analysed
	paths      INTEGER NOT NULL,       -- other direct paths seen
	UNIQUE (source, target)
);
CREATE INDEX edges_target ON edges(target);
CREATE INDEX edges_kind ON edges(kind);

CREATE TABLE steps (
	-- The witness of an edge (the shortest chain of source steps that proves it) or of a finding.
	edge     INTEGER REFERENCES edges, -- exactly one of edge and finding is set
	finding  INTEGER REFERENCES findings,
	step     INTEGER NOT NULL,         -- 1, 2, … in the direction of the data
	file     TEXT,
	line     INTEGER,
	col      INTEGER,
	function TEXT,
	kind     TEXT NOT NULL,
	note     TEXT,                     -- what happens here
	text     TEXT                      -- the source line
);
CREATE INDEX steps_edge ON steps(edge, step);
CREATE INDEX steps_finding ON steps(finding, step);
CREATE INDEX steps_file ON steps(file, line);

CREATE TABLE findings (
	finding     INTEGER PRIMARY KEY,
	rule        TEXT NOT NULL,
	level       TEXT NOT NULL,         -- note, warning, error
	subject     TEXT NOT NULL,         -- a node id, or what it is about
	message     TEXT NOT NULL,
	advice      TEXT,
	fingerprint TEXT NOT NULL,         -- the same from run to run
	suppressed  INTEGER NOT NULL,
	suppression TEXT,                  -- its reason
	hidden      INTEGER NOT NULL       -- 1: noise by default
);
CREATE INDEX findings_rule ON findings(rule, level);
CREATE INDEX findings_fingerprint ON findings(fingerprint);

CREATE TABLE finding_nodes (
	finding INTEGER NOT NULL REFERENCES findings,
	node    INTEGER NOT NULL REFERENCES nodes
);
CREATE INDEX finding_nodes_finding ON finding_nodes(finding);
CREATE INDEX finding_nodes_node ON finding_nodes(node);

CREATE TABLE unresolved (
	-- Places that could not be analysed.
	file     TEXT,
	line     INTEGER,
	col      INTEGER,
	function TEXT,
	what     TEXT NOT NULL,
	subject  TEXT,
	features INTEGER NOT NULL          -- features that reach a model behind it
);
CREATE INDEX unresolved_file ON unresolved(file, line);

CREATE TABLE failed_units (
	-- Translation units that could not be analysed at all.
	message TEXT NOT NULL              -- FILE: why
);

CREATE TABLE IF NOT EXISTS definitions (
	-- How each function that assigns a feature makes it.
	node       INTEGER NOT NULL REFERENCES nodes,
	file       TEXT NOT NULL,
	line       INTEGER,
	col        INTEGER,
	function   TEXT,
	expression TEXT,                   -- over named things; NULL: none that is short enough
	variant    TEXT,                   -- of the unit, when its file is built in several
	constant   INTEGER NOT NULL        -- 1: rests on nothing
);

CREATE TABLE IF NOT EXISTS finding_parts (
	-- Fingerprints of the parts of a finding that tells of several.
	finding     INTEGER NOT NULL REFERENCES findings,
	fingerprint TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS dead_code (
	-- Code of features or models that never runs.
	file     TEXT NOT NULL,
	line     INTEGER,
	col      INTEGER,
	function TEXT,
	flag     TEXT NOT NULL,            -- what decides
	what     TEXT NOT NULL,            -- why it never runs
	holds    TEXT NOT NULL,            -- what it would do
	lines    INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS census (
	-- Lines of code by what they are for.
	role  TEXT NOT NULL,               -- collection, extraction, model, serving, monitoring, …
	lines INTEGER NOT NULL
);

CREATE TABLE runs (
	-- One row a run, never changed afterwards: for trends.
	run                INTEGER PRIMARY KEY AUTOINCREMENT,
	project            TEXT,
	signals            INTEGER NOT NULL,
	undeclared_signals INTEGER NOT NULL,
	shared_signals     INTEGER NOT NULL, -- reach two models or more
	features           INTEGER NOT NULL,
	unused_features    INTEGER NOT NULL, -- reach no model
	features_per_model REAL NOT NULL,    -- direct inputs, mean
	models             INTEGER NOT NULL,
	depth              INTEGER NOT NULL, -- most models in a row
	predictions        INTEGER NOT NULL,
	consumers          INTEGER NOT NULL,
	hidden_consumers   INTEGER NOT NULL, -- findings of that rule that are not suppressed
	stores             INTEGER NOT NULL,
	edges              INTEGER NOT NULL,
	data_edges         INTEGER NOT NULL,
	index_edges        INTEGER NOT NULL,
	control_edges      INTEGER NOT NULL,
	state_edges        INTEGER NOT NULL,
	unresolved_edges   INTEGER NOT NULL,
	errors             INTEGER NOT NULL, -- findings, neither suppressed nor hidden
	warnings           INTEGER NOT NULL,
	notes              INTEGER NOT NULL,
	suppressed         INTEGER NOT NULL,
	units              INTEGER NOT NULL,
	units_parsed       INTEGER NOT NULL,
	units_failed       INTEGER NOT NULL,
	units_skipped      INTEGER NOT NULL,
	functions          INTEGER NOT NULL,
	functions_analysed INTEGER NOT NULL,
	calls              INTEGER NOT NULL,
	calls_resolved     INTEGER NOT NULL,
	fed_features       INTEGER NOT NULL, -- reach a model
	features_resolved  INTEGER NOT NULL, -- of those: rest on nothing unresolved or undeclared
	unresolved_places  INTEGER NOT NULL
);

CREATE VIEW v_edges AS
	-- Edges with the ids of their ends and the place of their first step.
	SELECT a.id AS source, b.id AS target, e.kind, e.state, e.unresolved, s.file, s.line, e.edge
	FROM edges e JOIN nodes a ON a.node = e.source JOIN nodes b ON b.node = e.target
	LEFT JOIN steps s ON s.edge = e.edge AND s.step = 1;

CREATE VIEW v_features AS
	-- Inputs of models: SELECT feature FROM v_features WHERE model = 'model:ctr'.
	SELECT b.id AS model, a.id AS feature, a.label, a.module, a.owner
	FROM edges e JOIN nodes a ON a.node = e.source JOIN nodes b ON b.node = e.target
	WHERE a.kind = 'feature' AND b.kind = 'model';

CREATE VIEW v_unused AS
	-- Features that reach no model, with the place of their last definition.
	WITH RECURSIVE fed(node) AS (
		SELECT node FROM nodes WHERE kind = 'model'
		UNION
		SELECT e.source FROM edges e JOIN fed f ON e.target = f.node
	)
	SELECT n.id, n.label, n.use, n.module, n.owner,
		(SELECT file || ':' || line FROM sites s WHERE s.node = n.node ORDER BY s.rowid DESC LIMIT 1) AS place
	FROM nodes n WHERE n.kind = 'feature' AND n.node NOT IN (SELECT node FROM fed);

CREATE VIEW v_consumers AS
	-- Who reads which prediction, directly or out of stores.
	WITH RECURSIVE reader(prediction, node) AS (
		SELECT node, node FROM nodes WHERE kind = 'prediction'
		UNION
		SELECT r.prediction, e.target FROM reader r JOIN nodes n ON n.node = r.node JOIN edges e ON e.source = r.node
		WHERE n.kind IN ('prediction', 'store')
	)
	SELECT m.id AS model, p.id AS prediction, c.id AS consumer, c.module, c.owner, c.monitor, c.escapes
	FROM reader r JOIN nodes p ON p.node = r.prediction JOIN nodes c ON c.node = r.node AND c.kind = 'consumer'
	LEFT JOIN edges e ON e.target = p.node LEFT JOIN nodes m ON m.node = e.source AND m.kind = 'model';

CREATE VIEW v_findings AS
	-- Findings a person should look at.
	SELECT rule, level, subject, message, advice, fingerprint FROM findings WHERE NOT suppressed AND NOT hidden;
