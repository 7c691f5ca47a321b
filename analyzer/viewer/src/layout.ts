/*
 * Fixed columns, so a general layout has nothing to add: what is left to decide is the order in each column. Boxes
 * and the items in them are ordered by the mean position of their neighbours, a few sweeps in both directions.
 */
import { type DrawnEdge, type Drawing, type Fold } from './fold';

export interface Placed {
	fold: Fold;
	x: number;
	y: number;
	width: number;
	height: number;
}
export interface Box {
	key: string;
	label: string;
	x: number;
	y: number;
	width: number;
	height: number;
}
export interface Route {
	edge: DrawnEdge;
	path: string;
	backward: boolean;
}
export interface ColumnHead {
	column: number;
	x: number;
	width: number;
	count: number;
}
export interface Layout {
	items: Map<string, Placed>;
	boxes: Box[];
	routes: Route[];
	heads: ColumnHead[];
	width: number;
	height: number;
}

const HEIGHT = 24,
	GAP = 7,
	BOX_HEAD = 18,
	BOX_PAD = 7,
	BOX_GAP = 14,
	COLUMN_GAP = 110,
	CHAR = 7.25,
	TOP = 44;
const MIN_WIDTH = 90,
	MAX_CHARS = 34,
	SWEEPS = 8,
	SIDE = 70;

/* A label that fits: the middle of a long one is left out, because both ends tell names apart. */
export function shortLabel(label: string): string {
	const characters = [...label];
	if (characters.length <= MAX_CHARS) return label;
	return `${characters.slice(0, 17).join('')}…${characters.slice(-(MAX_CHARS - 18)).join('')}`;
}

/* The end of a path says more than its start. */
function boxLabelFor(label: string, width: number): string {
	const characters = [...label],
		room = Math.max(4, Math.floor((width - 36) / 6.7));
	return characters.length <= room ? label : `…${characters.slice(-(room - 1)).join('')}`;
}

export function labelOf(fold: Fold): { text: string; count: string } {
	return { text: shortLabel(fold.label), count: fold.members.length > 1 ? ` ×${fold.members.length}` : '' };
}

function itemWidth(fold: Fold): number {
	const { text, count } = labelOf(fold);
	return Math.max(MIN_WIDTH, ([...text].length + count.length) * CHAR + (fold.children.length ? 34 : 18));
}

interface Group {
	key: string;
	items: Fold[];
}

function groupsOf(items: Fold[], column: number): Group[] {
	const groups = new Map<string, Group>();
	for (const fold of items) {
		if (fold.column !== column) continue;
		const key = fold.box ?? `alone:${fold.key}`;
		const group = groups.get(key) ?? { key, items: [] };
		group.items.push(fold);
		groups.set(key, group);
	}
	return [...groups.values()];
}

function sortByMean<T>(list: T[], mean: (entry: T) => number): void {
	const means = new Map(list.map((entry, i) => [entry, { mean: mean(entry), i }]));
	list.sort((a, b) => means.get(a)!.mean - means.get(b)!.mean || means.get(a)!.i - means.get(b)!.i);
}

/* One column after the other; POSITION holds the share of its column's height above an item. */
function orderColumns(columns: Group[][], edges: DrawnEdge[]): void {
	const position = new Map<Fold, number>(),
		neighbours = new Map<Fold, Fold[][]>();
	const number = (groups: Group[]) => {
		const items = groups.flatMap(group => group.items);
		items.forEach((fold, i) => position.set(fold, (i + 0.5) / items.length));
	};
	columns.forEach(number);
	for (const groups of columns)
		for (const group of groups) group.items.forEach(fold => neighbours.set(fold, [[], []]));
	for (const edge of edges) {
		if (edge.from.column === edge.to.column) continue;
		const forward = edge.from.column < edge.to.column;
		neighbours.get(edge.to)![forward ? 0 : 1].push(edge.from);
		neighbours.get(edge.from)![forward ? 1 : 0].push(edge.to);
	}
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		const side = sweep % 2;
		const order = side ? [...columns].reverse() : columns;
		const mean = (fold: Fold) => {
			const near = neighbours.get(fold)!;
			const others = near[side].length ? near[side] : near[1 - side];
			return others.length
				? others.reduce((sum, other) => sum + position.get(other)!, 0) / others.length
				: position.get(fold)!;
		};
		for (const groups of order) {
			for (const group of groups) sortByMean(group.items, mean);
			sortByMean(
				groups,
				group => group.items.reduce((sum, fold) => sum + mean(fold), 0) / group.items.length,
			);
			number(groups);
		}
	}
}

function isBoxed(group: Group): boolean {
	return !group.key.startsWith('alone:');
}

function columnHeight(groups: Group[]): number {
	return groups.reduce((sum, group) => {
		const items = group.items.length * (HEIGHT + GAP) - GAP;
		return sum + items + (isBoxed(group) ? BOX_HEAD + 2 * BOX_PAD + BOX_GAP : GAP + 3);
	}, 0);
}

function pathOf(edge: DrawnEdge, a: Placed, b: Placed, bottom: number): { path: string; backward: boolean } {
	const x1 = a.x + a.width,
		y1 = a.y + a.height / 2,
		x2 = b.x,
		y2 = b.y + b.height / 2;
	if (edge.from === edge.to) {
		const right = x1 + 26;
		return {
			path: `M${x1},${y1 - 5}C${right},${y1 - 16} ${right},${y1 + 16} ${x1 + 2},${y1 + 5}`,
			backward: true,
		};
	}
	if (edge.from.column === edge.to.column) {
		const bow = 28 + Math.min(40, Math.abs(y2 - y1) / 6);
		return {
			path: `M${x1},${y1}C${x1 + bow},${y1} ${b.x + b.width + bow},${y2} ${b.x + b.width + 2},${y2}`,
			backward: true,
		};
	}
	if (edge.from.column > edge.to.column) {
		const low = bottom + 26 + 5 * ((edge.from.column * 7 + edge.to.column) % 5);
		return {
			path:
				`M${x1},${y1}C${x1 + 60},${y1} ${x1 + 40},${low} ${x1 - 30},${low}` +
				`L${x2 + 30},${low}C${x2 - 40},${low} ${x2 - 60},${y2} ${x2 - 2},${y2}`,
			backward: true,
		};
	}
	const bend = Math.max(40, (x2 - x1) / 2);
	return { path: `M${x1},${y1}C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2 - 2},${y2}`, backward: false };
}

export function layOut(drawing: Drawing, boxLabel: (key: string) => string): Layout {
	const columns = [0, 1, 2, 3, 4, 5].map(column => groupsOf(drawing.items, column));
	orderColumns(columns, drawing.edges);
	const tallest = Math.max(0, ...columns.map(columnHeight));
	const items = new Map<string, Placed>(),
		boxes: Box[] = [],
		heads: ColumnHead[] = [];
	let x = SIDE,
		lowest = TOP;
	columns.forEach((groups, column) => {
		if (!groups.length) return;
		const all = groups.flatMap(group => group.items);
		const width = Math.max(...all.map(itemWidth)),
			pad = groups.some(isBoxed) ? BOX_PAD : 0;
		let y = TOP + (tallest - columnHeight(groups)) / 2;
		heads.push({ column, x: x + pad, width, count: all.reduce((sum, fold) => sum + fold.members.length, 0) });
		for (const group of groups) {
			const boxed = isBoxed(group),
				top = y;
			y += boxed ? BOX_HEAD + BOX_PAD : 0;
			for (const fold of group.items) {
				items.set(fold.key, { fold, x: x + pad, y, width, height: HEIGHT });
				y += HEIGHT + GAP;
			}
			y += boxed ? BOX_PAD - GAP : 3;
			if (boxed) {
				boxes.push({
					key: group.key,
					label: boxLabelFor(boxLabel(group.key), width + 2 * pad),
					x,
					y: top,
					width: width + 2 * pad,
					height: y - top,
				});
				y += BOX_GAP;
			}
		}
		lowest = Math.max(lowest, y);
		x += width + 2 * pad + COLUMN_GAP;
	});
	const routes = drawing.edges.map(edge => ({
		edge,
		...pathOf(edge, items.get(edge.from.key)!, items.get(edge.to.key)!, lowest),
	}));
	const turns = routes.some(route => route.backward && route.edge.from.column > route.edge.to.column);
	return { items, boxes, routes, heads, width: x - COLUMN_GAP + SIDE, height: lowest + (turns ? 66 : 16) };
}
