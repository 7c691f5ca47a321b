/* The graph page: filters above, the drawing, and beside it what is selected. */
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
	columnPlural,
	DEP_KINDS,
	NODE_KINDS,
	plural,
	type DepKind,
	type Graph,
	type GraphEdge,
	type GraphNode,
	type Reached,
} from './data';
import { GraphDrawing, type Marks } from './drawing';
import {
	DEFAULT_LIMIT,
	draw,
	groupTitle,
	pathTo,
	type DrawnEdge,
	type Drawing,
	type Fold,
	type Grouping,
} from './fold';
import { layOut } from './layout';
import { Dep, Ends, findingRoute, Kind, LevelTag, nodeRoute, ReportContext, Witness } from './parts';
import { changeQuery, listOf, listText, noteInAddress, type Route } from './route';

const GROUPINGS: Grouping[] = ['module', 'file', 'owner', 'none'];

function valuesOf(graph: Graph, key: (node: GraphNode) => string): string[] {
	return [...new Set(graph.nodes.map(key))].filter(Boolean).sort();
}

interface Filters {
	deps: Set<DepKind>;
	hidden: Set<string>;
	module: string;
	owner: string;
	rule: string;
	only: boolean;
	selected: string;
	grouping: Grouping;
	search: string;
}

function readFilters(query: URLSearchParams, graph: Graph): Filters {
	const deps = listOf(query.get('deps'));
	const grouping = query.get('group') as Grouping;
	const best = graph.nodes.some(node => node.module) ? 'module' : 'file';
	return {
		deps: new Set(deps.length ? DEP_KINDS.filter(kind => deps.includes(kind)) : DEP_KINDS),
		hidden: new Set(listOf(query.get('hide'))),
		module: query.get('module') ?? '',
		owner: query.get('owner') ?? '',
		rule: query.get('rule') ?? '',
		only: query.get('only') === '1',
		selected: query.get('node') ?? '',
		grouping: GROUPINGS.includes(grouping) ? grouping : best,
		search: query.get('q') ?? '',
	};
}

/* The nodes that the filters are about, and the neighbours that explain them. */
function chooseNodes(graph: Graph, filters: Filters): { shown: GraphNode[]; context: Set<GraphNode> } {
	const hasFocus = filters.module || filters.owner || filters.rule;
	const inFocus = (node: GraphNode) =>
		(!filters.module || node.module === filters.module) &&
		(!filters.owner || node.owner === filters.owner) &&
		(!filters.rule || node.findings.some(finding => finding.rule === filters.rule && !finding.suppressed));
	const focus = hasFocus ? new Set(graph.nodes.filter(inFocus)) : null;
	const context = new Set<GraphNode>();
	if (focus)
		for (const node of focus)
			for (const near of [...node.in.map(edge => edge.from), ...node.out.map(edge => edge.to)])
				if (!focus.has(near)) context.add(near);
	const selected = filters.only ? graph.node(filters.selected) : undefined;
	const near =
		selected &&
		new Set([
			selected,
			...graph.reach(selected, 'up', filters.deps).map(reached => reached.node),
			...graph.reach(selected, 'down', filters.deps).map(reached => reached.node),
		]);
	const shown = graph.nodes.filter(
		node =>
			!filters.hidden.has(node.kind) &&
			(!focus || focus.has(node) || context.has(node)) &&
			(!near || near.has(node)),
	);
	return { shown, context };
}

function Choice(props: {
	label: string;
	value: string;
	values: string[];
	all: string;
	onChange: (value: string) => void;
}) {
	if (!props.values.length) return null;
	return (
		<label class="choice">
			<span>{props.label}</span>
			<select value={props.value} onChange={event => props.onChange(event.currentTarget.value)}>
				{props.all ? <option value="">{props.all}</option> : null}
				{props.values.map(value => (
					<option key={value} value={value}>
						{value}
					</option>
				))}
			</select>
		</label>
	);
}

function Check(props: { checked: boolean; onChange: (checked: boolean) => void; children: ComponentChildren }) {
	return (
		<label class="check">
			<input
				type="checkbox"
				checked={props.checked}
				onChange={event => props.onChange(event.currentTarget.checked)}
			/>
			{props.children}
		</label>
	);
}

function toggled<T>(values: ReadonlySet<T>, value: T, on: boolean): Set<T> {
	const result = new Set(values);
	if (on) result.add(value);
	else result.delete(value);
	return result;
}

function FilterBar({ graph, filters, children }: { graph: Graph; filters: Filters; children: ComponentChildren }) {
	const rules = [
		...new Set(graph.findings.filter(finding => !finding.suppressed).map(finding => finding.rule)),
	].sort();
	const setDep = (kind: DepKind, on: boolean) => {
		const deps = toggled(filters.deps, kind, on);
		changeQuery({ deps: deps.size === DEP_KINDS.length || !deps.size ? '' : listText(deps) });
	};
	return (
		<form class="filters" onSubmit={event => event.preventDefault()} aria-label="filters of the graph">
			<label class="choice">
				<span>Search</span>
				<input
					type="search"
					value={filters.search}
					placeholder="name in the graph"
					spellcheck={false}
					onInput={event => changeQuery({ q: event.currentTarget.value }, true)}
				/>
			</label>
			<fieldset>
				<legend>Dependencies</legend>
				{DEP_KINDS.map(kind => (
					<Check key={kind} checked={filters.deps.has(kind)} onChange={on => setDep(kind, on)}>
						<Dep kind={kind} />
					</Check>
				))}
			</fieldset>
			<fieldset>
				<legend>Kinds</legend>
				{NODE_KINDS.filter(kind => graph.nodes.some(node => node.kind === kind)).map(kind => (
					<Check
						key={kind}
						checked={!filters.hidden.has(kind)}
						onChange={on =>
							changeQuery({ hide: listText(toggled(filters.hidden, kind as string, !on)) })
						}>
						<Kind kind={kind} />
					</Check>
				))}
			</fieldset>
			<Choice
				label="Module"
				value={filters.module}
				all="all"
				values={valuesOf(graph, node => node.module)}
				onChange={module => changeQuery({ module })}
			/>
			<Choice
				label="Owner"
				value={filters.owner}
				all="all"
				values={valuesOf(graph, node => node.owner)}
				onChange={owner => changeQuery({ owner })}
			/>
			<Choice
				label="Findings of"
				value={filters.rule}
				all="any rule"
				values={rules}
				onChange={rule => changeQuery({ rule })}
			/>
			<Choice
				label="Group by"
				value={filters.grouping}
				all=""
				values={GROUPINGS}
				onChange={group => changeQuery({ group, open: '', fold: '' })}
			/>
			{children}
		</form>
	);
}

function ReachList({ title, list, direction }: { title: string; list: Reached[]; direction: 'up' | 'down' }) {
	const [all, setAll] = useState(false);
	const shown = all ? list : list.slice(0, 60);
	return (
		<section class="reach">
			<h3>
				{title} <span class="muted">{list.length}</span>
			</h3>
			{list.length ? null : <p class="muted">Nothing.</p>}
			<ul>
				{shown.map(reached => (
					<li key={reached.node.id}>
						<Kind kind={reached.node.kind} />
						<button
							type="button"
							class="link"
							onClick={() => changeQuery({ node: reached.node.id, edge: '' })}>
							{reached.node.label || reached.node.name}
						</button>
						<Dep kind={reached.kind} state={reached.state} />
						{reached.distance > 1 ? (
							<span class="muted">{reached.distance} steps</span>
						) : (
							<button
								type="button"
								class="small"
								onClick={() => changeQuery({ edge: edgeKey(reached.by) })}>
								{direction === 'up' ? 'how it gets here' : 'how it gets there'}
								<span class="sr">
									{direction === 'up'
										? ` from ${reached.node.label}`
										: `, to ${reached.node.label}`}
								</span>
							</button>
						)}
					</li>
				))}
			</ul>
			{list.length > shown.length ? (
				<button type="button" onClick={() => setAll(true)}>
					show all {list.length}
				</button>
			) : null}
		</section>
	);
}

function edgeKey(edge: GraphEdge): string {
	return listText([edge.from.id, edge.to.id]);
}

function NodePanel({ graph, node, filters }: { graph: Graph; node: GraphNode; filters: Filters }) {
	const up = useMemo(() => graph.reach(node, 'up', filters.deps), [graph, node, [...filters.deps].join()]);
	const down = useMemo(() => graph.reach(node, 'down', filters.deps), [graph, node, [...filters.deps].join()]);
	return (
		<>
			<h2>
				<Kind kind={node.kind} /> <span class="name">{node.label || node.name}</span>
			</h2>
			<p class="actions">
				<a class="button" href={nodeRoute(node)}>
					open its page
				</a>
				<button
					type="button"
					aria-pressed={filters.only}
					onClick={() => changeQuery({ only: filters.only ? '' : '1' })}>
					only what it is connected to
				</button>
			</p>
			{node.module || node.owner ? (
				<p class="muted">
					{[node.module && `module ${node.module}`, node.owner && `owner ${node.owner}`]
						.filter(Boolean)
						.join(', ')}
				</p>
			) : null}
			{node.findings
				.filter(finding => !finding.hidden && !finding.suppressed)
				.slice(0, 8)
				.map(finding => (
					<p key={finding.fingerprint}>
						<LevelTag level={finding.level} /> <a href={findingRoute(finding)}>{finding.rule}</a>
					</p>
				))}
			<ReachList title="Upstream" list={up} direction="up" />
			<ReachList title="Downstream" list={down} direction="down" />
		</>
	);
}

function FoldPanel({ fold, onToggle }: { fold: Fold; onToggle: (fold: Fold) => void }) {
	return (
		<>
			<h2>
				<Kind kind={fold.members[0].kind} /> <span class="name">{fold.label}</span>
			</h2>
			<p>{columnPlural(fold.column, fold.members.length)}, drawn as one.</p>
			<p class="actions">
				<button type="button" onClick={() => onToggle(fold)}>
					expand
				</button>
			</p>
			<ul class="members">
				{fold.members.slice(0, 200).map(node => (
					<li key={node.id}>
						<button type="button" class="link" onClick={() => changeQuery({ node: node.id, edge: '' })}>
							{node.label || node.name}
						</button>
					</li>
				))}
			</ul>
			{fold.members.length > 200 ? <p class="muted">and {fold.members.length - 200} more</p> : null}
		</>
	);
}

const MAX_EDGES = 40;

export function EdgePanel({ title, edges }: { title: string; edges: GraphEdge[] }) {
	return (
		<>
			<h2 class="name">{title}</h2>
			{edges.length > 1 ? <p>{plural(edges.length, 'edge')}, drawn as one.</p> : null}
			{edges.slice(0, MAX_EDGES).map((edge, i) => (
				<details key={edge.index} open={i === 0}>
					<summary>
						{edge.from.label} → {edge.to.label} <Dep kind={edge.kind} state={edge.state} />
						{edge.unresolved ? <span class="tag">not fully resolved</span> : null}
						{edge.paths > 1 ? <span class="muted"> and {edge.paths} other ways</span> : null}
					</summary>
					<Ends edge={edge} />
					<Witness steps={edge.witness} />
				</details>
			))}
			{edges.length > MAX_EDGES ? <p class="muted">and {edges.length - MAX_EDGES} more</p> : null}
		</>
	);
}

function Legend() {
	return (
		<details class="legend">
			<summary>Legend and keys</summary>
			<p>
				<Dep kind="data" /> the value is computed from it. <Dep kind="index" /> it chooses which element is
				read or written. <Dep kind="control" /> it chooses which of several values arrives.{' '}
				<span class="swatch swatch-loop">closes a loop</span>{' '}
				<span class="swatch swatch-ring">a ring: only from an earlier call</span>{' '}
				<span class="swatch swatch-cascade">a prediction that is an input of another model</span>{' '}
				<span class="swatch swatch-hidden">undeclared consumer</span>{' '}
				<span class="swatch swatch-unused">nothing reads it</span>
			</p>
			<p>
				Arrow keys go from node to node, Enter selects, <kbd>e</kbd> expands, <kbd>f</kbd> folds the group
				around, <kbd>+</kbd> <kbd>−</kbd> <kbd>0</kbd> zoom, Escape clears. Drag to move, wheel or pinch to
				zoom.
			</p>
		</details>
	);
}

interface Selection {
	fold?: Fold;
	node?: GraphNode;
	edges?: GraphEdge[];
	edge?: DrawnEdge;
	title?: string;
}

function readSelection(graph: Graph, drawing: Drawing, query: URLSearchParams): Selection {
	const [from, to] = listOf(query.get('edge'));
	const result: Selection = {};
	if (from && to) {
		const single = graph.edge(from, to);
		const edge =
			drawing.edges.find(drawn => drawn.from.key === from && drawn.to.key === to) ??
			(single && drawing.edges.find(drawn => drawn.edges.includes(single)));
		const edges = single ? [single] : edge?.edges;
		if (edges)
			Object.assign(result, {
				edge,
				edges,
				title: single
					? `${single.from.label} → ${single.to.label}`
					: `${edge!.from.label} → ${edge!.to.label}`,
			});
	}
	const key = query.get('node') ?? '';
	result.node = graph.node(key);
	result.fold = result.node ? drawing.of.get(result.node) : drawing.items.find(item => item.key === key);
	return result;
}

function litItems(
	graph: Graph,
	drawing: Drawing,
	selection: Selection,
	deps: Set<DepKind>,
): Set<string> | undefined {
	if (selection.edge) return new Set([selection.edge.from.key, selection.edge.to.key]);
	const start = selection.node ? [selection.node] : selection.fold?.members;
	if (!start) return undefined;
	const lit = new Set<string>(selection.fold ? [selection.fold.key] : []);
	for (const node of start.slice(0, 50))
		for (const direction of ['up', 'down'] as const)
			for (const reached of graph.reach(node, direction, deps)) {
				const item = drawing.of.get(reached.node);
				if (item) lit.add(item.key);
			}
	return lit;
}

export function GraphPage({ route }: { route: Route }) {
	const { graph } = useContext(ReportContext);
	const text = route.query.toString();
	const filters = useMemo(() => readFilters(route.query, graph), [graph, text]);
	const opened = new Set(listOf(route.query.get('open'))),
		folded = new Set(listOf(route.query.get('fold')));
	const choice = [filters.hidden, filters.deps].map(set => [...set].join()).join('|');
	const shapeKey = [
		choice,
		filters.module,
		filters.owner,
		filters.rule,
		filters.only ? filters.selected : '',
		filters.grouping,
		route.query.get('open'),
		route.query.get('fold'),
	].join('\n');
	const { drawing, layout, context } = useMemo(() => {
		const { shown, context } = chooseNodes(graph, filters);
		const drawing = draw(shown, filters.grouping, DEFAULT_LIMIT, opened, folded, edge =>
			filters.deps.has(edge.kind),
		);
		const label = (key: string) => groupTitle(key.replace(/^group:\d+:/, ''), filters.grouping);
		const layout = layOut(drawing, key =>
			key.startsWith('group:') ? label(key) : (drawing.roots.find(root => root.key === key)?.label ?? ''),
		);
		return { drawing, layout, context };
	}, [graph, shapeKey]);

	const selection = readSelection(graph, drawing, route.query);
	const lit = useMemo(() => litItems(graph, drawing, selection, filters.deps), [drawing, text]);
	const needle = filters.search.toLowerCase();
	const matches = needle
		? drawing.items
				.flatMap(item => item.members)
				.filter(
					node => node.name.toLowerCase().includes(needle) || node.label.toLowerCase().includes(needle),
				)
		: [];
	const marks: Marks = {
		selected: selection.fold?.key,
		edge: selection.edge?.key,
		lit,
		context: node => context.has(node),
		found: needle ? new Set(matches.map(node => drawing.of.get(node)!.key)) : undefined,
	};

	const toggle = (fold: Fold) =>
		changeQuery({
			open: listText(toggled(opened, fold.key, true)),
			fold: listText(toggled(folded, fold.key, false)),
		});
	const foldBox = (key: string) =>
		changeQuery({
			open: listText(toggled(opened, key, false)),
			fold: listText(toggled(folded, key, true)),
		});
	const isPanel = !!(selection.edges || selection.node || selection.fold);
	const panel = useRef<HTMLElement>(null);
	useEffect(() => {
		panel.current?.scrollTo(0, 0);
	}, [route.query.get('node'), route.query.get('edge')]);
	const state =
		`${drawing.items.length} drawn of ${drawing.total.toLocaleString('en')} nodes` +
		(drawing.total < graph.nodes.length ? ` (${graph.nodes.length.toLocaleString('en')} in all)` : '');
	return (
		<div class="graph-page">
			<h1 class="sr">Dependency graph</h1>
			<FilterBar graph={graph} filters={filters}>
				<span class="state" role="status">
					{needle ? `${plural(matches.length, 'match', 'matches')}, ` : ''}
					{state}
				</span>
				<button type="button" onClick={() => (location.hash = '#/graph')}>
					reset
				</button>
			</FilterBar>
			{needle && matches.length ? (
				<ul class="matches" aria-label="matches">
					{matches.slice(0, 12).map(node => (
						<li key={node.id}>
							<button
								type="button"
								onClick={() =>
									changeQuery({
										node: node.id,
										edge: '',
										open: listText([...opened, ...pathTo(drawing.roots, node)]),
									})
								}>
								<Kind kind={node.kind} /> {node.label}
							</button>
						</li>
					))}
				</ul>
			) : null}
			<div class={isPanel ? 'with-panel' : 'without-panel'}>
				{drawing.items.length ? (
					<GraphDrawing
						drawing={drawing}
						layout={layout}
						marks={marks}
						view={route.query.get('at') ?? ''}
						title={`dependency graph, ${state}; arrow keys go from node to node`}
						onSelect={fold =>
							changeQuery({
								node: fold ? (fold.children.length ? fold.key : fold.members[0].id) : '',
								edge: '',
								only: '',
							})
						}
						onEdge={edge =>
							changeQuery({
								edge:
									edge.edges.length === 1
										? edgeKey(edge.edges[0])
										: listText([edge.from.key, edge.to.key]),
							})
						}
						onToggle={toggle}
						onFoldBox={foldBox}
						onView={view => noteInAddress('at', view)}
					/>
				) : (
					<p class="empty">Nothing in the graph passes these filters.</p>
				)}
				{isPanel ? (
					<aside class="panel" aria-label="details" ref={panel} tabIndex={0}>
						<button
							type="button"
							class="close"
							aria-label="close the details"
							onClick={() =>
								changeQuery(
									selection.edges && selection.node
										? { edge: '' }
										: { node: '', edge: '', only: '' },
								)
							}>
							×
						</button>
						{selection.edges ? (
							<EdgePanel title={selection.title!} edges={selection.edges} />
						) : selection.node ? (
							<NodePanel graph={graph} node={selection.node} filters={filters} />
						) : (
							<FoldPanel fold={selection.fold!} onToggle={toggle} />
						)}
					</aside>
				) : null}
			</div>
			<Legend />
		</div>
	);
}
