/* Before and after as two drawings: the nodes whose dependencies changed, and their neighbours. */
import { useMemo, useState } from 'preact/hooks';
import { type Difference } from './changes';
import { plural, type Graph, type GraphEdge, type GraphNode } from './data';
import { GraphDrawing } from './drawing';
import { draw, type DrawnEdge, groupTitle } from './fold';
import { EdgePanel } from './graph_page';
import { layOut } from './layout';

const LIMIT = 40;

interface Side {
	graph: Graph;
	nodes: ReadonlySet<string>;
	edges: ReadonlySet<GraphEdge>;
}

function sideOf(graph: Graph, ids: string[], edges: GraphEdge[]): Side {
	return { graph, nodes: new Set(ids), edges: new Set(edges) };
}

function shownNodes(sides: Side[]): Set<string> {
	const shown = new Set<string>();
	for (const side of sides) {
		for (const id of side.nodes) {
			const node = side.graph.node(id);
			if (!node) continue;
			shown.add(id);
			for (const edge of [...node.in, ...node.out]) shown.add(edge.from.id).add(edge.to.id);
		}
		for (const edge of side.edges) shown.add(edge.from.id).add(edge.to.id);
	}
	return shown;
}

function Drawing({ side, shown, title }: { side: Side; shown: ReadonlySet<string>; title: string }) {
	const [selected, setSelected] = useState<DrawnEdge | null>(null);
	const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
	const { drawing, layout, changed, changedEdges } = useMemo(() => {
		const nodes = side.graph.nodes.filter(node => shown.has(node.id));
		const grouping = side.graph.nodes.some(node => node.module) ? 'module' : 'file';
		const drawing = draw(nodes, grouping, LIMIT, open, new Set(), () => true);
		const layout = layOut(drawing, key =>
			key.startsWith('group:')
				? groupTitle(key.replace(/^group:\d+:/, ''), grouping)
				: (drawing.roots.find(root => root.key === key)?.label ?? ''),
		);
		const isChanged = (node: GraphNode) => side.nodes.has(node.id);
		return {
			drawing,
			layout,
			changed: new Set(drawing.items.filter(item => item.members.some(isChanged)).map(item => item.key)),
			changedEdges: new Set(
				drawing.edges.filter(edge => edge.edges.some(part => side.edges.has(part))).map(edge => edge.key),
			),
		};
	}, [side, shown, open]);
	const label = `${title}: ${plural(side.nodes.size, 'node')} and ${plural(
		side.edges.size,
		'dependency',
		'dependencies',
	)} that the other has not`;
	return (
		<div>
			<h3>{label}</h3>
			{drawing.items.length ? (
				<GraphDrawing
					drawing={drawing}
					layout={layout}
					marks={{ edge: selected?.key, changed, changedEdges, context: () => false }}
					view=""
					title={label}
					onSelect={() => setSelected(null)}
					onEdge={setSelected}
					onToggle={fold => setOpen(new Set([...open, fold.key]))}
					onFoldBox={key => setOpen(new Set([...open].filter(other => other !== key)))}
					onView={() => {}}
				/>
			) : (
				<p class="empty">Nothing of it is in this run.</p>
			)}
			{selected ? (
				<EdgePanel title={`${selected.from.label} → ${selected.to.label}`} edges={selected.edges} />
			) : null}
		</div>
	);
}

export function Beside({ old, graph, changes }: { old: Graph; graph: Graph; changes: Difference }) {
	const { before, after, shown } = useMemo(() => {
		const before = sideOf(old, changes.nodesRemoved, [
			...changes.edgesRemoved,
			...changes.edgesChanged.map(edge => edge.old),
		]);
		const after = sideOf(graph, changes.nodesAdded, [
			...changes.edgesAdded,
			...changes.edgesChanged.map(edge => edge.now),
		]);
		return { before, after, shown: shownNodes([before, after]) };
	}, [old, graph, changes]);
	if (!shown.size) return null;
	return (
		<div class="two beside">
			<Drawing side={before} shown={shown} title="Before" />
			<Drawing side={after} shown={shown} title="After" />
		</div>
	);
}
