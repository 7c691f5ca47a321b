/*
 * What is drawn. The nodes of a column form a tree: module, object, runs of elements with equal edges, node. All
 * starts folded, and the smallest groups are opened while the drawing stays below its limit; what a reader opens or
 * folds by hand goes before that.
 */
import {
	COLUMNS,
	columnOf,
	columnPlural,
	compareNames,
	type DepKind,
	type GraphEdge,
	type GraphNode,
	isStronger,
} from './data';

export type Grouping = 'module' | 'file' | 'owner' | 'none';

export interface Fold {
	key: string;
	column: number;
	label: string;
	members: GraphNode[];
	children: Fold[]; /* none: drawn as it is */
	box?: string; /* the group of a drawn item */
	depth: number;
}

export interface DrawnEdge {
	key: string;
	from: Fold;
	to: Fold;
	kind: DepKind;
	state: boolean;
	loop: boolean;
	unresolved: boolean;
	edges: GraphEdge[];
}

export interface Drawing {
	items: Fold[];
	edges: DrawnEdge[];
	of: Map<GraphNode, Fold>;
	total: number;
	roots: Fold[];
}

const CHUNK = 30,
	COLUMN_SHARE = 1 / 3 /* of the limit */,
	MIN_OBJECT = 3,
	HARD_LIMIT = 1500;
export const DEFAULT_LIMIT = 60;

function groupOf(node: GraphNode, grouping: Grouping): string {
	switch (grouping) {
		case 'module':
			return node.module;
		case 'owner':
			return node.owner;
		case 'file':
			return node.sites.find(site => site.file)?.file ?? '';
		case 'none':
			return '';
	}
}

/* "user.age" is part of "user", "f[3]" of "f". */
function objectOf(node: GraphNode): string {
	if (node.object) return node.object;
	const cut = Math.max(node.name.lastIndexOf('.'), node.name.lastIndexOf('['));
	return cut > 0 ? node.name.slice(0, cut) : '';
}

function signature(node: GraphNode): string {
	const mark = (edge: GraphEdge, other: GraphNode) =>
		`${edge.kind}${edge.state ? 's' : ''}${other === node ? 'self' : other.index}`;
	/* Edges between elements of one array, which a filter makes, do not tell them apart. */
	const inner = (other: GraphNode) => other !== node && !!node.object && other.object === node.object;
	const into = node.in.filter(edge => !inner(edge.from)).map(edge => mark(edge, edge.from));
	const out = node.out.filter(edge => !inner(edge.to)).map(edge => mark(edge, edge.to));
	return `${node.use}/${into.sort()}/${out.sort()}`;
}

function leaf(node: GraphNode, column: number, depth: number): Fold {
	return { key: node.id, column, label: node.label || node.name, members: [node], children: [], depth };
}

function elementOf(node: GraphNode): number | undefined {
	return typeof node.element === 'number' ? node.element : node.range?.[0];
}

function rangeLabel(object: string, nodes: GraphNode[]): string {
	const last = nodes[nodes.length - 1];
	return `${object}[${elementOf(nodes[0])}..${last.range?.[1] ?? elementOf(last)}]`;
}

/* Runs of consecutive elements that cannot be told apart by their edges. */
function runsOf(object: string, nodes: GraphNode[], column: number, depth: number): Fold[] {
	const folds: Fold[] = [];
	let run: GraphNode[] = [],
		of = '';
	const close = () => {
		if (run.length === 1) folds.push(leaf(run[0], column, depth));
		else if (run.length > 1)
			folds.push({
				key: `range:${run[0].id}`,
				column,
				label: rangeLabel(object, run),
				members: run,
				depth,
				children: run.map(node => leaf(node, column, depth + 1)),
			});
		run = [];
	};
	for (const node of nodes) {
		const element = elementOf(node),
			print = element === undefined ? '' : signature(node);
		const previous = run.length ? run[run.length - 1] : undefined;
		const follows =
			previous &&
			element !== undefined &&
			print === of &&
			element === (previous.range?.[1] ?? elementOf(previous)!) + 1;
		if (!follows) close();
		run.push(node);
		of = print;
	}
	close();
	return folds;
}

/* Groups of at most CHUNK, named by their ends. */
function chunked(folds: Fold[], key: string, column: number, depth: number): Fold[] {
	if (folds.length <= CHUNK + 10) return folds;
	const chunks: Fold[] = [];
	for (let i = 0; i < folds.length; i += CHUNK) {
		const part = folds.slice(i, i + CHUNK);
		const label = `${part[0].label} … ${part[part.length - 1].label}`;
		chunks.push({
			key: `part:${key}:${i}`,
			column,
			label,
			depth,
			children: part,
			members: part.flatMap(fold => fold.members),
		});
	}
	return chunked(chunks, `${key}+`, column, depth);
}

function byKey(nodes: GraphNode[], key: (node: GraphNode) => string): Map<string, GraphNode[]> {
	const groups = new Map<string, GraphNode[]>();
	for (const node of nodes) {
		const name = key(node);
		const group = groups.get(name);
		if (group) group.push(node);
		else groups.set(name, [node]);
	}
	return groups;
}

function objectsOf(nodes: GraphNode[], column: number, key: string, depth: number): Fold[] {
	const folds: Fold[] = [];
	for (const [object, members] of byKey(nodes, objectOf)) {
		if (!object || members.length < MIN_OBJECT) {
			folds.push(...members.map(node => leaf(node, column, depth)));
			continue;
		}
		members.sort((a, b) => compareNames(a.name, b.name));
		const runs = runsOf(object, members, column, depth + 1);
		if (runs.length === 1) folds.push({ ...runs[0], depth });
		else
			folds.push({
				key: `object:${key}:${object}`,
				column,
				label: object,
				members,
				depth,
				children: chunked(runs, `${key}:${object}`, column, depth + 1),
			});
	}
	folds.sort((a, b) => compareNames(a.label, b.label));
	return chunked(folds, key, column, depth);
}

export function groupTitle(group: string, grouping: Grouping): string {
	return group || (grouping === 'file' ? 'no file' : `no ${grouping}`);
}

function columnFolds(nodes: GraphNode[], column: number, grouping: Grouping): Fold[] {
	const groups = byKey(nodes, node => groupOf(node, grouping));
	if (groups.size <= 1 && (grouping === 'none' || !groups.keys().next().value))
		return objectsOf(nodes, column, String(column), 0);
	const folds: Fold[] = [];
	for (const [group, members] of groups) {
		const key = `${column}:${group}`;
		const children = objectsOf(members, column, key, 1);
		folds.push({
			key: `group:${key}`,
			column,
			label: groupTitle(group, grouping),
			members,
			children,
			depth: 0,
			box: group,
		});
	}
	return folds.sort((a, b) => compareNames(a.label, b.label));
}

/* Opens what the reader opened, then the smallest groups while the rest stays below LIMIT. */
function openFolds(
	roots: Fold[],
	limit: number,
	opened: ReadonlySet<string>,
	folded: ReadonlySet<string>,
): Set<string> {
	const open = new Set<string>();
	const inColumn = COLUMNS.map(() => 0);
	let drawn = 0;
	const waiting: Fold[] = [];
	const visit = (fold: Fold) => {
		drawn++;
		inColumn[fold.column]++;
		if (!fold.children.length || folded.has(fold.key)) return;
		if (opened.has(fold.key) && drawn + fold.children.length <= HARD_LIMIT) unfold(fold);
		else if (!fold.key.startsWith('range:')) waiting.push(fold);
	};
	const unfold = (fold: Fold) => {
		open.add(fold.key);
		drawn--;
		inColumn[fold.column]--;
		fold.children.forEach(visit);
	};
	roots.forEach(visit);
	while (waiting.length) {
		let best = 0;
		for (let i = 1; i < waiting.length; i++) if (cost(waiting[i]) < cost(waiting[best])) best = i;
		const [fold] = waiting.splice(best, 1);
		const more = fold.children.length - 1;
		const fits = drawn + more <= limit && inColumn[fold.column] + more <= limit * COLUMN_SHARE;
		if (!more || fits) unfold(fold);
	}
	return open;
}

/* Middle columns first: models and predictions are what everything is about. */
function cost(fold: Fold): number {
	const kind = COLUMNS[fold.column];
	return fold.children.length + (kind === 'model' || kind === 'prediction' ? 0 : 5) + 2 * fold.depth;
}

export function draw(
	nodes: GraphNode[],
	grouping: Grouping,
	limit: number,
	opened: ReadonlySet<string>,
	folded: ReadonlySet<string>,
	allows: (edge: GraphEdge) => boolean,
): Drawing {
	const roots = COLUMNS.flatMap((_, column) =>
		columnFolds(
			nodes.filter(node => columnOf(node) === column),
			column,
			grouping,
		),
	);
	const open = openFolds(roots, limit, opened, folded);
	const items: Fold[] = [],
		of = new Map<GraphNode, Fold>();
	const collect = (fold: Fold, box: string | undefined) => {
		if (open.has(fold.key)) {
			fold.children.forEach(child => collect(child, box));
			return;
		}
		fold.box = fold.depth === 0 ? undefined : box;
		items.push(fold);
		fold.members.forEach(node => of.set(node, fold));
	};
	roots.forEach(root => collect(root, root.members.length > 1 && root.children.length ? root.key : undefined));
	return { items, edges: drawnEdges(nodes, of, allows), of, total: nodes.length, roots };
}

function drawnEdges(
	nodes: GraphNode[],
	of: Map<GraphNode, Fold>,
	allows: (edge: GraphEdge) => boolean,
): DrawnEdge[] {
	const drawn = new Map<string, DrawnEdge>();
	for (const node of nodes) {
		const from = of.get(node)!;
		for (const edge of node.out) {
			const to = of.get(edge.to);
			if (!to || !allows(edge)) continue;
			const key = `${from.key}\n${to.key}`;
			const known = drawn.get(key);
			if (known) {
				known.edges.push(edge);
				known.state &&= edge.state;
				known.loop ||= edge.loop;
				known.unresolved ||= edge.unresolved;
				if (isStronger(edge.kind, known.kind)) known.kind = edge.kind;
			} else {
				drawn.set(key, {
					key,
					from,
					to,
					kind: edge.kind,
					state: edge.state,
					loop: edge.loop,
					unresolved: edge.unresolved,
					edges: [edge],
				});
			}
		}
	}
	return [...drawn.values()];
}

export function foldDetail(fold: Fold): string {
	return fold.members.length > 1 ? columnPlural(fold.column, fold.members.length) : '';
}

/* From the group down to what holds NODE: the keys to open so that it is drawn by itself. */
export function pathTo(roots: Fold[], node: GraphNode): string[] {
	const find = (folds: Fold[]): string[] | undefined => {
		for (const fold of folds) {
			if (!fold.members.includes(node)) continue;
			return fold.children.length ? [fold.key, ...(find(fold.children) ?? [])] : [];
		}
		return undefined;
	};
	return find(roots) ?? [];
}
