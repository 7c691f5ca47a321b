/* The first screen: what was analysed, how much of it was understood, and what to look at first. */
import { useContext } from 'preact/hooks';
import { Changes } from './changes';
import { DEP_KINDS, findingsByValue, findingSite, type Finding, type Graph, NODE_KINDS, plural } from './data';
import { findingRoute, LevelTag, NodeLink, Place, ReportContext, Section, Table } from './parts';
import { routeTo } from './route';

function Share({ name, part, whole, href }: { name: string; part: number; whole: number; href?: string }) {
	if (!whole) return null;
	const share = (100 * part) / whole;
	const text = `${part.toLocaleString('en')} of ${whole.toLocaleString('en')}`;
	return (
		<div class="share">
			<span class="share-name">{href ? <a href={href}>{name}</a> : name}</span>
			<meter min={0} max={whole} value={part} aria-label={name}>
				{text}
			</meter>
			<span class="share-value">
				{share.toFixed(share > 99 && share < 100 ? 1 : 0)} % <span class="muted">{text}</span>
			</span>
		</div>
	);
}

export function CoverageShares({ graph }: { graph: Graph }) {
	const coverage = graph.coverage;
	if (!coverage.units) return <p class="muted">The data does not say what was analysed.</p>;
	return (
		<div class="shares">
			<Share name="translation units read" part={coverage.units_parsed} whole={coverage.units} />
			<Share name="functions reached" part={coverage.functions_analysed} whole={coverage.functions} />
			<Share name="calls resolved" part={coverage.calls_resolved} whole={coverage.calls} />
			<Share
				name="features traced to their sources"
				part={coverage.features_resolved}
				whole={coverage.features}
				href={routeTo('coverage')}
			/>
		</div>
	);
}

function Numbers({ graph }: { graph: Graph }) {
	const findings = graph.findings.filter(finding => !finding.suppressed && !finding.hidden);
	const warnings = findings.filter(finding => finding.level === 'error' || finding.level === 'warning').length;
	const tiles: [string, number, string][] = NODE_KINDS.map(kind => [
		kind === 'store' ? 'stores' : `${kind}s`,
		graph.ofKind(kind).length,
		routeTo('nodes', kind),
	]);
	return (
		<ul class="tiles">
			{tiles
				.filter(([name, count]) => count || name !== 'stores')
				.map(([name, count, href]) => (
					<li key={name}>
						<a href={href}>
							<strong>{count.toLocaleString('en')}</strong> {name}
						</a>
					</li>
				))}
			<li>
				<a href={routeTo('graph')}>
					<strong>{graph.edges.length.toLocaleString('en')}</strong> dependencies
				</a>
			</li>
			<li class={warnings ? 'tile-warning' : ''}>
				<a href={routeTo('findings')}>
					<strong>{warnings.toLocaleString('en')}</strong> warnings
				</a>
			</li>
		</ul>
	);
}

export function FindingLine({ graph, finding }: { graph: Graph; finding: Finding }) {
	const site = findingSite(graph, finding);
	return (
		<li class="finding-line">
			<LevelTag level={finding.level} />
			<a href={findingRoute(finding)}>{finding.message}</a>
			{site ? (
				<span class="muted">
					{' '}
					<Place site={site} />
				</span>
			) : null}
		</li>
	);
}

const SHOWN_OF_RULE = 5;

/* Grouped by rule, so that a hundred equal ones do not hide the one that matters. */
function FindingsByRule({ graph }: { graph: Graph }) {
	const groups = new Map<string, Finding[]>();
	for (const finding of findingsByValue(graph.findings.filter(entry => !entry.suppressed && !entry.hidden)))
		groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
	if (!groups.size) return <p>No findings.</p>;
	return (
		<>
			{[...groups].map(([rule, findings]) => (
				<div class="rule" key={rule}>
					<h3>
						<a href={routeTo('findings', '', { rule })}>{rule}</a>{' '}
						<span class="muted">{findings.length}</span>
					</h3>
					<ul class="plain">
						{findings.slice(0, SHOWN_OF_RULE).map(finding => (
							<FindingLine key={finding.fingerprint} graph={graph} finding={finding} />
						))}
					</ul>
					{findings.length > SHOWN_OF_RULE ? (
						<p>
							<a href={routeTo('findings', '', { rule })}>all {findings.length}</a>
						</p>
					) : null}
				</div>
			))}
		</>
	);
}

export function ModelsTable({ graph }: { graph: Graph }) {
	return (
		<Table
			label="models"
			rows={graph.ofKind('model')}
			empty="No model was found."
			columns={[
				{ title: 'model', value: node => node.label, cell: node => <NodeLink node={node} /> },
				{
					title: 'features',
					numeric: true,
					value: node => node.in.filter(edge => edge.from.kind === 'feature').length,
				},
				{
					title: 'signals',
					numeric: true,
					value: node => graph.reach(node, 'up').filter(reached => reached.node.kind === 'signal').length,
				},
				{
					title: 'consumers',
					numeric: true,
					value: node =>
						graph.reach(node, 'down').filter(reached => reached.node.kind === 'consumer').length,
				},
				{
					title: 'findings',
					numeric: true,
					value: node => node.findings.filter(finding => !finding.suppressed).length,
				},
				{ title: 'owner', value: node => node.owner },
				{
					title: 'called at',
					value: node => node.sites[0]?.file ?? '',
					cell: node => (node.sites[0] ? <Place site={node.sites[0]} /> : ''),
				},
			]}
		/>
	);
}

interface CensusRow {
	role: string;
	lines: number;
}

function readCensus(census: Record<string, number> | undefined): CensusRow[] {
	return Object.entries(census ?? {})
		.filter(([, lines]) => lines > 0)
		.map(([role, lines]) => ({ role, lines }));
}

/* How small a part the model code is: boxes whose areas are lines of code. */
function Census({ rows }: { rows: CensusRow[] }) {
	const total = rows.reduce((sum, row) => sum + row.lines, 0);
	const width = 720,
		height = 150;
	let x = 0;
	const sorted = [...rows].sort((a, b) => b.lines - a.lines);
	return (
		<figure class="census">
			<svg
				viewBox={`0 0 ${width} ${height}`}
				role="img"
				aria-label={`lines of code by role: ${sorted.map(row => `${row.role} ${row.lines}`).join(', ')}`}>
				{sorted.map(row => {
					const w = Math.max(1, (width * row.lines) / total),
						at = x;
					x += w;
					return (
						<g key={row.role} class={row.role === 'model' ? 'census-model' : 'census-other'}>
							<title>{`${row.role}: ${plural(row.lines, 'line')}`}</title>
							<rect x={at} y="0" width={Math.max(0.5, w - 2)} height={height} />
							{w > 70 ? (
								<text x={at + 8} y="22">
									{row.role}
								</text>
							) : null}
							{w > 70 ? (
								<text class="small" x={at + 8} y="40">
									{row.lines.toLocaleString('en')}
								</text>
							) : null}
						</g>
					);
				})}
			</svg>
			<figcaption>
				{sorted.map(row => (
					<span key={row.role}>
						{row.role} {row.lines.toLocaleString('en')} ({((100 * row.lines) / total).toFixed(1)} %)
					</span>
				))}
			</figcaption>
		</figure>
	);
}

function edgeNumbers(graph: Graph): string {
	const counts = DEP_KINDS.map(kind => `${graph.edges.filter(edge => edge.kind === kind).length} ${kind}`).join(
		', ',
	);
	const state = graph.edges.filter(edge => edge.state).length;
	const unresolved = graph.edges.filter(edge => edge.unresolved).length;
	return `Dependencies: ${counts}${state ? `; ${state} of them from an earlier call` : ''}${
		unresolved ? `; ${unresolved} not fully resolved` : ''
	}.`;
}

export function Overview() {
	const { graph, base } = useContext(ReportContext);
	const { coverage } = graph;
	const census = readCensus(graph.json.census);
	const failed = coverage.units_failed;
	return (
		<>
			<h1>Feature dependencies{graph.project ? <> of {graph.project}</> : null}</h1>
			{coverage.units ? (
				<p class="lead">
					{plural(coverage.units, 'translation unit')} and {plural(coverage.functions, 'function')} were
					analysed
					{failed ? (
						<>
							; <a href={routeTo('coverage')}>{plural(failed, 'unit')} not</a>
						</>
					) : null}
					{coverage.units_skipped
						? `; ${plural(coverage.units_skipped, 'unit')} of other languages skipped`
						: ''}
					.
				</p>
			) : null}
			{coverage.failed_units.length ? (
				<p class="warning-box">
					{plural(coverage.failed_units.length, 'unit')} could not be fully analysed, so dependencies may
					be missing: <a href={routeTo('coverage')}>which and why</a>.
				</p>
			) : null}
			<Numbers graph={graph} />
			{base ? (
				<Section title="Changes">
					<Changes old={base} graph={graph} short />
				</Section>
			) : null}
			<div class="two">
				<Section title="Coverage">
					<CoverageShares graph={graph} />
					<p class="muted">{edgeNumbers(graph)}</p>
				</Section>
				{census.length ? (
					<Section title="Lines of code by role">
						<Census rows={census} />
					</Section>
				) : null}
			</div>
			<Section title="Findings by value">
				<FindingsByRule graph={graph} />
			</Section>
			<Section title="Models">
				<ModelsTable graph={graph} />
			</Section>
		</>
	);
}

export function CoveragePage() {
	const { graph } = useContext(ReportContext);
	const { coverage } = graph;
	return (
		<>
			<h1>Coverage</h1>
			<CoverageShares graph={graph} />
			{coverage.failed_units.length ? (
				<Section title="Units not fully analysed">
					<ul>
						{coverage.failed_units.map(unit => (
							<li key={unit}>
								<code>{unit}</code>
							</li>
						))}
					</ul>
				</Section>
			) : null}
			{graph.json.dead_code?.length ? (
				<Section title="Code that never runs">
					<Table
						label="code that never runs"
						rows={graph.json.dead_code}
						columns={[
							{
								title: 'at',
								value: row => `${row.guard.file}:${row.guard.line}`,
								cell: row => <Place site={row.guard} />,
							},
							{ title: 'decided by', value: row => row.flag, cell: row => <code>{row.flag}</code> },
							{ title: 'why', value: row => row.what },
							{ title: 'would do', value: row => row.holds },
							{ title: 'lines', numeric: true, value: row => row.lines },
						]}
					/>
				</Section>
			) : null}
			<Section title="Not followed">
				<Table
					label="what was not followed"
					rows={coverage.unresolved}
					empty="Everything was resolved."
					columns={[
						{ title: 'at', value: row => `${row.file}:${row.line}`, cell: row => <Place site={row} /> },
						{ title: 'function', value: row => row.function },
						{ title: 'what', value: row => row.what },
						{ title: 'about', value: row => row.subject, cell: row => <code>{row.subject}</code> },
						{ title: 'features behind it', numeric: true, value: row => row.features },
					]}
				/>
			</Section>
		</>
	);
}
