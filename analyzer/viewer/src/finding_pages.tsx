/* The findings: the list, and a page for each with evidence, advice and how to suppress it. */
import { useContext } from 'preact/hooks';
import { findingsByValue, findingSite, type GraphNode, placeOf, plural, type RuleText } from './data';
import {
	Facts,
	findingRoute,
	Kind,
	LevelTag,
	nodeRoute,
	Place,
	ReportContext,
	Section,
	Table,
	Witness,
} from './parts';
import { changeQuery, type Route, routeTo } from './route';

/* The first line is prose, the others are lines for the manifest. */
function Advice({ advice }: { advice: string }) {
	const [first, ...lines] = advice.split('\n');
	return (
		<>
			{first ? <p>{first}</p> : null}
			{lines.length ? <pre class="snippet">{lines.join('\n')}</pre> : null}
		</>
	);
}

/* The help of a rule: paragraphs, of which the indented ones are code. */
function RuleHelp({ rule }: { rule: RuleText }) {
	const blocks: { isCode: boolean; lines: string[] }[] = [];
	for (const line of rule.help.split('\n')) {
		const isCode = /^(\t| {4})/.test(line);
		const last = blocks[blocks.length - 1];
		if (last && (last.isCode === isCode || !line.trim())) last.lines.push(line);
		else blocks.push({ isCode, lines: [line] });
	}
	return (
		<>
			<p>{rule.summary}</p>
			{blocks.map((block, i) =>
				block.isCode ? (
					<pre key={i} class="snippet">
						{block.lines.join('\n').trimEnd()}
					</pre>
				) : (
					block.lines
						.join('\n')
						.split(/\n\s*\n/)
						.map((text, k) => <p key={`${i}/${k}`}>{text}</p>)
				),
			)}
			{rule.section ? (
				<p class="muted">Section {rule.section} of “Hidden Technical Debt in Machine Learning Systems”.</p>
			) : null}
		</>
	);
}

export function FindingPage({ route }: { route: Route }) {
	const { graph, rules } = useContext(ReportContext);
	const finding = graph.findings.find(entry => entry.fingerprint === route.argument);
	if (!finding)
		return (
			<>
				<h1>Not found</h1>
				<p>This report has no finding “{route.argument}”.</p>
			</>
		);
	const nodes = finding.nodes.map(id => graph.node(id)).filter((node): node is GraphNode => !!node);
	const site = findingSite(graph, finding);
	const subject = JSON.stringify(finding.subject);
	return (
		<>
			<h1>
				<LevelTag level={finding.level} /> {finding.rule}
			</h1>
			<p class="lead">{finding.message}</p>
			{finding.suppressed ? (
				<p class="warning-box">Suppressed: {finding.suppression || 'no reason given'}.</p>
			) : null}
			<Facts
				facts={[
					['at', site ? <Place site={site} /> : ''],
					['subject', <code>{finding.subject}</code>],
					['fingerprint', <code>{finding.fingerprint}</code>],
				]}
			/>
			{finding.witness.length ? (
				<Section title="Evidence">
					<Witness steps={finding.witness} />
				</Section>
			) : null}
			{finding.advice ? (
				<Section title="What to do">
					<Advice advice={finding.advice} />
				</Section>
			) : null}
			{nodes.length ? (
				<Section title={`About ${plural(nodes.length, 'node')}`}>
					<p class="actions">
						<a class="button" href={routeTo('graph', '', { node: nodes[0].id, only: '1' })}>
							show in the graph
						</a>
					</p>
					<Table
						label="nodes of the finding"
						rows={nodes}
						columns={[
							{ title: 'kind', value: node => node.kind, cell: node => <Kind kind={node.kind} /> },
							{
								title: 'name',
								value: node => node.label,
								cell: node => <a href={nodeRoute(node)}>{node.label}</a>,
							},
							{ title: 'owner', value: node => node.owner },
							{
								title: 'at',
								value: node => node.sites[0]?.file ?? '',
								cell: node => (node.sites[0]?.file ? <Place site={node.sites[0]} /> : ''),
							},
						]}
					/>
				</Section>
			) : null}
			{rules?.[finding.rule] ? (
				<Section title={`What ${finding.rule} is`}>
					<RuleHelp rule={rules[finding.rule]} />
				</Section>
			) : null}
			<Section title="How to suppress it">
				<p>
					In featdep.yml, below <code>suppress:</code>
				</p>
				<pre class="snippet">{`- { rule: ${finding.rule}, subject: ${subject}, reason: "" }`}</pre>
				<p>or on the line, or above it:</p>
				<pre class="snippet">{`/* featdep: ignore ${finding.rule} REASON */`}</pre>
			</Section>
		</>
	);
}

export function FindingsPage({ route }: { route: Route }) {
	const { graph } = useContext(ReportContext);
	const rule = route.query.get('rule') ?? '',
		level = route.query.get('level') ?? '';
	const all = route.query.get('all') === '1';
	const listed = graph.findings.filter(finding => all || (!finding.suppressed && !finding.hidden));
	const rows = findingsByValue(
		listed.filter(finding => (!rule || finding.rule === rule) && (!level || finding.level === level)),
	);
	const rules = [...new Set(listed.map(finding => finding.rule))].sort();
	const hidden = graph.findings.filter(finding => finding.suppressed || finding.hidden).length;
	return (
		<>
			<h1>Findings</h1>
			<form class="filters" onSubmit={event => event.preventDefault()} aria-label="filters of the findings">
				<label class="choice">
					<span>Rule</span>
					<select value={rule} onChange={event => changeQuery({ rule: event.currentTarget.value })}>
						<option value="">all</option>
						{rules.map(name => (
							<option key={name} value={name}>
								{name}
							</option>
						))}
					</select>
				</label>
				<label class="choice">
					<span>Level</span>
					<select value={level} onChange={event => changeQuery({ level: event.currentTarget.value })}>
						<option value="">all</option>
						{['error', 'warning', 'note'].map(name => (
							<option key={name} value={name}>
								{name}
							</option>
						))}
					</select>
				</label>
				{hidden ? (
					<label class="check">
						<input
							type="checkbox"
							checked={all}
							onChange={event => changeQuery({ all: event.currentTarget.checked ? '1' : '' })}
						/>
						with {hidden} suppressed or noise
					</label>
				) : null}
			</form>
			<Table
				key={`${rule}${level}${all}`}
				label="findings"
				rows={rows}
				empty="No findings."
				columns={[
					{
						title: 'level',
						value: row => ['error', 'warning', 'note', 'off'].indexOf(row.level),
						cell: row => <LevelTag level={row.level} />,
					},
					{ title: 'rule', value: row => row.rule },
					{
						title: 'finding',
						value: row => row.message,
						cell: row => (
							<>
								<a href={findingRoute(row)}>{row.message}</a>
								{row.suppressed ? <span class="tag">suppressed</span> : null}
							</>
						),
					},
					{
						title: 'at',
						value: row =>
							placeOf(findingSite(graph, row) ?? { file: '', line: 0, column: 0, function: '' }),
						cell: row => {
							const site = findingSite(graph, row);
							return site ? <Place site={site} /> : '';
						},
					},
				]}
			/>
		</>
	);
}
