/* Two runs beside each other: what is new, what is gone, and what is not what it was. */
import { useMemo } from 'preact/hooks';
import { compareNames, type Finding, type Graph, type GraphEdge, plural } from './data';
import { Beside } from './beside';
import { Dep, findingRoute, Kind, LevelTag, NodeLink, nodeRoute, Section } from './parts';
import { routeTo } from './route';

export interface Difference {
	nodesAdded: string[];
	nodesRemoved: string[];
	edgesAdded: GraphEdge[];
	edgesRemoved: GraphEdge[];
	edgesChanged: { old: GraphEdge; now: GraphEdge }[];
	findingsAdded: Finding[];
	findingsRemoved: Finding[];
}

function edgeName(edge: GraphEdge): string {
	return `${edge.from.id}\n${edge.to.id}`;
}

function without<T>(list: T[], others: T[], key: (entry: T) => string): T[] {
	const known = new Set(others.map(key));
	return list.filter(entry => !known.has(key(entry)));
}

export function difference(old: Graph, now: Graph): Difference {
	const id = (text: string) => text,
		fingerprint = (finding: Finding) => finding.fingerprint;
	const oldIds = old.nodes.map(node => node.id),
		newIds = now.nodes.map(node => node.id);
	const oldEdges = new Map(old.edges.map(edge => [edgeName(edge), edge]));
	const active = (graph: Graph) => graph.findings.filter(finding => !finding.suppressed);
	return {
		nodesAdded: without(newIds, oldIds, id),
		nodesRemoved: without(oldIds, newIds, id),
		edgesAdded: without(now.edges, old.edges, edgeName),
		edgesRemoved: without(old.edges, now.edges, edgeName),
		edgesChanged: now.edges.flatMap(edge => {
			const before = oldEdges.get(edgeName(edge));
			return before && (before.kind !== edge.kind || before.state !== edge.state)
				? [{ old: before, now: edge }]
				: [];
		}),
		findingsAdded: without(active(now), active(old), fingerprint),
		findingsRemoved: without(active(old), active(now), fingerprint),
	};
}

function Nodes({ title, ids, graph }: { title: string; ids: string[]; graph?: Graph }) {
	if (!ids.length) return null;
	return (
		<Section title={`${title}: ${ids.length}`}>
			<ul class="plain">
				{ids.map(id => {
					const node = graph?.node(id);
					return <li key={id}>{node ? <NodeLink node={node} withKind /> : <code>{id}</code>}</li>;
				})}
			</ul>
		</Section>
	);
}

/* Edges that differ only in consecutive elements at one end are one row. */
interface EdgeRow {
	edges: GraphEdge[];
	end: 'from' | 'to'; /* that has the elements */
}

function follows(last: GraphEdge, edge: GraphEdge, end: 'from' | 'to'): boolean {
	const other = end === 'to' ? 'from' : 'to',
		before = last[end].element;
	return (
		last[other] === edge[other] &&
		last.kind === edge.kind &&
		last.state === edge.state &&
		!!last[end].object &&
		last[end].object === edge[end].object &&
		typeof before === 'number' &&
		before + 1 === edge[end].element
	);
}

function edgeRows(edges: GraphEdge[]): EdgeRow[] {
	const rows: EdgeRow[] = [],
		endOf = (edge: GraphEdge) => (typeof edge.to.element === 'number' ? 'to' : 'from');
	const sorted = [...edges].sort((a, b) => {
		const end = endOf(a),
			other = end === 'to' ? 'from' : 'to';
		return (
			endOf(a).localeCompare(endOf(b)) ||
			compareNames(a[other].id, b[other].id) ||
			a.kind.localeCompare(b.kind) ||
			compareNames(a[end].id, b[end].id)
		);
	});
	for (const edge of sorted) {
		const row = rows[rows.length - 1];
		if (row && row.end === endOf(edge) && follows(row.edges[row.edges.length - 1], edge, row.end))
			row.edges.push(edge);
		else rows.push({ edges: [edge], end: endOf(edge) });
	}
	return rows;
}

function End({ row, end, linked }: { row: EdgeRow; end: 'from' | 'to'; linked: boolean }) {
	const node = row.edges[0][end],
		last = row.edges[row.edges.length - 1][end];
	if (node === last) return linked ? <NodeLink node={node} withKind /> : <code>{node.id}</code>;
	const range = `${node.object}[${node.element}..${last.element}]`;
	return linked ? (
		<>
			<Kind kind={node.kind} /> <a href={nodeRoute(node)}>{range}</a>
		</>
	) : (
		<code>{`${node.kind}:${range}`}</code>
	);
}

function Edges({ title, edges, linked }: { title: string; edges: GraphEdge[]; linked: boolean }) {
	if (!edges.length) return null;
	return (
		<Section title={`${title}: ${edges.length}`}>
			<ul class="plain">
				{edgeRows(edges).map(row => (
					<li key={edgeName(row.edges[0])}>
						<End row={row} end="from" linked={linked} /> → <End row={row} end="to" linked={linked} />{' '}
						<Dep kind={row.edges[0].kind} state={row.edges[0].state} />
					</li>
				))}
			</ul>
		</Section>
	);
}

function Findings({ title, findings, linked }: { title: string; findings: Finding[]; linked: boolean }) {
	if (!findings.length) return null;
	return (
		<Section title={`${title}: ${findings.length}`}>
			<ul class="plain">
				{findings.map(finding => (
					<li key={finding.fingerprint}>
						<LevelTag level={finding.level} /> {finding.rule}:{' '}
						{linked ? <a href={findingRoute(finding)}>{finding.message}</a> : finding.message}
					</li>
				))}
			</ul>
		</Section>
	);
}

export function Changes({ old, graph, short }: { old: Graph; graph: Graph; short?: boolean }) {
	const changes = useMemo(() => difference(old, graph), [old, graph]);
	const summary =
		`${plural(changes.findingsAdded.length, 'new finding')}, ${changes.findingsRemoved.length} fixed; ` +
		`nodes: ${changes.nodesAdded.length} added, ${changes.nodesRemoved.length} removed; ` +
		`dependencies: ${changes.edgesAdded.length} added, ${changes.edgesRemoved.length} removed, ` +
		`${changes.edgesChanged.length} of another kind`;
	if (short)
		return (
			<p>
				<a href={routeTo('changes')}>{summary}</a>.
			</p>
		);
	return (
		<>
			<h1>Changes</h1>
			<p class="lead">{summary}.</p>
			<Beside old={old} graph={graph} changes={changes} />
			<Findings title="New findings" findings={changes.findingsAdded} linked />
			<Findings title="Fixed findings" findings={changes.findingsRemoved} linked={false} />
			<div class="two">
				<div>
					<Nodes title="Added nodes" ids={changes.nodesAdded} graph={graph} />
					<Edges title="Added dependencies" edges={changes.edgesAdded} linked />
				</div>
				<div>
					<Nodes title="Removed nodes" ids={changes.nodesRemoved} />
					<Edges title="Removed dependencies" edges={changes.edgesRemoved} linked={false} />
				</div>
			</div>
			{changes.edgesChanged.length ? (
				<Section title={`Dependencies of another kind: ${changes.edgesChanged.length}`}>
					<ul class="plain">
						{changes.edgesChanged.map(({ old: before, now }) => (
							<li key={edgeName(now)}>
								<NodeLink node={now.from} withKind /> → <NodeLink node={now.to} withKind />{' '}
								<Dep kind={before.kind} state={before.state} /> is now{' '}
								<Dep kind={now.kind} state={now.state} />
							</li>
						))}
					</ul>
				</Section>
			) : null}
		</>
	);
}
