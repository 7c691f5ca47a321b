/* The small things that all pages are made of. What comes from the analysed code is only ever text. */
import './prism_manual';
import Prism from 'prismjs/components/prism-core.js';
import 'prismjs/components/prism-clike.js';
import 'prismjs/components/prism-c.js';
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import {
	type DepKind,
	type Finding,
	type Graph,
	type GraphEdge,
	type GraphNode,
	type History,
	type Level,
	type RuleText,
	type NodeKind,
	type Site,
	type Step,
	type StepsView,
	placeOf,
	plural,
} from './data';
import { routeTo } from './route';

export interface Context {
	graph: Graph;
	base?: Graph;
	steps: Map<string, StepsView>; /* by id of the model */
	link?: string;
	rules?: Record<string, RuleText>;
	history?: History;
}
export const ReportContext = createContext<Context>(null as unknown as Context);
export const useGraph = () => useContext(ReportContext).graph;

type Token = string | { type: string; content: Token | Token[] };

function tokenText(token: Token | Token[]): ComponentChildren {
	if (typeof token === 'string') return token;
	if (Array.isArray(token)) return token.map(part => tokenText(part));
	return <span class={`tok-${token.type.replace(/[^a-z-]/g, '')}`}>{tokenText(token.content)}</span>;
}

const MAX_HIGHLIGHTED = 400;

/* One line of C. Very long lines stay plain: they are tables. */
export function Code({ text }: { text: string }) {
	const plain = text.length > MAX_HIGHLIGHTED;
	return <code class="code">{plain ? text : tokenText(Prism.tokenize(text, Prism.languages.c) as Token[])}</code>;
}

const LINK_SCHEMES = /^(https?|vscode|idea|file):/i;

/* With places to break lines at: behind the folders of a path. */
function breakable(path: string) {
	return path.split(/(?<=\/)/).map((part, i) => (
		<>
			{i ? <wbr /> : null}
			{part}
		</>
	));
}

/* "file:line", a link when the run was given a template for links. */
export function Place({ site }: { site: Site }) {
	const { link } = useContext(ReportContext);
	const text = placeOf(site);
	if (!text) return <span class="muted">unknown place</span>;
	if (!link || !LINK_SCHEMES.test(link)) return <span class="place">{breakable(text)}</span>;
	const file = site.file.split('/').map(encodeURIComponent).join('/');
	const target = link.split('{file}').join(file).split('{line}').join(String(site.line));
	return (
		<a class="place" href={target} rel="noreferrer">
			{breakable(text)}
		</a>
	);
}

const PAGES: Record<NodeKind, string> = {
	signal: 'signal',
	store: 'store',
	feature: 'feature',
	model: 'model',
	prediction: 'prediction',
	consumer: 'consumer',
};

export function nodeRoute(node: { kind: NodeKind; name: string }): string {
	return routeTo(PAGES[node.kind], node.name);
}

export function Kind({ kind }: { kind: NodeKind }) {
	return <span class={`kind kind-${kind}`}>{kind}</span>;
}

export function Dep({ kind, state }: { kind: DepKind; state?: boolean }) {
	return (
		<span class={`dep dep-${kind}`}>
			<svg width="22" height="8" aria-hidden="true">
				<line x1="0" y1="4" x2="22" y2="4" class={`line-${kind}`} />
			</svg>
			{kind}
			{state ? ' ↺' : ''}
			{state ? <span class="sr"> from an earlier call</span> : null}
		</span>
	);
}

export function NodeLink({ node, withKind }: { node: GraphNode; withKind?: boolean }) {
	return (
		<span class="node-link">
			{withKind ? <Kind kind={node.kind} /> : null}
			<a href={nodeRoute(node)}>{node.label || node.name}</a>
		</span>
	);
}

/* Links of an edge; beside a summary, because one control cannot hold another. */
export function Ends({ edge }: { edge: GraphEdge }) {
	return (
		<p class="ends">
			<NodeLink node={edge.from} withKind /> → <NodeLink node={edge.to} withKind />
		</p>
	);
}

export function LevelTag({ level }: { level: Level }) {
	return <span class={`level level-${level}`}>{level}</span>;
}

export function findingRoute(finding: Finding): string {
	return routeTo('finding', finding.fingerprint);
}

const WITNESS_ENDS = 6;

function StepRow({ step }: { step: Step }) {
	return (
		<li class="step">
			<div class="step-head">
				<Place site={step} />
				{step.function ? <span class="muted"> in {step.function}</span> : null}
				{step.note ? <span class="note">{step.note}</span> : null}
				{step.kind !== 'data' ? <Dep kind={step.kind} /> : null}
			</div>
			{step.text ? <Code text={step.text} /> : null}
		</li>
	);
}

/* The chain of source steps that shows an edge; the middle of a long one is folded. */
export function Witness({ steps }: { steps: Step[] }) {
	const [open, setOpen] = useState(false);
	if (!steps.length) return <p class="muted">No source steps are known.</p>;
	const fold = !open && steps.length > 2 * WITNESS_ENDS + 1;
	const rows = steps.map((step, i) => <StepRow key={i} step={step} />);
	const hidden = steps.length - 2 * WITNESS_ENDS;
	const more = (
		<li key="more" class="step-more">
			<button type="button" onClick={() => setOpen(true)}>
				show {plural(hidden, 'more step')}
			</button>
		</li>
	);
	return (
		<ol class="witness">
			{fold ? [...rows.slice(0, WITNESS_ENDS), more, ...rows.slice(-WITNESS_ENDS)] : rows}
		</ol>
	);
}

export interface Column<Row> {
	title: string;
	value: (row: Row) => string | number; /* for sorting and filtering */
	cell?: (row: Row) => ComponentChildren;
	numeric?: boolean;
}

const PAGE_ROWS = 100;

/* A table that sorts by its headings and grows on demand. */
export function Table<Row>(props: {
	label: string;
	columns: Column<Row>[];
	rows: Row[];
	empty?: string;
	sorted?: number;
}) {
	const [order, setOrder] = useState({ column: props.sorted ?? -1, down: false });
	const [shown, setShown] = useState(PAGE_ROWS);
	if (!props.rows.length) return <p class="muted">{props.empty ?? 'None.'}</p>;
	const columns = props.columns.filter(column => column.numeric || props.rows.some(row => column.value(row)));
	const rows = [...props.rows];
	const by = columns[order.column];
	if (by) {
		rows.sort((a, b) => {
			const x = by.value(a),
				y = by.value(b);
			const result =
				typeof x === 'number' && typeof y === 'number'
					? x - y
					: String(x).localeCompare(String(y), 'en', { numeric: true });
			return order.down ? -result : result;
		});
	}
	const heading = (column: Column<Row>, i: number) => {
		const sort = order.column === i ? (order.down ? 'descending' : 'ascending') : undefined;
		const next = () => setOrder({ column: i, down: order.column === i ? !order.down : !!column.numeric });
		return (
			<th scope="col" role="columnheader" class={column.numeric ? 'number' : ''} aria-sort={sort}>
				<button type="button" class="sort" onClick={next}>
					{column.title}
					<span aria-hidden="true">{sort ? (order.down ? ' ▾' : ' ▴') : ''}</span>
				</button>
			</th>
		);
	};
	return (
		<div class="table-box" role="region" aria-label={props.label} tabIndex={0}>
			<table role="table">
				<thead role="rowgroup">
					<tr role="row">{columns.map(heading)}</tr>
				</thead>
				<tbody role="rowgroup">
					{rows.slice(0, shown).map((row, i) => (
						<tr key={i} role="row">
							{columns.map((column, c) => (
								<td
									key={c}
									role="cell"
									data-title={column.title}
									class={column.numeric ? 'number' : ''}>
									{column.cell ? column.cell(row) : column.value(row)}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
			{rows.length > shown ? (
				<button type="button" class="more" onClick={() => setShown(shown + 5 * PAGE_ROWS)}>
					show more: {plural(rows.length - shown, 'row')} left
				</button>
			) : null}
		</div>
	);
}

export function Section({ title, id, children }: { title: string; id?: string; children: ComponentChildren }) {
	return (
		<section id={id}>
			<h2>{title}</h2>
			{children}
		</section>
	);
}

export function Facts({ facts }: { facts: [string, ComponentChildren][] }) {
	const known = facts.filter(
		([, value]) => value !== '' && value !== undefined && value !== null && value !== false,
	);
	if (!known.length) return null;
	return (
		<dl class="facts">
			{known.map(([name, value]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}
