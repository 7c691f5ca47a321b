/* Graphs that no analysis makes: hostile texts, and any number of nodes. Equal on every run. */

export const HOSTILE = [
	'</script><script>window.hacked=1</script>',
	'<img src=x onerror="window.hacked=1">',
	'--><svg onload=window.hacked=1>',
	'"><b>bold</b>',
	'\u2028window.hacked=1\u2029',
	'{{7*7}}${window.hacked=1}',
	"';window.hacked=1;//",
	'<!--<script>',
	'javascript:window.hacked=1',
	'\\u003cscript>',
	'&lt;script&gt;',
	'\u202egnp.exe',
	'../../../etc/passwd',
	'@media@policy@',
];

const site = (file, line, name = 'main') => ({ file, line, column: 1, function: name });

function node(kind, name, more = {}) {
	return {
		id: `${kind}:${name}`,
		kind,
		name,
		label: name,
		module: '',
		owner: '',
		sites: [],
		guards: [],
		...(kind === 'feature' ? { object: '', element: null, use: 'read-by-model' } : {}),
		...(kind === 'model' ? { variants: [] } : {}),
		...(kind === 'consumer' ? { uses: ['compute'] } : {}),
		...more,
	};
}

function edge(from, to, kind = 'data', more = {}) {
	return {
		from: from.id,
		to: to.id,
		kind,
		state: false,
		unresolved: false,
		paths: 1,
		witness: [{ ...site('src/a.c', 10), text: `${to.name} = ${from.name};`, note: 'assigned', kind }],
		...more,
	};
}

function finish(project, nodes, edges, findings = []) {
	const count = nodes.length;
	return {
		version: 1,
		project,
		nodes,
		edges,
		findings,
		coverage: {
			units: 3,
			units_parsed: 2,
			units_failed: 1,
			units_skipped: 0,
			functions: count,
			functions_analysed: count,
			calls: count,
			calls_resolved: count,
			features: 1,
			features_resolved: 1,
			failed_units: [`src/${project}.c: no such file`],
			unresolved: [
				{ ...site('src/b.c', 3), what: 'call through unknown pointer', subject: project, features: 2 },
			],
		},
	};
}

/* A prediction that comes back, a value that the program keeps, and many consumers with a file each. */
export function stateGraph() {
	const [pcm, mean, feature, model, prediction] = [
		node('signal', 'pcm'),
		node('signal', 'history.mean', { kept: true }),
		node('feature', 'f[0]'),
		node('model', 'm'),
		node('prediction', 'm'),
	];
	const consumers = Array.from({ length: 40 }, (_, i) =>
		node('consumer', `use_${i}`, { sites: [site(`src/${i}.c`, 1)] }),
	);
	const edges = [
		edge(pcm, feature),
		edge(mean, feature, 'data', { state: true }),
		edge(feature, model),
		edge(model, prediction),
		edge(prediction, feature, 'control', { state: true }),
		...consumers.map(consumer => edge(prediction, consumer)),
	];
	return finish('state', [pcm, mean, feature, model, prediction, ...consumers], edges);
}

/*
 * One model with everything that is shown only when there is much of it: a long witness, many neighbours, a helper value
 * between signals and features, findings that an audit hides, weights, thresholds, and what else a node may have.
 */
export function richGraph() {
	const step = (i, text) => ({ ...site('src/a.c', i, 'make'), text, note: 'computed', kind: 'data' });
	const signals = Array.from({ length: 130 }, (_, i) => node('signal', `row.s${i}`, { version: 'v1' }));
	const features = Array.from({ length: 6 }, (_, i) =>
		node('feature', `f[${i}]`, {
			object: 'f',
			element: i,
			sites: [site('src/a.c', 40 + i)],
			idle_inputs: i ? [] : [{ model: 'model:m', site: site('src/w.c', 3), why: 'its weight is 0' }],
			definitions: [
				{ site: site('src/a.c', 40 + i), expression: `sum * ${i}` },
				{ site: site('src/train.c', 40 + i), expression: `sum * ${i} + 1`, variant: 'TRAINING' },
			],
		}),
	);
	const equal = Array.from({ length: 4 }, (_, i) =>
		node('feature', `g[${i}]`, { object: 'g', element: i, sites: [site('src/a.c', 50 + i)] }),
	);
	const model = node('model', 'm', { sites: [site('src/a.c', 60)] });
	const prediction = node('prediction', 'm', {
		thresholds: [{ site: site('src/a.c', 70), text: 'p > 0.5' }],
	});
	const consumer = node('consumer', 'act', { sites: [site('src/a.c', 71)] });
	const long = Array.from({ length: 20 }, (_, i) => step(i + 1, `/* passed on ${i} */;`));
	const edges = [
		...signals.map((signal, i) =>
			edge(signal, features[i % 6], 'data', {
				witness: [...(i === 0 ? long : []), step(30, `sum_${i % 6} += row[${i}];`), step(40, 'f[i] = sum;')],
			}),
		),
		...equal.map(feature => edge(signals[1], feature)),
		...[...features, ...equal].map(feature => edge(feature, model)),
		edge(model, prediction),
		edge(prediction, consumer, 'control'),
	];
	const finding = (i, more) => ({
		rule: 'redundant-feature',
		level: 'note',
		subject: features[0].id,
		message: `noise ${i}`,
		advice: 'nothing',
		fingerprint: `${i}`.padStart(16, 'c'),
		suppressed: false,
		nodes: [features[0].id],
		witness: [],
		...more,
	});
	const nodes = [...signals, ...features, ...equal, model, prediction, consumer];
	return finish('rich', nodes, edges, [finding(0, { hidden: true }), finding(1, { level: 'warning' })]);
}

/* Every text of the graph is one of HOSTILE. */
export function hostileGraph() {
	const nodes = [],
		edges = [],
		findings = [];
	HOSTILE.forEach((text, i) => {
		const more = {
			module: text,
			owner: text,
			sites: [site(text, i + 1, text)],
			guards: [site(text, i + 2, text)],
		};
		const signal = node('signal', text, { ...more, version: text });
		const feature = node('feature', text, { ...more, object: text, label: text });
		const model = node('model', text, { ...more, variants: [text, 'other'] });
		const prediction = node('prediction', text, more);
		const consumer = node('consumer', text, { ...more, escapes: [text] });
		nodes.push(signal, feature, model, prediction, consumer);
		const witness = [
			{ ...site(text, 2, text), text: `between_${i} = other; // ${text}`, note: text, kind: 'data' },
			{ ...site(text, 1, text), text: `/* ${text} */ x = "${text}";`, note: text, kind: 'data' },
		];
		edges.push(
			edge(signal, feature, 'data', { witness }),
			edge(feature, model),
			edge(model, prediction),
			edge(prediction, consumer, 'control', { witness }),
		);
		findings.push({
			rule: i % 2 ? text : 'unused-feature',
			level: 'warning',
			subject: text,
			message: text,
			advice: `${text}\n${text}`,
			fingerprint: `${i}`.padStart(16, '0'),
			suppressed: i === 3,
			suppression: text,
			nodes: [signal.id, feature.id],
			witness,
		});
	});
	return finish(HOSTILE[0], nodes, edges, findings);
}

/* SIGNALS, FEATURES and MODELS in some modules; each feature has EDGES / FEATURES sources that look random. */
export function largeGraph(signals, features, models, edgeCount) {
	let seed = 1;
	const random = limit => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return Math.floor((seed / 2 ** 32) * limit);
	};
	const owned = i => ({
		module: `module${i % 12}`,
		owner: `team${i % 5}`,
		sites: [site(`src/m${i % 12}/f${i % 40}.c`, i + 1)],
	});
	const s = Array.from({ length: signals }, (_, i) => node('signal', `row${i % 20}.column${i}`, owned(i)));
	const f = Array.from({ length: features }, (_, i) =>
		node('feature', `vector${i % 25}[${Math.floor(i / 25)}]`, {
			...owned(i),
			object: `vector${i % 25}`,
			element: Math.floor(i / 25),
		}),
	);
	const m = Array.from({ length: models }, (_, i) => node('model', `model${i}`, owned(i)));
	const p = m.map((model, i) => node('prediction', model.name, owned(i)));
	const c = m.flatMap((model, i) => [0, 1, 2].map(k => node('consumer', `use${k}_${i}`, owned(i))));
	const kinds = ['data', 'data', 'data', 'index', 'control'],
		edges = new Map();
	const add = (from, to, kind, more) => edges.set(`${from.id}\n${to.id}`, edge(from, to, kind, more));
	f.forEach((feature, i) => add(feature, m[i % models], 'data'));
	m.forEach((model, i) => {
		add(model, p[i], 'data');
		[0, 1, 2].forEach(k => add(p[i], c[3 * i + k], kinds[k + 2]));
		if (i % 7 === 0) add(p[i], f[(i * 13 + 5) % features], 'data', { state: i % 2 === 0 });
	});
	while (edges.size < edgeCount) add(s[random(signals)], f[random(features)], kinds[random(5)]);
	const all = [...s, ...f, ...m, ...p, ...c].sort((a, b) => (a.id < b.id ? -1 : 1));
	const findings = f.slice(0, Math.min(features, 300)).map((feature, i) => ({
		rule: i % 3 ? 'unused-feature' : 'hidden-consumer',
		level: i % 4 ? 'note' : 'warning',
		subject: feature.id,
		message: `${feature.id} is computed and never read`,
		advice: 'remove it',
		fingerprint: `${i}`.padStart(16, 'a'),
		suppressed: false,
		nodes: [feature.id],
		witness: [],
	}));
	return finish('large', all, [...edges.values()], findings);
}
