/* How the features of a model are made: the named values between them and the signals, as the C side found them. */
import { useContext, useMemo } from 'preact/hooks';
import { type Graph, type GraphNode, plural, type Site, type StepsNode, type StepsView } from './data';
import { Markers, usePanZoom, zoomByKey, ZoomButtons } from './pan_zoom';
import { Code, Dep, NodeLink, Place, ReportContext } from './parts';
import { changeQuery, noteInAddress, type Route, routeTo } from './route';
import { layOutSteps, linesOf, type Spot, type StepsLayout } from './steps_layout';

const MAX_LISTED = 60;
const COLUMNS = ['signal', 'state', 'value', 'feature', 'model'];

function siteOf(place: { file?: string; line?: number }): Site {
	return { file: place.file ?? '', line: place.line ?? 0, column: 0, function: '' };
}

/* What START leads to, or what leads to it, without itself. */
function reached(view: StepsView, start: number, forward: boolean): Set<number> {
	const found = new Set([start]);
	for (const node of found)
		for (const edge of view.edges) {
			const [from, to] = forward ? [edge.from, edge.to] : [edge.to, edge.from];
			if (from === node) found.add(to);
		}
	found.delete(start);
	return found;
}

function select(node?: number, edge?: number) {
	changeQuery({ node: node === undefined ? '' : String(node), edge: edge === undefined ? '' : String(edge) });
}

/* An index of LIST in the address. */
function chosen(text: string | null, list: unknown[]): number | undefined {
	const index = text ? Number(text) : -1;
	return Number.isInteger(index) && index >= 0 && index < list.length ? index : undefined;
}

function Legend({ view }: { view: StepsView }) {
	const columns = COLUMNS.filter(column => view.nodes.some(node => node.column === column));
	return (
		<p class="steps-legend">
			{columns.map(column => (
				<span key={column} class={`kind kind-${column === 'state' ? 'store' : column}`}>
					{column}
				</span>
			))}
			<Dep kind="data" /> <Dep kind="index" /> <Dep kind="control" />
			{view.edges.some(edge => edge.delayed) ? (
				<span class="swatch swatch-ring">a ring: only from an earlier call</span>
			) : null}
		</p>
	);
}

/* Starts with what is drawn, as those need it who speak to their computers. */
function titleOf(view: StepsView, index: number): string {
	const node = view.nodes[index],
		drawn = linesOf(node);
	const count = (forward: boolean) => view.edges.filter(edge => (forward ? edge.from : edge.to) === index).length;
	const whole = drawn[0] === node.name ? '' : ` ${node.name}`;
	return `${drawn.join(' ')}, ${node.column}${whole}, ${plural(count(false), 'input')}, ${plural(count(true), 'output')}`;
}

/* The nearest spot in the direction of an arrow key. */
function neighbour(layout: StepsLayout, from: Spot, key: string): Spot | undefined {
	const vertical = key === 'ArrowUp' || key === 'ArrowDown',
		sign = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
	const far = (spot: Spot) =>
		Math.abs(spot.y - from.y) + (vertical ? 0 : 1e4 * Math.abs(spot.layer - from.layer));
	return layout.spots
		.filter(spot =>
			vertical
				? spot.layer === from.layer && sign * (spot.y - from.y) > 0
				: sign * (spot.layer - from.layer) > 0,
		)
		.sort((a, b) => far(a) - far(b))[0];
}

function Item({ view, spot, classes, first }: { view: StepsView; spot: Spot; classes: string; first: boolean }) {
	const index = spot.node!,
		[name, ...rest] = linesOf(view.nodes[index]);
	const title = titleOf(view, index);
	return (
		<g
			class={classes}
			transform={`translate(${spot.x},${spot.y - spot.height / 2})`}
			role="button"
			tabindex={first ? 0 : -1}
			data-key={String(index)}
			aria-label={title}
			aria-pressed={classes.includes('is-selected')}
			onClick={event => {
				event.stopPropagation();
				select(index);
			}}>
			<title>{title}</title>
			<rect
				class="body"
				width={spot.width}
				height={spot.height}
				rx={view.nodes[index].column === 'model' ? 11 : 4}
			/>
			<text x={spot.width / 2} y="17" class="step-name">
				{name}
			</text>
			{rest.map((line, i) => (
				<>
					{' ' /* between words for those who do not see them */}
					<text key={i} x={spot.width / 2} y={31 + 13 * i} class="step-line">
						{line}
					</text>
				</>
			))}
		</g>
	);
}

function StepsDrawing(props: { view: StepsView; layout: StepsLayout; at: string; node?: number; edge?: number }) {
	const { view, layout, node, edge } = props;
	/* Where it does not all fit, the end of the ways is where to start. */
	const last = layout.spots.reduce((last, spot) => (spot.x > last.x ? spot : last), layout.spots[0]);
	const focus = node === undefined ? last : layout.spots[node];
	const pan = usePanZoom(layout, view.title, props.at, at => noteInAddress('at', at), focus);
	const lit = useMemo(() => {
		if (edge !== undefined) return new Set([view.edges[edge].from, view.edges[edge].to]);
		if (node === undefined) return undefined;
		return new Set([node, ...reached(view, node, true), ...reached(view, node, false)]);
	}, [view, node, edge]);
	const onKeyDown = (event: KeyboardEvent) => {
		const key = (event.target as Element).closest<SVGGElement>('[data-key]')?.dataset.key;
		const spot = key === undefined ? undefined : layout.spots[Number(key)];
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.key === 'Escape') select();
		else if (spot && (event.key === 'Enter' || event.key === ' ')) select(spot.node);
		else if (spot && event.key.startsWith('Arrow')) {
			const next = neighbour(layout, spot, event.key);
			if (next) {
				pan.svg.current!.querySelector<SVGGElement>(`[data-key="${next.node}"]`)?.focus();
				pan.center({ x: next.x + next.width / 2, y: next.y });
			}
		} else if (!zoomByKey(pan, event.key)) return;
		event.preventDefault();
	};
	const classesOf = (index: number) =>
		['item', `item-${view.nodes[index].column}`]
			.concat(index === node ? 'is-selected' : [], lit && !lit.has(index) ? 'is-faded' : [])
			.join(' ');
	return (
		<div class="canvas">
			<svg
				ref={pan.svg}
				class="graph steps"
				role="group"
				aria-label={`${view.title}; arrow keys go from one to the next`}
				onKeyDown={onKeyDown}
				onClick={() => select()}>
				<defs>
					<Markers />
				</defs>
				<g ref={pan.content}>
					{view.edges.map(({ from, to, kind, count, delayed }, i) => (
						<g
							key={i}
							class={`edge line-${kind}${i === edge ? ' is-selected' : ''}${
								lit && !(lit.has(from) && lit.has(to)) ? ' is-faded' : ''
							}`}
							data-edge={String(i)}
							onClick={event => {
								event.stopPropagation();
								select(undefined, i);
							}}>
							<title>
								{`${view.nodes[from].name} → ${view.nodes[to].name}: ${kind}, ` +
									plural(count, 'dependency', 'dependencies')}
							</title>
							<path class="hit" d={layout.paths[i]} />
							<path
								class="line"
								d={layout.paths[i]}
								stroke-width={Math.min(4, 1.1 + Math.log10(count))}
								marker-start={delayed ? 'url(#ring)' : undefined}
								marker-end="url(#arrow-plain)"
							/>
						</g>
					))}
					{layout.spots.map((spot, i) => (
						<Item
							key={i}
							view={view}
							spot={spot}
							classes={classesOf(i)}
							first={node === undefined ? i === 0 : i === node}
						/>
					))}
				</g>
			</svg>
			<ZoomButtons pan={pan} />
		</div>
	);
}

/* The nodes of the graph that NODE stands for. */
function nodesOf(graph: Graph, node: StepsNode) {
	return (node.ids ?? [node.id]).map(id => graph.node(id)).filter((found): found is GraphNode => !!found);
}

function StepList({ view, title, indexes }: { view: StepsView; title: string; indexes: number[] }) {
	return (
		<section class="reach">
			<h3>
				{title} <span class="muted">{indexes.length}</span>
			</h3>
			{indexes.length ? null : <p class="muted">Nothing.</p>}
			<ul>
				{indexes.map(index => (
					<li key={index}>
						<span class={`kind kind-${view.nodes[index].column}`}>{view.nodes[index].column}</span>
						<button type="button" class="link" onClick={() => select(index)}>
							{view.nodes[index].name}
						</button>
						{view.nodes[index].column === 'value' ? (
							<span class="muted">{view.nodes[index].detail}</span>
						) : null}
					</li>
				))}
			</ul>
		</section>
	);
}

function NodeDetails({ graph, view, index }: { graph: Graph; view: StepsView; index: number }) {
	const node = view.nodes[index],
		known = nodesOf(graph, node),
		text = graph.textAt(siteOf(node));
	const ends = (forward: boolean) => {
		const next = view.edges.filter(edge => (forward ? edge.from : edge.to) === index);
		return [...new Set(next.map(edge => (forward ? edge.to : edge.from)))];
	};
	const behind = [...reached(view, index, false)].filter(other => view.nodes[other].column !== 'value'),
		before = [...reached(view, index, true)].filter(other => view.nodes[other].column === 'feature');
	return (
		<>
			<h2>
				<span class={`kind kind-${node.column}`}>{node.column}</span> <span class="name">{node.name}</span>
			</h2>
			{node.detail ? <p class="muted">{node.detail}</p> : null}
			{node.file ? (
				<p>
					<Place site={siteOf(node)} /> {text ? <Code text={text} /> : null}
				</p>
			) : null}
			{known.length ? (
				<ul class="members">
					{known.slice(0, MAX_LISTED).map(member => (
						<li key={member.id}>
							<NodeLink node={member} />
						</li>
					))}
				</ul>
			) : null}
			{known.length > MAX_LISTED ? <p class="muted">and {known.length - MAX_LISTED} more</p> : null}
			<StepList view={view} title="Made of" indexes={ends(false)} />
			<StepList view={view} title="Goes into" indexes={ends(true)} />
			{node.column === 'value' ? (
				<>
					<StepList view={view} title="In the end from" indexes={behind} />
					<StepList view={view} title="Features made with it" indexes={before} />
				</>
			) : null}
		</>
	);
}

function EdgeDetails({ graph, view, index }: { graph: Graph; view: StepsView; index: number }) {
	const edge = view.edges[index],
		text = graph.textAt(siteOf(edge));
	return (
		<>
			<h2 class="name">
				{view.nodes[edge.from].name} → {view.nodes[edge.to].name}
			</h2>
			<p>
				<Dep kind={edge.kind} state={edge.delayed} />{' '}
				{edge.count === 1
					? '1 dependency goes this way'
					: `${edge.count.toLocaleString('en')} dependencies go this way`}
				{edge.file ? ', one of them to' : '.'}
			</p>
			{edge.file ? (
				<p>
					<Place site={siteOf(edge)} /> {text ? <Code text={text} /> : null}
				</p>
			) : null}
			<StepList view={view} title="Ends" indexes={[edge.from, edge.to]} />
		</>
	);
}

export function StepsPage({ route }: { route: Route }) {
	const { graph, steps } = useContext(ReportContext);
	const view = steps.get(`model:${route.argument}`);
	const layout = useMemo(() => view && layOutSteps(view), [view]);
	const model = graph.node(`model:${route.argument}`);
	if (!view || !layout || !model)
		return (
			<>
				<h1>Not found</h1>
				<p>This report has no values between the signals and the features of “{route.argument}”.</p>
			</>
		);
	const node = chosen(route.query.get('node'), view.nodes),
		edge = chosen(route.query.get('edge'), view.edges);
	const isPanel = node !== undefined || edge !== undefined;
	return (
		<div class="steps-page">
			<h1>
				How the features of <a href={routeTo('model', model.name)}>{model.label || model.name}</a> are made
			</h1>
			<p class="muted">{view.subtitle}</p>
			<Legend view={view} />
			<div class={isPanel ? 'with-panel' : 'without-panel'}>
				<StepsDrawing
					view={view}
					layout={layout}
					at={route.query.get('at') ?? ''}
					node={node}
					edge={edge}
				/>
				{isPanel ? (
					<aside class="panel" aria-label="details" tabIndex={0}>
						<button type="button" class="close" aria-label="close the details" onClick={() => select()}>
							×
						</button>
						{edge !== undefined ? (
							<EdgeDetails graph={graph} view={view} index={edge} />
						) : (
							<NodeDetails graph={graph} view={view} index={node!} />
						)}
					</aside>
				) : null}
			</div>
		</div>
	);
}
