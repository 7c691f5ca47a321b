/*
 * The run's data as the page carries it: graph.json, with the witnesses of edges as numbers of steps in one list,
 * because neighbouring edges share most of their steps. Here it becomes a graph that can be walked by index.
 */
export type NodeKind = 'signal' | 'store' | 'feature' | 'model' | 'prediction' | 'consumer';
export type DepKind = 'control' | 'index' | 'data';
export type Level = 'off' | 'note' | 'warning' | 'error';

export const NODE_KINDS: NodeKind[] = ['signal', 'store', 'feature', 'model', 'prediction', 'consumer'];
export const DEP_KINDS: DepKind[] = ['data', 'index', 'control'];
const STRENGTH: Record<DepKind, number> = { control: 1, index: 2, data: 3 };

export interface Site {
	file: string;
	line: number;
	column: number;
	function: string;
}
export interface Step extends Site {
	text: string;
	note: string;
	kind: DepKind;
}

export interface Definition {
	site: Site;
	expression: string;
	variant?: string;
	constant?: boolean;
	uninitialised?: boolean;
}

export interface NodeJson {
	id: string;
	kind: NodeKind;
	name: string;
	label: string;
	module: string;
	owner: string;
	sites: Site[];
	guards: Site[];
	declared?: boolean;
	from_pack?: boolean;
	assumed?: boolean;
	kept?: boolean;
	version?: string;
	unstable?: boolean;
	training_label?: boolean;
	deprecated?: boolean;
	object?: string;
	element?: number | null;
	range?: [number, number];
	use?: string;
	dead_stores?: { site: Site; by?: Site }[];
	definitions?: Definition[];
	sole_functions?: { site: Site; lines: number }[];
	stale_reads?: { memory: string; assigned: Site; condition: Site; read: Site }[];
	idle_inputs?: { model: string; site: Site; why: string }[];
	thresholds?: { site: Site; text: string }[];
	variants?: string[];
	access?: string;
	has_state?: boolean;
	uses?: string[];
	escapes?: string[];
	monitor?: boolean;
	test?: boolean;
}

export interface EdgeJson {
	from: string;
	to: string;
	kind: DepKind;
	state: boolean;
	unresolved: boolean;
	paths: number;
	witness: Step[];
}

export interface Finding {
	rule: string;
	level: Level;
	subject: string;
	message: string;
	advice: string;
	fingerprint: string;
	suppressed: boolean;
	suppression?: string;
	hidden?: boolean;
	nodes: string[];
	witness: Step[];
}

export interface Unresolved extends Site {
	what: string;
	subject: string;
	features: number;
}

export interface Coverage {
	units: number;
	units_parsed: number;
	units_failed: number;
	units_skipped: number;
	functions: number;
	functions_analysed: number;
	calls: number;
	calls_resolved: number;
	features: number;
	features_resolved: number;
	failed_units: string[];
	unresolved: Unresolved[];
}

export interface GraphJson {
	dead_code?: { guard: Site; flag: string; what: string; holds: string; lines: number }[];
	census?: Record<string, number>;
	version: number;
	project: string;
	nodes: NodeJson[];
	edges: EdgeJson[];
	findings: Finding[];
	coverage: Coverage;
}

/* GraphJson whose edges have no witness; witness[i] are the numbers of the steps of edge i. */
interface PackedGraph extends GraphJson {
	steps?: Step[];
	witness?: number[][];
}

/* What a rule looks for; help is prose, with an indented example. */
export interface RuleText {
	section: string;
	summary: string;
	help: string;
}

/* Metrics of the runs so far, this one the last; null: was not measured. */
export interface History {
	times: string[];
	metrics: Record<string, (number | null)[]>;
}

/* A picture of the C side: named values between the sources of a model and its features. */
export interface StepsNode {
	column: 'signal' | 'state' | 'value' | 'feature' | 'model' | 'prediction';
	id: string;
	name: string;
	detail?: string;
	place?: string;
	file?: string;
	line?: number;
	ids?: string[]; /* of all nodes that it stands for */
}
export interface StepsEdge {
	from: number;
	to: number;
	kind: DepKind;
	count: number;
	delayed?: boolean;
	file?: string;
	line?: number;
}
export interface StepsView {
	title: string;
	subtitle: string;
	nodes: StepsNode[];
	edges: StepsEdge[];
}

export interface Report {
	graph: PackedGraph;
	base?: PackedGraph;
	steps?: Record<string, StepsView>; /* by id of the model */
	link?: string;
	history?: History;
	rules?: Record<string, RuleText>;
	version?: string;
}

export interface GraphNode extends NodeJson {
	index: number;
	out: GraphEdge[];
	in: GraphEdge[];
	findings: Finding[];
}
export interface GraphEdge extends Omit<EdgeJson, 'from' | 'to'> {
	index: number;
	loop: boolean; /* goes back to what it comes from */
	from: GraphNode;
	to: GraphNode;
}

/* What a node reaches: the strongest kind of any path, a path being as strong as its weakest edge, and the steps. */
export interface Reached {
	node: GraphNode;
	kind: DepKind;
	distance: number;
	by: GraphEdge;
	state: boolean;
}

export class Graph {
	readonly nodes: GraphNode[];
	readonly edges: GraphEdge[];
	readonly findings: Finding[];
	readonly coverage: Coverage;
	readonly project: string;
	readonly json: PackedGraph;
	private readonly byId = new Map<string, GraphNode>();
	private readonly byPlace = new Map<string, string>();

	constructor(json: PackedGraph) {
		this.json = json;
		this.project = json.project;
		this.coverage = json.coverage;
		this.findings = json.findings;
		this.nodes = json.nodes.map((node, index) => ({ ...node, index, out: [], in: [], findings: [] }));
		for (const node of this.nodes) this.byId.set(node.id, node);
		this.edges = [];
		json.edges.forEach((edge, i) =>
			this.addEdge(
				edge,
				json.witness?.[i]?.map(step => json.steps![step]),
			),
		);
		for (const finding of this.findings) {
			for (const id of new Set(finding.nodes)) this.byId.get(id)?.findings.push(finding);
			this.keepText(finding.witness);
		}
		this.keepText(json.steps ?? []);
		const component = components(this.nodes);
		for (const edge of this.edges) {
			const back = edge.state || columnOf(edge.to) <= columnOf(edge.from);
			edge.loop = back && component[edge.from.index] === component[edge.to.index];
		}
	}

	private addEdge(edge: EdgeJson, steps: Step[] | undefined) {
		const from = this.byId.get(edge.from),
			to = this.byId.get(edge.to);
		if (!from || !to) return;
		const made = {
			...edge,
			from,
			to,
			index: this.edges.length,
			loop: false,
			witness: steps ?? edge.witness,
		};
		this.edges.push(made);
		from.out.push(made);
		to.in.push(made);
		if (!steps) this.keepText(edge.witness);
	}

	private keepText(steps: Step[]) {
		for (const step of steps) if (step.text) this.byPlace.set(`${step.file}:${step.line}`, step.text);
	}

	node(id: string): GraphNode | undefined {
		return this.byId.get(id);
	}

	edge(from: string, to: string): GraphEdge | undefined {
		return this.byId.get(from)?.out.find(edge => edge.to.id === to);
	}

	ofKind(kind: NodeKind): GraphNode[] {
		return this.nodes.filter(node => node.kind === kind);
	}

	/* The source line there, as far as any witness passes it. */
	textAt(site: Site): string {
		return this.byPlace.get(`${site.file}:${site.line}`) ?? '';
	}

	/* All that START reaches, or that reaches it, nearest first within each strength. */
	reach(start: GraphNode, direction: 'up' | 'down', kinds: ReadonlySet<DepKind> = new Set(DEP_KINDS)): Reached[] {
		const found = new Map<GraphNode, Reached>();
		for (const weakest of DEP_KINDS) {
			const allowed = (edge: GraphEdge) => kinds.has(edge.kind) && STRENGTH[edge.kind] >= STRENGTH[weakest];
			const seen = new Map<GraphNode, Reached | null>([[start, null]]);
			let front: GraphNode[] = [start];
			for (let distance = 1; front.length; distance++) {
				const next: GraphNode[] = [];
				for (const node of front) {
					for (const edge of direction === 'up' ? node.in : node.out) {
						const other = direction === 'up' ? edge.from : edge.to;
						if (seen.has(other) || !allowed(edge)) continue;
						const state = edge.state || (seen.get(node)?.state ?? false);
						const reached = { node: other, kind: weakest, distance, by: edge, state };
						seen.set(other, reached);
						next.push(other);
						if (!found.has(other)) found.set(other, reached);
					}
				}
				front = next;
			}
		}
		return [...found.values()].sort(
			(a, b) =>
				STRENGTH[b.kind] - STRENGTH[a.kind] ||
				a.distance - b.distance ||
				columnOf(a.node) - columnOf(b.node) ||
				compareNames(a.node.label, b.node.label),
		);
	}
}

/* By node the number of its strongly connected component: Tarjan's algorithm with a stack of its own. */
function components(nodes: GraphNode[]): number[] {
	const order: number[] = [],
		low: number[] = [],
		component: number[] = [],
		open: GraphNode[] = [];
	let visited = 0;
	for (const root of nodes) {
		const way = order[root.index] === undefined ? [{ node: root, next: 0 }] : [];
		while (way.length) {
			const top = way[way.length - 1],
				{ index } = top.node;
			if (!top.next) {
				order[index] = low[index] = visited++;
				open.push(top.node);
			}
			const edge = top.node.out[top.next++];
			if (edge && order[edge.to.index] === undefined) {
				way.push({ node: edge.to, next: 0 });
			} else if (edge) {
				if (component[edge.to.index] === undefined) low[index] = Math.min(low[index], order[edge.to.index]);
			} else {
				way.pop();
				const above = way[way.length - 1]?.node.index;
				if (above !== undefined) low[above] = Math.min(low[above], low[index]);
				if (low[index] === order[index])
					for (let node = open.pop()!; ; node = open.pop()!) {
						component[node.index] = index;
						if (node.index === index) break;
					}
			}
		}
	}
	return component;
}

/* The columns of pictures: what a program keeps itself is state, like a store. */
export const COLUMNS = ['signal', 'state', 'feature', 'model', 'prediction', 'consumer'];
export function columnOf(node: GraphNode): number {
	return node.kind === 'signal' && node.kept ? 1 : NODE_KINDS.indexOf(node.kind);
}
export function columnPlural(column: number, count: number): string {
	return column === 1 ? plural(count, 'value kept', 'values kept') : plural(count, COLUMNS[column]);
}

export function isStronger(a: DepKind, b: DepKind): boolean {
	return STRENGTH[a] > STRENGTH[b];
}

export function placeOf(site: Site): string {
	return site.file ? (site.line ? `${site.file}:${site.line}` : site.file) : '';
}

/* Where to look first: the end of its witness, else the first place of its nodes. */
export function findingSite(graph: Graph, finding: Finding): Site | undefined {
	if (finding.witness.length) return finding.witness[finding.witness.length - 1];
	for (const id of finding.nodes) {
		const site = graph.node(id)?.sites.find(place => place.file);
		if (site) return site;
	}
	return undefined;
}

const LEVELS: Level[] = ['error', 'warning', 'note', 'off'];
const RULES_BY_VALUE = [
	'unused-feature',
	'divergent-definition',
	'stale-state',
	'hidden-consumer',
	'correction-cascade',
	'feedback-loop',
];

function ruleRank(rule: string): number {
	const rank = RULES_BY_VALUE.indexOf(rule);
	return rank < 0 ? RULES_BY_VALUE.length : rank;
}

/* What engineers value most comes first. */
export function findingsByValue(findings: Finding[]): Finding[] {
	return findings
		.map((finding, i) => ({ finding, i }))
		.sort(
			(a, b) =>
				LEVELS.indexOf(a.finding.level) - LEVELS.indexOf(b.finding.level) ||
				ruleRank(a.finding.rule) - ruleRank(b.finding.rule) ||
				(a.finding.rule < b.finding.rule ? -1 : a.finding.rule > b.finding.rule ? 1 : a.i - b.i),
		)
		.map(entry => entry.finding);
}

export function plural(count: number, noun: string, nouns = `${noun}s`): string {
	return `${count.toLocaleString('en')} ${count === 1 ? noun : nouns}`;
}

/* By the numbers in names: x[2] comes before x[10]. */
const collator = new Intl.Collator('en', { numeric: true });
export function compareNames(a: string, b: string): number {
	return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

export function loadReport(): Report {
	const data = document.getElementById('featdep-data')!.textContent!;
	return JSON.parse(data) as Report;
}
