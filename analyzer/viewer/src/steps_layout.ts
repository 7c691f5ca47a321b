/*
 * Where the values between signals and features are drawn: in layers. Lines that pass a layer keep a place in it. Order
 * within a layer by barycentre; then heights as near to their neighbours as order and gaps allow.
 */
import { type StepsView } from './data';
import { shortLabel } from './layout';

export interface Spot {
	node?: number; /* none: a line passes */
	layer: number;
	x: number;
	y: number; /* of the middle */
	width: number;
	height: number;
	near: Spot[][]; /* left, right */
}
export interface StepsLayout {
	spots: Spot[]; /* by node */
	paths: string[]; /* by edge */
	width: number;
	height: number;
}

const NAME_CHAR = 7.3,
	SMALL_CHAR = 6.2,
	LINE = 14,
	LAYER_GAP = 48,
	GAP = 12,
	LINE_GAP = 8,
	SIDE = 24,
	SWEEPS = 12;

export function linesOf(node: StepsView['nodes'][number]): string[] {
	return [
		shortLabel(node.name),
		...[node.detail, node.place].filter(line => !!line).map(line => shortLabel(line!)),
	];
}

/* By edge: whether it leads back to what it comes from. */
function backEdges(view: StepsView): boolean[] {
	const out: number[][] = view.nodes.map(() => []);
	view.edges.forEach((edge, i) => out[edge.from].push(i));
	const back = view.edges.map(edge => edge.from === edge.to);
	const state = view.nodes.map(() => 0);
	const visit = (node: number) => {
		state[node] = 1;
		for (const i of out[node]) {
			const { to } = view.edges[i];
			if (state[to] === 1) back[i] = true;
			else if (!state[to]) visit(to);
		}
		state[node] = 2;
	};
	view.nodes.forEach((_, node) => {
		if (!state[node]) visit(node);
	});
	return back;
}

/* Each right before the first thing that is made of it, so that all features stand before the model. */
function layersOf(view: StepsView, back: boolean[]): number[] {
	const behind = view.nodes.map(() => 0),
		edges = view.edges.filter((_, i) => !back[i]);
	for (let changed = true; changed;) {
		changed = false;
		for (const { from, to } of edges)
			if (behind[from] <= behind[to]) {
				behind[from] = behind[to] + 1;
				changed = true;
			}
	}
	const most = Math.max(0, ...behind);
	return behind.map(count => most - count);
}

function spotOf(view: StepsView, node: number, layer: number): Spot {
	const [name, ...rest] = linesOf(view.nodes[node]);
	const width = Math.max([...name].length * NAME_CHAR, ...rest.map(line => [...line].length * SMALL_CHAR)) + 18;
	return { node, layer, x: 0, y: 0, width, height: LINE * (1 + rest.length) + 10, near: [[], []] };
}

function connect(from: Spot, to: Spot) {
	from.near[1].push(to);
	to.near[0].push(from);
}

function mean(spots: Spot[], value: (spot: Spot) => number): number {
	return spots.reduce((sum, spot) => sum + value(spot), 0) / spots.length;
}

function order(layers: Spot[][]) {
	const position = new Map<Spot, number>();
	const number = (layer: Spot[]) => layer.forEach((spot, i) => position.set(spot, (i + 0.5) / layer.length));
	layers.forEach(number);
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		const side = sweep % 2;
		for (const layer of side ? [...layers].reverse() : layers) {
			const wanted = new Map(
				layer.map(spot => {
					const near = spot.near[side].length ? spot.near[side] : spot.near[1 - side];
					return [spot, near.length ? mean(near, other => position.get(other)!) : position.get(spot)!];
				}),
			);
			layer.sort((a, b) => wanted.get(a)! - wanted.get(b)! || position.get(a)! - position.get(b)!);
			number(layer);
		}
	}
}

function distance(above: Spot, below: Spot): number {
	const gap = above.node === undefined || below.node === undefined ? LINE_GAP : GAP;
	return (above.height + below.height) / 2 + gap;
}

/* As near to WANTED as the order and the gaps allow: neighbours that are too near share the mean of what they want. */
function spread(layer: Spot[], wanted: number[]) {
	const blocks: { sum: number; spots: number }[] = [],
		offsets: number[] = [];
	layer.forEach((spot, i) => {
		offsets.push(i ? offsets[i - 1] + distance(layer[i - 1], spot) : 0);
		blocks.push({ sum: wanted[i] - offsets[i], spots: 1 });
		for (let last = blocks.length - 1; last > 0; last--) {
			const above = blocks[last - 1],
				below = blocks[last];
			if (above.sum / above.spots <= below.sum / below.spots) break;
			blocks.splice(last - 1, 2, { sum: above.sum + below.sum, spots: above.spots + below.spots });
		}
	});
	let i = 0;
	for (const block of blocks)
		for (let k = 0; k < block.spots; k++, i++) layer[i].y = block.sum / block.spots + offsets[i];
}

function setHeights(layers: Spot[][]) {
	for (const layer of layers)
		spread(
			layer,
			layer.map(() => 0),
		);
	for (let sweep = 0; sweep < 2 * SWEEPS; sweep++) {
		for (const layer of sweep % 2 ? [...layers].reverse() : layers)
			spread(
				layer,
				layer.map(spot => {
					const near = spot.near.flat();
					return near.length ? mean(near, other => other.y) : spot.y;
				}),
			);
	}
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
	const bend = Math.max(20, (x2 - x1) / 2);
	return `C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
}

function forwardPath(way: Spot[], ends: number[]): string {
	const [first] = way;
	let x = first.x + first.width,
		y = first.y,
		path = `M${x},${y}`;
	way.slice(1).forEach((spot, i) => {
		const isLast = i === way.length - 2;
		path += curve(x, y, isLast ? spot.x - 2 : spot.x, spot.y);
		x = ends[spot.layer];
		y = spot.y;
		if (!isLast) path += `L${x},${y}`;
	});
	return path;
}

function backPath(from: Spot, to: Spot, bottom: number): string {
	const x1 = from.x + from.width;
	return (
		`M${x1},${from.y}C${x1 + 40},${from.y} ${x1 + 40},${bottom} ${x1},${bottom}` +
		`L${to.x},${bottom}C${to.x - 40},${bottom} ${to.x - 40},${to.y} ${to.x - 2},${to.y}`
	);
}

export function layOutSteps(view: StepsView): StepsLayout {
	const back = backEdges(view),
		layerOf = layersOf(view, back);
	const spots = view.nodes.map((_, node) => spotOf(view, node, layerOf[node]));
	const layers: Spot[][] = Array.from({ length: Math.max(0, ...layerOf) + 1 }, () => []);
	spots.forEach(spot => layers[spot.layer].push(spot));
	const ways = view.edges.map((edge, i) => {
		if (back[i]) return [];
		const way = [spots[edge.from]];
		for (let layer = layerOf[edge.from] + 1; layer < layerOf[edge.to]; layer++) {
			const passed: Spot = { layer, x: 0, y: 0, width: 0, height: 6, near: [[], []] };
			layers[layer].push(passed);
			way.push(passed);
		}
		way.push(spots[edge.to]);
		way.slice(1).forEach((spot, k) => connect(way[k], spot));
		return way;
	});
	order(layers);
	setHeights(layers);
	const all = layers.flat();
	const top = Math.min(...all.map(spot => spot.y - spot.height / 2)) - SIDE;
	let x = SIDE;
	const ends = layers.map(layer => {
		const width = Math.max(...layer.map(spot => spot.width));
		for (const spot of layer) {
			spot.x = spot.node === undefined ? x : x + (width - spot.width) / 2;
			spot.x = Math.round(spot.x);
			spot.y = Math.round(spot.y - top);
		}
		x += width + LAYER_GAP;
		return x - LAYER_GAP;
	});
	const bottom = Math.max(...all.map(spot => spot.y + spot.height / 2)) + SIDE;
	const paths = ways.map((way, i) =>
		way.length ? forwardPath(way, ends) : backPath(spots[view.edges[i].from], spots[view.edges[i].to], bottom),
	);
	return { spots, paths, width: x - LAYER_GAP + SIDE, height: bottom + (back.some(Boolean) ? SIDE : 0) };
}
