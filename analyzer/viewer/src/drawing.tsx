/* The graph as SVG: pan and zoom by d3-zoom, everything else by clicks and keys on what is drawn. */
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { COLUMNS, plural, type GraphNode } from './data';
import { type DrawnEdge, type Drawing, type Fold, foldDetail } from './fold';
import { labelOf, type Layout, type Placed } from './layout';

export interface Marks {
	selected?: string; /* key of an item */
	edge?: string; /* key of an edge */
	lit?: ReadonlySet<string>; /* items on the way of the selected one; others fade */
	found?: ReadonlySet<string>; /* by the search */
	changed?: ReadonlySet<string>; /* items and edges that the other run has not */
	changedEdges?: ReadonlySet<string>;
	context: (node: GraphNode) => boolean;
}

interface Props {
	drawing: Drawing;
	layout: Layout;
	marks: Marks;
	view: string;
	title: string;
	onSelect: (fold: Fold | null) => void;
	onEdge: (edge: DrawnEdge) => void;
	onToggle: (fold: Fold) => void;
	onFoldBox: (key: string) => void;
	onView: (view: string) => void;
}

const COLUMN_TITLES = ['Signals', 'State', 'Features', 'Models', 'Predictions', 'Consumers'];

function findingsOf(fold: Fold): number {
	return fold.members.reduce(
		(sum, node) =>
			sum +
			node.findings.filter(finding => !finding.suppressed && !finding.hidden && finding.level !== 'note')
				.length,
		0,
	);
}

function isHiddenConsumer(fold: Fold): boolean {
	return fold.members.some(
		node =>
			node.kind === 'consumer' &&
			node.findings.some(finding => finding.rule === 'hidden-consumer' && !finding.suppressed),
	);
}

function isUnused(fold: Fold): boolean {
	return fold.members.every(node => node.kind === 'feature' && !node.out.some(edge => edge.to.kind === 'model'));
}

function itemClass(fold: Fold, marks: Marks): string {
	const classes = ['item', `item-${COLUMNS[fold.column]}`];
	if (isHiddenConsumer(fold)) classes.push('is-hidden');
	if (isUnused(fold)) classes.push('is-unused');
	if (fold.children.length) classes.push('is-group');
	if (marks.selected === fold.key) classes.push('is-selected');
	if (marks.changed?.has(fold.key)) classes.push('is-changed');
	if (marks.found?.has(fold.key)) classes.push('is-found');
	const faded = marks.lit ? !marks.lit.has(fold.key) : fold.members.every(marks.context);
	if (faded) classes.push('is-faded');
	return classes.join(' ');
}

/* Starts with what is drawn, as those need it who speak to their computers. */
function itemTitle(fold: Fold): string {
	const kind = COLUMNS[fold.column],
		{ text, count } = labelOf(fold);
	const whole = text === fold.label ? '' : ` ${fold.label}`;
	if (fold.members.length > 1) return `${text}${count}, ${foldDetail(fold)}${whole}`;
	const [node] = fold.members;
	return `${text}, ${kind}${whole}, ${plural(node.in.length, 'input')}, ${plural(node.out.length, 'output')}`;
}

function Item({ place, marks, first, props }: { place: Placed; marks: Marks; first: boolean; props: Props }) {
	const { fold } = place;
	const { text, count } = labelOf(fold);
	const findings = findingsOf(fold);
	const isGroup = fold.children.length > 0;
	const title =
		itemTitle(fold) +
		(findings ? `, ${plural(findings, 'finding')}` : '') +
		(isGroup ? ', folded: press e to expand' : '');
	return (
		<g
			class={itemClass(fold, marks)}
			transform={`translate(${place.x},${place.y})`}
			role="button"
			tabindex={marks.selected === fold.key || (!marks.selected && first) ? 0 : -1}
			data-key={fold.key}
			aria-label={title}
			aria-pressed={marks.selected === fold.key}
			onClick={event => {
				event.stopPropagation();
				props.onSelect(fold);
			}}
			onDblClick={event => {
				event.stopPropagation();
				if (isGroup) props.onToggle(fold);
			}}>
			<title>{title}</title>
			{isGroup ? <rect class="shadow" x="3" y="3" width={place.width} height={place.height} rx="4" /> : null}
			<rect class="body" width={place.width} height={place.height} rx={fold.column === 3 ? 11 : 4} />
			<text x="8" y={place.height / 2 + 4}>
				{text}
				{count ? <tspan class="count">{count}</tspan> : null}
			</text>
			{findings ? <circle class="flag" cx={place.width} cy="0" r="5" /> : null}
			{isGroup ? (
				<g
					class="toggle"
					onClick={event => {
						event.stopPropagation();
						props.onToggle(fold);
					}}>
					<rect x={place.width - 22} y="3" width="18" height={place.height - 6} rx="3" />
					<path d={`M${place.width - 18},${place.height / 2}h10m-5,-5v10`} />
				</g>
			) : null}
		</g>
	);
}

function edgeClass(edge: DrawnEdge, marks: Marks): string {
	const classes = ['edge', `line-${edge.kind}`];
	if (edge.loop) classes.push('is-loop');
	if (edge.unresolved) classes.push('is-unresolved');
	if (edge.from.column === 4 && edge.to.column === 2) classes.push('is-cascade');
	if (marks.edge === edge.key) classes.push('is-selected');
	if (marks.changedEdges) classes.push(marks.changedEdges.has(edge.key) ? 'is-changed' : 'is-same');
	if (marks.lit && !(marks.lit.has(edge.from.key) && marks.lit.has(edge.to.key))) classes.push('is-faded');
	return classes.join(' ');
}

function edgeTitle(edge: DrawnEdge): string {
	return (
		`${edge.from.label} → ${edge.to.label}: ${edge.kind}${edge.state ? ', from an earlier call' : ''}${edge.loop ? ', closes a loop' : ''}` +
		(edge.edges.length > 1 ? `, ${plural(edge.edges.length, 'dependency', 'dependencies')}` : '')
	);
}

function parseView(view: string): ZoomTransform | null {
	const numbers = view.split(',').map(Number);
	if (numbers.length !== 3 || numbers.some(number => !Number.isFinite(number)) || numbers[2] <= 0) return null;
	return zoomIdentity.translate(numbers[0], numbers[1]).scale(numbers[2]);
}

const MIN_LEGIBLE = 0.55;

/* All of it when it stays legible, else what is around the selected item, or the start. */
function fitted(svg: SVGSVGElement, layout: Layout, selected?: Placed): ZoomTransform {
	const { width, height } = svg.getBoundingClientRect();
	const scale = Math.max(Math.min(width / layout.width, height / layout.height, 1.25), MIN_LEGIBLE);
	const shift = (room: number, size: number, focus: number) =>
		size * scale <= room
			? (room - size * scale) / 2
			: Math.max(room - size * scale, Math.min(0, room / 2 - focus * scale));
	return zoomIdentity
		.translate(
			shift(width, layout.width, selected ? selected.x + selected.width / 2 : 0),
			shift(height, layout.height, selected?.y ?? 0),
		)
		.scale(scale);
}

/* The item from PLACE in the direction of an arrow key. */
function neighbour(layout: Layout, from: Placed, key: string): Placed | undefined {
	const all = [...layout.items.values()];
	const vertical = key === 'ArrowUp' || key === 'ArrowDown';
	const sign = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
	const candidates = all.filter(place =>
		vertical
			? place.fold.column === from.fold.column && sign * (place.y - from.y) > 0
			: sign * (place.fold.column - from.fold.column) > 0,
	);
	const distance = (place: Placed) =>
		vertical
			? Math.abs(place.y - from.y)
			: Math.abs(place.fold.column - from.fold.column) * 1e6 + Math.abs(place.y - from.y);
	return candidates.reduce<Placed | undefined>(
		(best, place) => (!best || distance(place) < distance(best) ? place : best),
		undefined,
	);
}

export function GraphDrawing(props: Props) {
	const { layout, marks } = props;
	const svg = useRef<SVGSVGElement>(null),
		content = useRef<SVGGElement>(null);
	const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown>>();
	const onView = useRef(props.onView);
	onView.current = props.onView;

	useLayoutEffect(() => {
		let timer = 0;
		const made = zoom<SVGSVGElement, unknown>()
			.scaleExtent([0.02, 4])
			.filter(event => !event.button && event.type !== 'dblclick')
			.on('zoom', event => {
				content.current!.setAttribute('transform', String(event.transform));
				if (!event.sourceEvent) return;
				clearTimeout(timer);
				const { x, y, k } = event.transform;
				timer = window.setTimeout(
					() => onView.current(`${x.toFixed(0)},${y.toFixed(0)},${k.toFixed(3)}`),
					200,
				);
			});
		behavior.current = made;
		select(svg.current!).call(made);
		return () => clearTimeout(timer);
	}, []);

	const selectedPlace = marks.selected === undefined ? undefined : layout.items.get(marks.selected);
	const fit = () =>
		behavior.current!.transform(select(svg.current!), fitted(svg.current!, layout, selectedPlace));
	const scale = (factor: number) => behavior.current!.scaleBy(select(svg.current!), factor);

	const shape = `${layout.width},${layout.height},${layout.items.size}`;
	const firstShape = useRef(true);
	useLayoutEffect(() => {
		const given = firstShape.current ? parseView(props.view) : null;
		firstShape.current = false;
		behavior.current!.transform(select(svg.current!), given ?? fitted(svg.current!, layout, selectedPlace));
	}, [shape]);

	/* On paper the whole graph, whatever part the screen shows. */
	useEffect(() => {
		let shown = '';
		const onPaper = () => {
			shown = content.current!.getAttribute('transform') ?? '';
			content.current!.removeAttribute('transform');
			svg.current!.setAttribute('viewBox', `0 0 ${layout.width} ${layout.height}`);
		};
		const onScreen = () => {
			svg.current!.removeAttribute('viewBox');
			content.current!.setAttribute('transform', shown);
		};
		addEventListener('beforeprint', onPaper);
		addEventListener('afterprint', onScreen);
		return () => {
			removeEventListener('beforeprint', onPaper);
			removeEventListener('afterprint', onScreen);
		};
	}, [shape]);

	useEffect(() => {
		const observer = new ResizeObserver(() => {
			if (matchMedia('print').matches) return;
			const first = observer as ResizeObserver & { seen?: boolean };
			if (first.seen && !parseView(props.view)) fit();
			first.seen = true;
		});
		observer.observe(svg.current!);
		return () => observer.disconnect();
	}, [shape]);

	const onKeyDown = (event: KeyboardEvent) => {
		const key = (event.target as Element).closest<SVGGElement>('[data-key]')?.dataset.key;
		const place = key === undefined ? undefined : layout.items.get(key);
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.key === '+' || event.key === '=') scale(1.3);
		else if (event.key === '-') scale(1 / 1.3);
		else if (event.key === '0') fit();
		else if (event.key === 'Escape') props.onSelect(null);
		else if (place && (event.key === 'Enter' || event.key === ' ')) props.onSelect(place.fold);
		else if (place && event.key === 'e' && place.fold.children.length) props.onToggle(place.fold);
		else if (place && event.key === 'f' && place.fold.box) props.onFoldBox(place.fold.box);
		else if (place && event.key.startsWith('Arrow')) focusItem(neighbour(layout, place, event.key));
		else return;
		event.preventDefault();
	};

	const focusItem = (place: Placed | undefined) => {
		if (!place) return;
		svg.current!.querySelector<SVGGElement>(`[data-key="${CSS.escape(place.fold.key)}"]`)?.focus();
		behavior.current!.translateTo(select(svg.current!), place.x + place.width / 2, place.y);
	};

	const routes = [...layout.routes].sort(
		(a, b) =>
			Number(edgeClass(a.edge, marks).includes('is-selected')) -
			Number(edgeClass(b.edge, marks).includes('is-selected')),
	);
	let first = true;
	return (
		<div class="canvas">
			<svg
				ref={svg}
				class="graph"
				role="group"
				aria-label={props.title}
				onKeyDown={onKeyDown}
				onClick={() => props.onSelect(null)}>
				<defs>
					{['plain', 'loop', 'cascade'].map(name => (
						<marker
							key={name}
							id={`arrow-${name}`}
							class={`arrow arrow-${name}`}
							viewBox="0 0 8 8"
							refX="7"
							refY="4"
							markerWidth="7"
							markerHeight="7"
							markerUnits="userSpaceOnUse"
							orient="auto">
							<path d="M0,0L8,4L0,8z" />
						</marker>
					))}
					<marker
						id="ring"
						class="ring"
						viewBox="0 0 8 8"
						refX="1"
						refY="4"
						markerWidth="8"
						markerHeight="8"
						markerUnits="userSpaceOnUse">
						<circle cx="4" cy="4" r="3" />
					</marker>
				</defs>
				<g ref={content}>
					{layout.boxes.map(box => (
						<g key={box.key} class="box">
							<rect x={box.x} y={box.y} width={box.width} height={box.height} rx="6" />
							<g
								class="fold"
								onClick={event => {
									event.stopPropagation();
									props.onFoldBox(box.key);
								}}>
								<title>{`fold ${box.label}`}</title>
								<rect x={box.x} y={box.y} width={box.width} height="18" rx="6" />
								<text x={box.x + 8} y={box.y + 14}>
									{box.label}
								</text>
								<path d={`M${box.x + box.width - 16},${box.y + 10}h8`} />
							</g>
						</g>
					))}
					{routes.map(({ edge, path }) => (
						<g
							key={edge.key}
							class={edgeClass(edge, marks)}
							data-edge={edge.key}
							onClick={event => {
								event.stopPropagation();
								props.onEdge(edge);
							}}>
							<title>{edgeTitle(edge)}</title>
							<path class="hit" d={path} />
							<path
								class="line"
								d={path}
								stroke-width={Math.min(4, 1.1 + Math.log10(edge.edges.length))}
								marker-start={edge.state && !edge.loop ? 'url(#ring)' : undefined}
								marker-end={`url(#arrow-${
									edge.loop
										? 'loop'
										: edge.from.column === 4 && edge.to.column === 2
											? 'cascade'
											: 'plain'
								})`}
							/>
						</g>
					))}
					{[...layout.items.values()].map(place => {
						const item = (
							<Item key={place.fold.key} place={place} marks={marks} first={first} props={props} />
						);
						first = false;
						return item;
					})}
					{layout.heads.map(head => (
						<text key={head.column} class="head" x={head.x + head.width / 2} y="22">
							{COLUMN_TITLES[head.column]}
							<tspan class="count"> {head.count.toLocaleString('en')}</tspan>
						</text>
					))}
				</g>
			</svg>
			<div class="zoom-buttons" role="group" aria-label="zoom">
				<button type="button" aria-label="zoom in" onClick={() => scale(1.3)}>
					+
				</button>
				<button type="button" aria-label="zoom out" onClick={() => scale(1 / 1.3)}>
					−
				</button>
				<button type="button" aria-label="show all" onClick={fit}>
					⤢
				</button>
			</div>
		</div>
	);
}
