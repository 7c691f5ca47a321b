/*
 * Who depends on what as a heat map: sources by rows, models or features by columns. One canvas as large as the
 * window onto it, drawn anew while scrolling, so that its size does not matter.
 */
import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
	compareNames,
	DEP_KINDS,
	plural,
	type DepKind,
	type Graph,
	type GraphEdge,
	type GraphNode,
	type NodeKind,
} from './data';
import { Dep, Ends, NodeLink, ReportContext, Witness } from './parts';
import { changeQuery, noteInAddress, type Route } from './route';

interface Cell {
	kind: DepKind;
	count: number;
	edges: GraphEdge[];
} /* count: features that carry it to the model */

interface Matrix {
	rows: GraphNode[];
	columns: GraphNode[];
	cells: Map<GraphNode, Map<GraphNode, Cell>>;
}

const RANK: Record<DepKind, number> = { control: 1, index: 2, data: 3 };
const SOURCES: NodeKind[] = ['signal', 'store', 'prediction'];

function put(matrix: Matrix, row: GraphNode, column: GraphNode, kind: DepKind, edges: GraphEdge[]) {
	let cells = matrix.cells.get(row);
	if (!cells) matrix.cells.set(row, (cells = new Map()));
	const cell = cells.get(column);
	if (!cell) {
		cells.set(column, { kind, count: 1, edges: [...edges] });
		return;
	}
	cell.count++;
	cell.edges.push(...edges);
	if (RANK[kind] > RANK[cell.kind]) cell.kind = kind;
}

/* Signals by features are edges; signals by models are the features that lead there, as strong as the weaker half. */
function buildMatrix(graph: Graph, columnKind: 'model' | 'feature'): Matrix {
	const matrix: Matrix = { rows: [], columns: graph.ofKind(columnKind), cells: new Map() };
	for (const edge of graph.edges) {
		if (!SOURCES.includes(edge.from.kind) || edge.to.kind !== 'feature') continue;
		if (columnKind === 'feature') {
			put(matrix, edge.from, edge.to, edge.kind, [edge]);
			continue;
		}
		for (const next of edge.to.out)
			if (next.to.kind === 'model')
				put(matrix, edge.from, next.to, RANK[edge.kind] < RANK[next.kind] ? edge.kind : next.kind, [edge]);
	}
	matrix.rows = graph.nodes.filter(node => matrix.cells.has(node) || node.kind === 'signal');
	return matrix;
}

export type Order = 'name' | 'connected' | 'module' | 'similar';
const ORDERS: Order[] = ['connected', 'similar', 'name', 'module'];

function byModule(a: GraphNode, b: GraphNode): number {
	return (
		compareNames(a.module, b.module) ||
		compareNames(a.sites[0]?.file ?? '', b.sites[0]?.file ?? '') ||
		compareNames(a.label, b.label)
	);
}

/* Sorted by the mean position of their partners, in turns, so that blocks come together. */
function sortSimilar(matrix: Matrix): void {
	const partners = new Map<GraphNode, GraphNode[]>();
	for (const [row, cells] of matrix.cells) {
		partners.set(row, [...cells.keys()]);
		for (const column of cells.keys()) partners.set(column, [...(partners.get(column) ?? [])]);
	}
	for (const [row, cells] of matrix.cells) for (const column of cells.keys()) partners.get(column)!.push(row);
	for (let round = 0; round < 12; round++) {
		const [moving, fixed] = round % 2 ? [matrix.rows, matrix.columns] : [matrix.columns, matrix.rows];
		const place = new Map(fixed.map((node, i) => [node, i]));
		const mean = new Map(
			moving.map(node => {
				const near = partners.get(node) ?? [];
				return [
					node,
					near.length ? near.reduce((sum, other) => sum + place.get(other)!, 0) / near.length : Infinity,
				];
			}),
		);
		moving.sort((a, b) => {
			const x = mean.get(a)!,
				y = mean.get(b)!;
			return x === y ? compareNames(a.label, b.label) : x - y;
		});
	}
}

function sortMatrix(
	source: Matrix,
	order: Order,
	byRow: GraphNode | undefined,
	byColumn: GraphNode | undefined,
): Matrix {
	const matrix = { ...source, rows: [...source.rows], columns: [...source.columns] };
	const columnDegree = new Map<GraphNode, number>();
	for (const cells of matrix.cells.values())
		for (const column of cells.keys()) columnDegree.set(column, (columnDegree.get(column) ?? 0) + 1);
	const degree = (node: GraphNode) => matrix.cells.get(node)?.size ?? columnDegree.get(node) ?? 0;
	const compare =
		order === 'module'
			? byModule
			: (a: GraphNode, b: GraphNode) =>
					(order === 'connected' ? degree(b) - degree(a) : 0) || compareNames(a.label, b.label);
	matrix.rows.sort(compare);
	matrix.columns.sort(compare);
	if (order === 'similar') sortSimilar(matrix);
	const strength = (row: GraphNode, column: GraphNode) => {
		const cell = matrix.cells.get(row)?.get(column);
		return cell ? RANK[cell.kind] : 0;
	};
	if (byColumn) matrix.rows.sort((a, b) => strength(b, byColumn) - strength(a, byColumn));
	if (byRow) matrix.columns.sort((a, b) => strength(byRow, b) - strength(byRow, a));
	return matrix;
}

interface Look {
	text: string;
	muted: string;
	grid: string;
	cursor: string;
	paper: string;
	fill: Record<DepKind, string>;
}

function readLook(element: Element): Look {
	const style = getComputedStyle(element),
		color = (name: string) => style.getPropertyValue(name).trim();
	return {
		text: color('--text'),
		muted: color('--muted'),
		grid: color('--line'),
		cursor: color('--focus'),
		paper: color('--paper'),
		fill: { data: color('--heat-data'), index: color('--heat-index'), control: color('--heat-control') },
	};
}

interface Frame {
	left: number;
	top: number;
	width: number;
	height: number;
	head: number;
	side: number;
	size: number;
}

function cut(context: CanvasRenderingContext2D, text: string, width: number): string {
	if (context.measureText(text).width <= width) return text;
	const characters = [...text];
	const short = (kept: number) =>
		`${characters.slice(0, kept >> 1).join('')}…${characters
			.slice(characters.length - ((kept + 1) >> 1))
			.join('')}`;
	let low = 1,
		high = characters.length;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (context.measureText(short(middle)).width <= width) low = middle;
		else high = middle - 1;
	}
	return short(low);
}

/* Pattern beside hue: data is full, index a half, control a corner, so that print and eyes without colour tell them. */
function paintCell(context: CanvasRenderingContext2D, look: Look, cell: Cell, x: number, y: number, size: number) {
	const gap = size >= 8 ? 1 : 0,
		inner = size - gap;
	context.fillStyle = look.fill[cell.kind];
	context.beginPath();
	if (cell.kind === 'data' || size < 7) {
		context.rect(x, y, inner, inner);
	} else if (cell.kind === 'index') {
		context.rect(x, y + inner / 2, inner, inner / 2);
	} else {
		context.moveTo(x, y + inner);
		context.lineTo(x + inner, y + inner);
		context.lineTo(x, y);
	}
	context.fill();
	if (size >= 20 && cell.count > 1) {
		context.fillStyle = cell.kind === 'data' ? look.paper : look.text;
		context.textAlign = 'center';
		context.fillText(String(cell.count), x + inner / 2, y + inner / 2 + 4);
	}
}

function paint(canvas: HTMLCanvasElement, matrix: Matrix, frame: Frame, look: Look, cursor: [number, number]) {
	const context = canvas.getContext('2d')!,
		{ left, top, width, height, head, side, size } = frame;
	const ratio = devicePixelRatio || 1;
	if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
		canvas.width = Math.round(width * ratio);
		canvas.height = Math.round(height * ratio);
	}
	context.setTransform(ratio, 0, 0, ratio, 0, 0);
	context.clearRect(0, 0, width, height);
	context.font = '11px system-ui, sans-serif';
	const first = { row: Math.floor(top / size), column: Math.floor(left / size) };
	const last = {
		row: Math.min(matrix.rows.length, Math.ceil((top + height - head) / size)),
		column: Math.min(matrix.columns.length, Math.ceil((left + width - side) / size)),
	};
	context.save();
	context.beginPath();
	context.rect(side, head, width - side, height - head);
	context.clip();
	if (size >= 8) {
		context.strokeStyle = look.grid;
		context.lineWidth = 0.5;
		context.beginPath();
		const right = Math.min(width, side + matrix.columns.length * size - left);
		const bottom = Math.min(height, head + matrix.rows.length * size - top);
		for (let row = first.row; row <= last.row; row++) {
			context.moveTo(side, head + row * size - top - 0.5);
			context.lineTo(right, head + row * size - top - 0.5);
		}
		for (let column = first.column; column <= last.column; column++) {
			context.moveTo(side + column * size - left - 0.5, head);
			context.lineTo(side + column * size - left - 0.5, bottom);
		}
		context.stroke();
	}
	for (let row = first.row; row < last.row; row++) {
		const cells = matrix.cells.get(matrix.rows[row]);
		if (!cells) continue;
		for (let column = first.column; column < last.column; column++) {
			const cell = cells.get(matrix.columns[column]);
			if (cell) paintCell(context, look, cell, side + column * size - left, head + row * size - top, size);
		}
	}
	if (cursor[0] >= 0) {
		context.strokeStyle = look.cursor;
		context.lineWidth = 2;
		context.strokeRect(
			side + cursor[1] * size - left - 1,
			head + cursor[0] * size - top - 1,
			size + 1,
			size + 1,
		);
	}
	context.restore();
	paintHeads(context, matrix, frame, look, first, last, cursor);
}

function paintHeads(
	context: CanvasRenderingContext2D,
	matrix: Matrix,
	frame: Frame,
	look: Look,
	first: { row: number; column: number },
	last: { row: number; column: number },
	cursor: [number, number],
) {
	const { left, top, width, height, head, side, size } = frame;
	const every = Math.max(1, Math.ceil(10 / size));
	/* As many names as have room, and that at the cursor instead of its neighbours. */
	const isNamed = (i: number, at: number) =>
		i === at || (i % every === 0 && (at < 0 || Math.abs(i - at) >= every));
	context.fillStyle = look.text;
	context.textAlign = 'right';
	context.save();
	context.beginPath();
	context.rect(0, head, side, height - head);
	context.clip();
	for (let row = first.row; row < last.row; row++) {
		if (!isNamed(row, cursor[0])) continue;
		context.fillStyle = row === cursor[0] ? look.cursor : look.text;
		context.fillText(
			cut(context, matrix.rows[row].label, side - 12),
			side - 6,
			head + (row + 0.5) * size - top + 4,
		);
	}
	context.restore();
	context.save();
	context.beginPath();
	context.rect(side - 4, 0, width - side + 4, head);
	context.clip();
	context.textAlign = 'left';
	for (let column = first.column; column < last.column; column++) {
		if (!isNamed(column, cursor[1])) continue;
		context.save();
		context.fillStyle = column === cursor[1] ? look.cursor : look.text;
		context.translate(side + (column + 0.5) * size - left + 4, head - 6);
		context.rotate(-Math.PI / 2);
		context.fillText(cut(context, matrix.columns[column].label, head - 12), 0, 0);
		context.restore();
	}
	context.restore();
}

const MIN_SIZE = 2,
	MAX_SIZE = 40;

function headSize(nodes: GraphNode[], limit: number): number {
	const longest = nodes.reduce((max, node) => Math.max(max, node.label.length), 0);
	return Math.min(limit, Math.max(60, longest * 6.3 + 16));
}

export function MatrixPage({ route }: { route: Route }) {
	const { graph } = useContext(ReportContext);
	const models = graph.ofKind('model').length;
	const columns =
		route.query.get('columns') === 'feature' || (!route.query.get('columns') && models < 2)
			? 'feature'
			: 'model';
	const order = ORDERS.find(name => name === route.query.get('order')) ?? 'connected';
	const by = {
		row: graph.node(route.query.get('row') ?? ''),
		column: graph.node(route.query.get('column') ?? ''),
	};
	const source = useMemo(() => buildMatrix(graph, columns), [graph, columns]);
	const matrix = useMemo(() => sortMatrix(source, order, by.row, by.column), [source, order, by.row, by.column]);
	return (
		<>
			<h1>Signals and {columns}s</h1>
			<form class="filters" onSubmit={event => event.preventDefault()} aria-label="settings of the matrix">
				<label class="choice">
					<span>Columns</span>
					<select
						value={columns}
						onChange={event =>
							changeQuery({ columns: event.currentTarget.value, row: '', column: '' })
						}>
						<option value="model">models</option>
						<option value="feature">features</option>
					</select>
				</label>
				<label class="choice">
					<span>Sort by</span>
					<select
						value={order}
						onChange={event => changeQuery({ order: event.currentTarget.value, row: '', column: '' })}>
						<option value="connected">most connected</option>
						<option value="similar">similarity</option>
						<option value="name">name</option>
						<option value="module">module</option>
					</select>
				</label>
				{DEP_KINDS.map(kind => (
					<span key={kind} class="heat-key">
						<i class={`heat heat-${kind}`} /> {kind}
					</span>
				))}
				{by.row || by.column ? (
					<button type="button" onClick={() => changeQuery({ row: '', column: '' })}>
						sorted by {(by.row ?? by.column)!.label}: clear
					</button>
				) : null}
			</form>
			{matrix.rows.length && matrix.columns.length ? (
				<HeatMap key={columns} matrix={matrix} size={Number(route.query.get('size')) || 0} />
			) : (
				<p class="empty">There are no signals and {columns}s to compare.</p>
			)}
		</>
	);
}

function cellText(row: GraphNode, column: GraphNode, cell: Cell | undefined): string {
	const by = cell && cell.count > 1 ? `, by ${plural(cell.count, 'feature')}` : '';
	return `${row.label} → ${column.label}: ${cell ? cell.kind + by : 'nothing'}`;
}

function sizeText(matrix: Matrix): string {
	const size = `${plural(matrix.rows.length, 'row')}, ${plural(matrix.columns.length, 'column')}`;
	return `${size}; a click on a name sorts by it`;
}

function HeatMap({ matrix, size: given }: { matrix: Matrix; size: number }) {
	const box = useRef<HTMLDivElement>(null),
		canvas = useRef<HTMLCanvasElement>(null);
	const [cursor, setCursor] = useState<[number, number]>([-1, -1]);
	const [fixed, setFixed] = useState<[number, number] | null>(null);
	const [size, setSize] = useState(given);
	const [wide, setWide] = useState(800);
	const side = headSize(matrix.rows, Math.min(240, wide * 0.35)),
		head = headSize(matrix.columns, wide < 600 ? 110 : 180);
	const cellSize = Math.max(
		MIN_SIZE,
		Math.min(
			MAX_SIZE,
			size || Math.floor(Math.min(24, Math.max(4, (wide - side - 20) / matrix.columns.length))),
		),
	);
	const frame = useRef<() => void>(() => {});
	frame.current = () => {
		const element = box.current;
		if (!element) return;
		paint(
			canvas.current!,
			matrix,
			{
				left: element.scrollLeft,
				top: element.scrollTop,
				width: element.clientWidth,
				height: element.clientHeight,
				head,
				side,
				size: cellSize,
			},
			readLook(element),
			cursor,
		);
	};
	/* On paper the whole matrix, as far as a canvas may be large. */
	const paper = useRef<() => void>(() => {});
	paper.current = () => {
		const most = 8000;
		paint(
			canvas.current!,
			matrix,
			{
				left: 0,
				top: 0,
				width: Math.min(most, side + matrix.columns.length * cellSize + 1),
				height: Math.min(most, head + matrix.rows.length * cellSize + 1),
				head,
				side,
				size: cellSize,
			},
			readLook(box.current!),
			[-1, -1],
		);
	};
	useLayoutEffect(() => frame.current());
	useEffect(() => {
		const onPaper = () => paper.current(),
			onScreen = () => frame.current();
		addEventListener('beforeprint', onPaper);
		addEventListener('afterprint', onScreen);
		return () => {
			removeEventListener('beforeprint', onPaper);
			removeEventListener('afterprint', onScreen);
		};
	}, []);
	useEffect(() => {
		const element = box.current!;
		let asked = 0;
		const later = () => {
			if (matchMedia('print').matches) return;
			cancelAnimationFrame(asked);
			asked = requestAnimationFrame(() => frame.current());
		};
		const observer = new ResizeObserver(() => {
			setWide(element.clientWidth);
			later();
		});
		const scheme = matchMedia('(prefers-color-scheme: dark)');
		observer.observe(element);
		element.addEventListener('scroll', later, { passive: true });
		scheme.addEventListener('change', later);
		addEventListener('featdep-theme', later);
		return () => {
			cancelAnimationFrame(asked);
			observer.disconnect();
			element.removeEventListener('scroll', later);
			scheme.removeEventListener('change', later);
			removeEventListener('featdep-theme', later);
		};
	}, []);

	const zoomTo = (next: number) => {
		const limited = Math.max(MIN_SIZE, Math.min(MAX_SIZE, Math.round(next)));
		setSize(limited);
		noteInAddress('size', String(limited));
	};
	useEffect(() => {
		const element = box.current!;
		const onWheel = (event: WheelEvent) => {
			if (!event.ctrlKey) return;
			event.preventDefault();
			zoomTo(cellSize * (event.deltaY < 0 ? 1.25 : 0.8));
		};
		element.addEventListener('wheel', onWheel, { passive: false });
		return () => element.removeEventListener('wheel', onWheel);
	});

	/* [-1, column] on the column heads, [row, -1] on the row heads. */
	const at = (event: MouseEvent): [number, number] => {
		const area = canvas.current!.getBoundingClientRect(),
			element = box.current!;
		const x = event.clientX - area.left,
			y = event.clientY - area.top;
		const row = y < head ? -1 : Math.floor((y - head + element.scrollTop) / cellSize);
		const column = x < side ? -1 : Math.floor((x - side + element.scrollLeft) / cellSize);
		return [row < matrix.rows.length ? row : -1, column < matrix.columns.length ? column : -1];
	};
	const isCell = (place: [number, number]) => place[0] >= 0 && place[1] >= 0;
	const onClick = (event: MouseEvent) => {
		const place = at(event);
		if (isCell(place)) {
			setCursor(place);
			setFixed(place);
		} else if (place[1] >= 0) {
			changeQuery({ column: matrix.columns[place[1]].id, row: '' });
		} else if (place[0] >= 0) {
			changeQuery({ row: matrix.rows[place[0]].id, column: '' });
		}
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const moves: Record<string, [number, number]> = {
			ArrowUp: [-1, 0],
			ArrowDown: [1, 0],
			ArrowLeft: [0, -1],
			ArrowRight: [0, 1],
		};
		const move = moves[event.key];
		if (move)
			goTo(
				Math.max(0, cursor[0]) + (isCell(cursor) ? move[0] : 0),
				Math.max(0, cursor[1]) + (isCell(cursor) ? move[1] : 0),
			);
		else if (event.key === '+' || event.key === '=') zoomTo(cellSize * 1.25 + 0.5);
		else if (event.key === '-') zoomTo(cellSize * 0.8 - 0.5);
		else if (event.key === 'Enter' && isCell(cursor)) setFixed(cursor);
		else if (event.key === 'Escape') setFixed(null);
		else return;
		event.preventDefault();
	};
	const goTo = (row: number, column: number) => {
		const place: [number, number] = [
			Math.max(0, Math.min(matrix.rows.length - 1, row)),
			Math.max(0, Math.min(matrix.columns.length - 1, column)),
		];
		const element = box.current!,
			x = place[1] * cellSize,
			y = place[0] * cellSize;
		const width = element.clientWidth - side - cellSize,
			height = element.clientHeight - head - cellSize;
		element.scrollLeft = Math.max(x - width, Math.min(element.scrollLeft, x));
		element.scrollTop = Math.max(y - height, Math.min(element.scrollTop, y));
		setCursor(place);
	};

	const shown = isCell(cursor) ? cursor : fixed;
	const row = shown ? matrix.rows[shown[0]] : undefined,
		column = shown ? matrix.columns[shown[1]] : undefined;
	const cell = row && column ? matrix.cells.get(row)?.get(column) : undefined;
	return (
		<div class="matrix-page">
			<p class="matrix-state">
				<span role="status">{row && column ? cellText(row, column, cell) : sizeText(matrix)}</span>
				<span role="group" aria-label="zoom of the matrix" class="inline-buttons">
					<button type="button" aria-label="smaller cells" onClick={() => zoomTo(cellSize * 0.8 - 0.5)}>
						−
					</button>
					<button type="button" aria-label="larger cells" onClick={() => zoomTo(cellSize * 1.25 + 0.5)}>
						+
					</button>
				</span>
			</p>
			<div
				ref={box}
				class="matrix"
				tabIndex={0}
				role="application"
				aria-label={`${sizeText(matrix)}; arrow keys move, Enter shows the source steps, plus and minus zoom`}
				onKeyDown={onKeyDown}
				onClick={onClick}
				onMouseMove={event => {
					const place = at(event);
					setCursor(isCell(place) ? place : [-1, -1]);
				}}
				onMouseLeave={() => setCursor(fixed ?? [-1, -1])}>
				<div class="matrix-window">
					<canvas ref={canvas} />
				</div>
				<div
					class="matrix-size"
					style={{
						width: `${side + matrix.columns.length * cellSize}px`,
						height: `${head + matrix.rows.length * cellSize}px`,
					}}
				/>
			</div>
			{fixed ? <CellPanel matrix={matrix} place={fixed} onClose={() => setFixed(null)} /> : null}
		</div>
	);
}

function CellPanel({ matrix, place, onClose }: { matrix: Matrix; place: [number, number]; onClose: () => void }) {
	const row = matrix.rows[place[0]],
		column = matrix.columns[place[1]];
	if (!row || !column) return null;
	const edges = matrix.cells.get(row)?.get(column)?.edges ?? [];
	return (
		<section class="panel cell-panel" aria-label="cell">
			<button type="button" class="close" aria-label="close the details" onClick={onClose}>
				×
			</button>
			<h2>
				<NodeLink node={row} withKind /> → <NodeLink node={column} withKind />
			</h2>
			{edges.length ? null : <p>No dependency.</p>}
			{edges.slice(0, 30).map((edge, i) => (
				<details key={edge.index} open={i === 0}>
					<summary>
						{edge.to.label} <Dep kind={edge.kind} state={edge.state} />
					</summary>
					<Ends edge={edge} />
					<Witness steps={edge.witness} />
				</details>
			))}
			{edges.length > 30 ? <p class="muted">and {edges.length - 30} more</p> : null}
		</section>
	);
}
