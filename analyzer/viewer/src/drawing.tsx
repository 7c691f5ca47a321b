/* The graph as SVG, with clicks and keys on what is drawn. */
import { COLUMNS, plural, type GraphNode } from './data';
import { type DrawnEdge, type Drawing, type Fold, foldDetail } from './fold';
import { labelOf, type Layout, type Placed } from './layout';
import { Markers, usePanZoom, zoomByKey, ZoomButtons } from './pan_zoom';

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
	const isUnread = (node: GraphNode) =>
		node.findings.some(finding => finding.rule === 'unused-feature' && !finding.suppressed);
	return fold.members.every(
		node =>
			(node.kind === 'feature' && !node.out.some(edge => edge.to.kind === 'model')) ||
			(node.kind === 'prediction' && !node.out.length && isUnread(node)),
	);
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
	const selected = marks.selected === undefined ? undefined : layout.items.get(marks.selected);
	const pan = usePanZoom(
		layout,
		`${layout.width},${layout.height},${layout.items.size}`,
		props.view,
		props.onView,
		selected && { x: selected.x + selected.width / 2, y: selected.y },
	);

	const onKeyDown = (event: KeyboardEvent) => {
		const key = (event.target as Element).closest<SVGGElement>('[data-key]')?.dataset.key;
		const place = key === undefined ? undefined : layout.items.get(key);
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.key === 'Escape') props.onSelect(null);
		else if (place && (event.key === 'Enter' || event.key === ' ')) props.onSelect(place.fold);
		else if (place && event.key === 'e' && place.fold.children.length) props.onToggle(place.fold);
		else if (place && event.key === 'f' && place.fold.box) props.onFoldBox(place.fold.box);
		else if (place && event.key.startsWith('Arrow')) focusItem(neighbour(layout, place, event.key));
		else if (!zoomByKey(pan, event.key)) return;
		event.preventDefault();
	};

	const focusItem = (place: Placed | undefined) => {
		if (!place) return;
		pan.svg.current!.querySelector<SVGGElement>(`[data-key="${CSS.escape(place.fold.key)}"]`)?.focus();
		pan.center({ x: place.x + place.width / 2, y: place.y });
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
				ref={pan.svg}
				class="graph"
				role="group"
				aria-label={props.title}
				onKeyDown={onKeyDown}
				onClick={() => props.onSelect(null)}>
				<defs>
					<Markers />
				</defs>
				<g ref={pan.content}>
					{layout.boxes.map(box => (
						<g key={box.key} class="box">
							<rect x={box.x} y={box.y} width={box.width} height={box.height} rx="6" />
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
					{layout.boxes.map(box => (
						<g
							key={box.key}
							class="box fold"
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
			<ZoomButtons pan={pan} />
		</div>
	);
}
