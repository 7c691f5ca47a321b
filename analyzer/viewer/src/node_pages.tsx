/* A page for each node, and the list that leads there. */
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import {
	columnOf,
	compareNames,
	DEP_KINDS,
	findingsByValue,
	type Finding,
	type Graph,
	type GraphEdge,
	type GraphNode,
	type NodeKind,
	NODE_KINDS,
	placeOf,
	plural,
	type Reached,
	type Site,
} from './data';
import { Code, Dep, Ends, Facts, Kind, NodeLink, Place, ReportContext, Section, Table, Witness } from './parts';
import { FindingLine } from './overview';
import { changeQuery, type Route, routeTo } from './route';

function Sites({ graph, sites }: { graph: Graph; sites: Site[] }) {
	const known = sites.filter(site => site.file);
	if (!known.length) return null;
	return (
		<ul class="plain sites">
			{known.slice(0, 30).map(site => {
				const text = graph.textAt(site);
				return (
					<li key={`${placeOf(site)}:${site.column}`}>
						<Place site={site} />
						{site.function ? <span class="muted"> in {site.function}</span> : null}
						{text ? <Code text={text} /> : null}
					</li>
				);
			})}
			{known.length > 30 ? <li class="muted">and {known.length - 30} more</li> : null}
		</ul>
	);
}

const USES: Record<string, string> = {
	'read-by-model': 'read by a model',
	'never-read': 'never read',
	'log-only': 'read, but by no model',
	overwritten: 'overwritten before a model reads it',
	'beyond-count': 'outside of the elements that the model reads',
	'not-asked': 'emitted under a name that no model asks for',
	'not-computed': 'declared, never computed',
	output: 'leaves through a public interface',
	guard: 'decides whether a model is evaluated',
	'within-model': "assigned by a model's own code",
};
const CONSUMES: Record<string, string> = {
	compute: 'computes with it',
	branch: 'branches on it',
	persist: 'keeps it',
	escape: 'lets it leave the program',
};

function nodeFacts(node: GraphNode): [string, ComponentChildren][] {
	const yes = (value: unknown, text: string) => (value ? text : '');
	return [
		['name', node.label !== node.name ? node.name : ''],
		['module', node.module],
		['owner', node.owner],
		['declared', yes(node.from_pack, 'by a pack that comes with featdep') || yes(node.declared, 'yes')],
		['version', node.version],
		[
			'marks',
			[
				yes(node.unstable, 'unstable'),
				yes(node.training_label, 'training label'),
				yes(node.deprecated, 'deprecated'),
				yes(node.monitor, 'monitor'),
				yes(node.test, 'test code'),
				yes(node.assumed, 'rests on an assumption about an unknown function'),
				yes(node.has_state, 'keeps state from one call to the next'),
				yes(node.access, `access: ${node.access}`),
			]
				.filter(Boolean)
				.join(', '),
		],
		['part of', node.kind === 'feature' ? node.object : ''],
		['use', node.use ? (USES[node.use] ?? node.use) : ''],
		['does', (node.uses ?? []).map(use => CONSUMES[use] ?? use).join(', ')],
		['leaves by', (node.escapes ?? []).join(', ')],
		['may be', (node.variants ?? []).length > 1 ? node.variants!.join(', ') : ''],
	];
}

function FindingList({ graph, findings }: { graph: Graph; findings: Finding[] }) {
	const active = findingsByValue(findings.filter(finding => !finding.suppressed && !finding.hidden));
	const noise = findingsByValue(findings.filter(finding => !finding.suppressed && finding.hidden));
	if (!active.length && !noise.length) return null;
	const list = (some: Finding[]) => (
		<ul class="plain">
			{some.slice(0, 50).map(finding => (
				<FindingLine key={finding.fingerprint} graph={graph} finding={finding} />
			))}
			{some.length > 50 ? <li class="muted">and {some.length - 50} more</li> : null}
		</ul>
	);
	return (
		<Section title="Findings">
			{active.length ? list(active) : null}
			{noise.length ? (
				<details>
					<summary>{plural(noise.length, 'finding')} that an audit hides by default</summary>
					{list(noise)}
				</details>
			) : null}
		</Section>
	);
}

/* What FEATURE is computed from: the strongest kind first, and what the program keeps itself last. */
function sourcesOf(feature: GraphNode): GraphEdge[] {
	return [...feature.in].sort(
		(a, b) =>
			DEP_KINDS.indexOf(a.kind) - DEP_KINDS.indexOf(b.kind) ||
			columnOf(a.from) - columnOf(b.from) ||
			compareNames(a.from.name, b.from.name),
	);
}

function NodeList({ edges, end }: { edges: GraphEdge[]; end: 'from' | 'to' }) {
	const shown = edges.slice(0, 8);
	return (
		<ul class="plain chips">
			{shown.map(edge => (
				<li key={edge.index}>
					<NodeLink node={edge[end]} /> <Dep kind={edge.kind} state={edge.state} />
				</li>
			))}
			{edges.length > shown.length ? <li class="muted">and {edges.length - shown.length} more</li> : null}
		</ul>
	);
}

/* Consecutive elements of an object that rest on the same, and are taken in the same way, are one row. */
function featureRows(model: GraphNode): GraphEdge[][] {
	const looks = (edge: GraphEdge) =>
		[edge, ...sourcesOf(edge.from)]
			.map(({ from, kind, state }, i) => `${i ? from.index : ''} ${kind} ${state}`)
			.concat(edge.from.guards.map(placeOf))
			.join('\n');
	const rows: GraphEdge[][] = [];
	for (const edge of [...model.in].sort((a, b) => compareNames(a.from.name, b.from.name))) {
		const last = rows[rows.length - 1]?.slice(-1)[0];
		const follows =
			last?.from.object &&
			last.from.object === edge.from.object &&
			typeof last.from.element === 'number' &&
			last.from.element + 1 === edge.from.element &&
			looks(last) === looks(edge);
		if (follows) rows[rows.length - 1].push(edge);
		else rows.push([edge]);
	}
	return rows;
}

function FeatureName({ row }: { row: GraphEdge[] }) {
	const [{ from }] = row;
	if (row.length === 1) return <NodeLink node={from} withKind={from.kind !== 'feature'} />;
	return (
		<details>
			<summary>{`${from.object}[${from.element}..${row[row.length - 1].from.element}]`}</summary>
			<ul class="plain">
				{row.map(edge => (
					<li key={edge.index}>
						<NodeLink node={edge.from} />
					</li>
				))}
			</ul>
		</details>
	);
}

const MAX_SHOWN = 3;

function FeatureTable({ graph, model }: { graph: Graph; model: GraphNode }) {
	const idle = (edge: GraphEdge) => (edge.from.idle_inputs ?? []).filter(input => input.model === model.id);
	const expressions = (row: GraphEdge[]) => [
		...new Set(
			row
				.flatMap(edge => (edge.from.definitions ?? []).map(definition => definition.expression))
				.filter(Boolean),
		),
	];
	const places = (row: GraphEdge[]) => [
		...new Map(row.flatMap(edge => edge.from.sites).map(site => [placeOf(site), site])).values(),
	];
	return (
		<Table
			label="features of the model"
			rows={featureRows(model)}
			empty="No input was found."
			columns={[
				{ title: 'feature', value: row => row[0].from.label, cell: row => <FeatureName row={row} /> },
				{
					title: 'kind',
					value: row => row[0].kind,
					cell: row => <Dep kind={row[0].kind} state={row[0].state} />,
				},
				{
					title: 'as',
					value: row => expressions(row)[0] ?? '',
					cell: row =>
						expressions(row)
							.slice(0, MAX_SHOWN)
							.map((text, i) => <Code key={i} text={text} />),
				},
				{
					title: 'weight',
					value: row => row.flatMap(idle)[0]?.why ?? '',
					cell: row =>
						row.flatMap(idle).map((input, i) => (
							<div key={i}>
								{input.why} <Place site={input.site} />
							</div>
						)),
				},
				{
					title: 'defined',
					value: row => row[0].from.sites[0]?.file ?? '',
					cell: row => <Sites graph={graph} sites={places(row).slice(0, MAX_SHOWN)} />,
				},
				{
					title: 'from',
					value: row => row[0].from.in.length,
					cell: row =>
						row[0].from.in.length ? (
							<NodeList edges={sourcesOf(row[0].from)} end="from" />
						) : (
							<span class="muted">nothing that was found</span>
						),
				},
				{
					title: 'only if',
					value: row => row[0].from.guards.length,
					cell: row => <Sites graph={graph} sites={row[0].from.guards.slice(0, MAX_SHOWN)} />,
				},
			]}
		/>
	);
}

function reachedTable(label: string, list: Reached[], empty: string) {
	return (
		<Table
			label={label}
			rows={list}
			empty={empty}
			columns={[
				{
					title: 'kind',
					value: row => NODE_KINDS.indexOf(row.node.kind) + 1,
					cell: row => <Kind kind={row.node.kind} />,
				},
				{ title: 'name', value: row => row.node.label, cell: row => <NodeLink node={row.node} /> },
				{
					title: 'dependency',
					value: row => row.kind,
					cell: row => <Dep kind={row.kind} state={row.state} />,
				},
				{ title: 'steps', numeric: true, value: row => row.distance },
				{ title: 'owner', value: row => row.node.owner },
				{
					title: 'at',
					value: row => row.node.sites[0]?.file ?? '',
					cell: row => (row.node.sites[0]?.file ? <Place site={row.node.sites[0]} /> : ''),
				},
			]}
		/>
	);
}

function EdgeWitnesses({
	edges,
	other,
	title,
	empty,
}: {
	edges: GraphEdge[];
	other: 'from' | 'to';
	title: string;
	empty: string;
}) {
	return (
		<Section title={title}>
			{edges.length ? null : <p class="muted">{empty}</p>}
			{edges.slice(0, 60).map((edge, i) => (
				<details key={edge.index} open={edges.length <= 3 && i < 3}>
					<summary>
						<Kind kind={edge[other].kind} /> {edge[other].label}{' '}
						<Dep kind={edge.kind} state={edge.state} />
						{edge.unresolved ? <span class="tag">not fully resolved</span> : null}
					</summary>
					<Ends edge={edge} />
					<Witness steps={edge.witness} />
				</details>
			))}
			{edges.length > 60 ? <p class="muted">and {edges.length - 60} more; the graph shows them all</p> : null}
		</Section>
	);
}

function ModelParts({ graph, model }: { graph: Graph; model: GraphNode }) {
	const up = graph.reach(model, 'up'),
		down = graph.reach(model, 'down');
	const cascadesIn = up.filter(
		reached => reached.node.kind === 'prediction' && !model.out.some(edge => edge.to === reached.node),
	);
	const cascadesOut = down.filter(reached => reached.node.kind === 'model' && reached.node !== model);
	const thresholds = model.out.flatMap(edge =>
		(edge.to.thresholds ?? []).map(threshold => ({ of: edge.to, ...threshold })),
	);
	const features = model.in.length;
	return (
		<>
			<Section title={`Features: ${features}`}>
				<FeatureTable graph={graph} model={model} />
			</Section>
			<Section title="Signals behind them">
				{reachedTable(
					'signals',
					up.filter(reached => reached.node.kind === 'signal' || reached.node.kind === 'store'),
					'None was found.',
				)}
			</Section>
			<Section title="Consumers">
				{reachedTable(
					'consumers',
					down.filter(reached => reached.node.kind === 'consumer'),
					'None was found.',
				)}
			</Section>
			<Section title="Cascades">
				{cascadesIn.length || cascadesOut.length ? (
					<ul class="plain">
						{cascadesIn.map(reached => (
							<li key={reached.node.id}>
								fed with <NodeLink node={reached.node} withKind />{' '}
								<Dep kind={reached.kind} state={reached.state} />
							</li>
						))}
						{cascadesOut.map(reached => (
							<li key={reached.node.id}>
								feeds <NodeLink node={reached.node} withKind />{' '}
								<Dep kind={reached.kind} state={reached.state} />
							</li>
						))}
					</ul>
				) : (
					<p class="muted">No other model feeds it or is fed by it.</p>
				)}
			</Section>
			{thresholds.length ? (
				<Section title="Thresholds">
					<Table
						label="thresholds"
						rows={thresholds}
						columns={[
							{
								title: 'prediction',
								value: row => row.of.label,
								cell: row => <NodeLink node={row.of} />,
							},
							{ title: 'compared', value: row => row.text, cell: row => <Code text={row.text} /> },
							{
								title: 'at',
								value: row => placeOf(row.site),
								cell: row => <Place site={row.site} />,
							},
						]}
					/>
				</Section>
			) : null}
		</>
	);
}

function SourceParts({ graph, node }: { graph: Graph; node: GraphNode }) {
	const down = graph.reach(node, 'down'),
		counts = NODE_KINDS.map(kind => ({
			kind,
			count: down.filter(reached => reached.node.kind === kind).length,
		})).filter(entry => entry.count);
	const affected = counts.map(({ kind, count }) => plural(count, kind)).join(', ');
	return (
		<>
			<Section title="Blast radius">
				<p>
					{counts.length
						? `A change of it may change ${affected}.`
						: 'Nothing that was found depends on it.'}
				</p>
				{reachedTable('what depends on it', down, 'Nothing.')}
			</Section>
			<EdgeWitnesses edges={node.out} other="to" title="How it gets there" empty="It goes nowhere." />
		</>
	);
}

function OtherParts({ graph, node }: { graph: Graph; node: GraphNode }) {
	const up = graph.reach(node, 'up'),
		down = graph.reach(node, 'down'),
		nothing = node.use === 'within-model' ? "Nothing but the model's own code." : 'Nothing reads it.';
	return (
		<>
			<EdgeWitnesses edges={node.in} other="from" title="Computed from" empty="Nothing that was found." />
			<EdgeWitnesses edges={node.out} other="to" title="Goes to" empty={nothing} />
			<Section title={`Upstream: ${up.length}`}>{reachedTable('upstream', up, 'Nothing.')}</Section>
			<Section title={`Downstream: ${down.length}`}>{reachedTable('downstream', down, 'Nothing.')}</Section>
		</>
	);
}

/* What is known of how a feature is made; definitions of several variants stand beside each other. */
function FeatureParts({ node }: { node: GraphNode }) {
	const list = (title: string, rows: ComponentChildren[]) =>
		rows.length ? (
			<Section title={title}>
				<ul class="plain">
					{rows.map((row, i) => (
						<li key={i}>{row}</li>
					))}
				</ul>
			</Section>
		) : null;
	return (
		<>
			{node.definitions?.length ? (
				<Section title="Definitions">
					<Table
						label="definitions"
						rows={node.definitions}
						columns={[
							{ title: 'variant', value: row => row.variant ?? '' },
							{
								title: 'computed as',
								value: row => row.expression,
								cell: row => <Code text={row.expression} />,
							},
							{
								title: 'remarks',
								value: row =>
									[
										row.constant && 'rests on constants only',
										row.uninitialised && 'may be read before it is written',
									]
										.filter(Boolean)
										.join(', '),
							},
							{ title: 'function', value: row => row.site.function },
							{
								title: 'at',
								value: row => placeOf(row.site),
								cell: row => <Place site={row.site} />,
							},
						]}
					/>
				</Section>
			) : null}
			{list(
				'Values of an earlier call',
				(node.stale_reads ?? []).map(stale => (
					<>
						<code>{stale.memory}</code> is read at <Place site={stale.read} /> where its assignment at{' '}
						<Place site={stale.assigned} /> did not happen, because of the condition at{' '}
						<Place site={stale.condition} />
					</>
				)),
			)}
			{list(
				'Models that make no use of it',
				(node.idle_inputs ?? []).map(idle => (
					<>
						<code>{idle.model}</code>: {idle.why} <Place site={idle.site} />
					</>
				)),
			)}
			{list(
				'Functions that exist only for it',
				(node.sole_functions ?? []).map(sole => (
					<>
						<code>{sole.site.function}</code>, {plural(sole.lines, 'line')} <Place site={sole.site} />
					</>
				)),
			)}
		</>
	);
}

const SITE_TITLES: Record<NodeKind, string> = {
	signal: 'Read at',
	store: 'Used at',
	feature: 'Defined at',
	model: 'Called at',
	prediction: 'Made at',
	consumer: 'Uses it at',
};

export function NodePage({ route }: { route: Route }) {
	const { graph, steps } = useContext(ReportContext);
	const node = graph.node(`${route.page}:${route.argument}`);
	if (!node)
		return (
			<>
				<h1>Not found</h1>
				<p>
					This report has no {route.page} “{route.argument}”.
				</p>
			</>
		);
	const hasSites = node.sites.some(site => site.file);
	return (
		<>
			<h1>
				<Kind kind={node.kind} /> <span class="name">{node.label || node.name}</span>
			</h1>
			<p class="actions">
				<a class="button" href={routeTo('graph', '', { node: node.id, only: '1' })}>
					show in the graph
				</a>
				{steps.has(node.id) ? (
					<a class="button" href={routeTo('steps', node.name)}>
						how its features are made
					</a>
				) : null}
			</p>
			<Facts facts={nodeFacts(node)} />
			<FindingList graph={graph} findings={node.findings} />
			{hasSites ? (
				<Section title={SITE_TITLES[node.kind]}>
					<Sites graph={graph} sites={node.sites} />
				</Section>
			) : null}
			{node.guards.length ? (
				<Section title="Only if">
					<Sites graph={graph} sites={node.guards} />
				</Section>
			) : null}
			{node.dead_stores?.length ? (
				<Section title="Assignments that do not arrive">
					<ul class="plain">
						{node.dead_stores.map((store, i) => (
							<li key={i}>
								<Place site={store.site} />{' '}
								{store.by ? (
									<>
										is overwritten at <Place site={store.by} />
									</>
								) : (
									'is never read'
								)}
							</li>
						))}
					</ul>
				</Section>
			) : null}
			{node.kind === 'feature' ? <FeatureParts node={node} /> : null}
			{node.thresholds?.length ? (
				<Section title="Compared with constants">
					<ul class="plain">
						{node.thresholds.map((threshold, i) => (
							<li key={i}>
								<Place site={threshold.site} /> <Code text={threshold.text} />
							</li>
						))}
					</ul>
				</Section>
			) : null}
			{node.kind === 'model' ? (
				<ModelParts graph={graph} model={node} />
			) : node.kind === 'signal' || node.kind === 'store' ? (
				<SourceParts graph={graph} node={node} />
			) : (
				<OtherParts graph={graph} node={node} />
			)}
		</>
	);
}

export function NodesPage({ route }: { route: Route }) {
	const { graph } = useContext(ReportContext);
	const kind = NODE_KINDS.find(name => name === route.argument);
	const needle = (route.query.get('q') ?? '').toLowerCase();
	const rows = graph.nodes
		.filter(node => (!kind || node.kind === kind) && (!needle || node.id.toLowerCase().includes(needle)))
		.sort((a, b) => columnOf(a) - columnOf(b) || compareNames(a.label || a.name, b.label || b.name));
	const ends = (list: GraphEdge[], end: 'from' | 'to', of: NodeKind) =>
		list.filter(edge => edge[end].kind === of).length;
	return (
		<>
			<h1>{kind ? `${kind[0].toUpperCase()}${kind.slice(1)}s` : 'Nodes'}</h1>
			<nav class="tabs" aria-label="kinds">
				<a href={routeTo('nodes')} aria-current={kind ? undefined : 'page'}>
					all
				</a>
				{NODE_KINDS.filter(name => graph.nodes.some(node => node.kind === name)).map(name => (
					<a key={name} href={routeTo('nodes', name)} aria-current={kind === name ? 'page' : undefined}>
						{name}s
					</a>
				))}
			</nav>
			<label class="choice">
				<span>Filter</span>
				<input
					type="search"
					value={route.query.get('q') ?? ''}
					spellcheck={false}
					onInput={event => changeQuery({ q: event.currentTarget.value }, true)}
				/>
			</label>
			<Table
				key={`${kind}${needle}`}
				label="nodes"
				rows={rows}
				sorted={kind ? 0 : -1}
				empty="None."
				columns={[
					{
						title: 'name',
						value: node => node.label || node.name,
						cell: node => <NodeLink node={node} withKind={!kind} />,
					},
					...(kind === 'feature'
						? [
								{ title: 'use', value: (node: GraphNode) => USES[node.use ?? ''] ?? '' },
								{
									title: 'models',
									numeric: true,
									value: (node: GraphNode) => ends(node.out, 'to', 'model'),
								},
							]
						: []),
					{ title: 'inputs', numeric: true, value: node => node.in.length },
					{ title: 'outputs', numeric: true, value: node => node.out.length },
					{
						title: 'findings',
						numeric: true,
						value: node =>
							node.findings.filter(finding => !finding.suppressed && !finding.hidden).length,
					},
					{ title: 'module', value: node => node.module },
					{ title: 'owner', value: node => node.owner },
					{
						title: 'at',
						value: node => node.sites[0]?.file ?? '',
						cell: node => (node.sites[0]?.file ? <Place site={node.sites[0]} /> : ''),
					},
				]}
			/>
		</>
	);
}
