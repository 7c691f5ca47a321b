/* Many runs: a small plot for each metric that changed, each with its own scale; those that did not as a list. */
import { useContext } from 'preact/hooks';
import { type History, plural } from './data';
import { ReportContext, Section } from './parts';

interface Trend {
	name: string;
	values: (number | null)[];
	known: number[];
}

const GROUPS: [string, (name: string) => boolean][] = [
	['Findings', name => /^(errors|warnings|notes|suppressed|findings:.*)$/.test(name)],
	['Lines of code', name => /^lines(:|_|$)/.test(name)],
	['Coverage', name => /^(units|functions|unresolved)|_percent$/.test(name)],
	['Dependency graph', () => true],
];

const WIDTH = 240,
	HEIGHT = 56,
	EDGE = 5;

function trendsOf(history: History): Trend[] {
	return Object.entries(history.metrics)
		.map(([name, values]) => ({ name, values, known: values.filter(value => value !== null) }))
		.filter(trend => trend.known.some(value => value !== 0));
}

function isFlat(trend: Trend): boolean {
	return trend.known.every(value => value === trend.known[0]);
}

function shown(value: number): string {
	return value.toLocaleString('en', { maximumFractionDigits: 1 });
}

function titleOf(name: string): string {
	return name.replace(/^(findings|lines):/, '').replace(/_/g, ' ');
}

function changeOf(trend: Trend): string {
	const change = trend.known[trend.known.length - 1] - trend.known[0];
	return change === 0 ? 'as at first' : `${change > 0 ? '+' : '−'}${shown(Math.abs(change))} since the first run`;
}

function Plot({ trend, times }: { trend: Trend; times: string[] }) {
	const low = Math.min(...trend.known),
		high = Math.max(...trend.known);
	const x = (run: number) => EDGE + (run / Math.max(1, times.length - 1)) * (WIDTH - 2 * EDGE);
	const y = (value: number) => HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE);
	const points = trend.values.flatMap((value, run) => (value === null ? [] : [{ run, value }]));
	const last = points[points.length - 1];
	const title = titleOf(trend.name);
	return (
		<figure class="trend">
			<figcaption>
				<strong>{title}</strong> {shown(last.value)}
				<span class="muted">{changeOf(trend)}</span>
			</figcaption>
			<svg
				viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
				role="img"
				aria-label={`${title}: ${shown(trend.known[0])} at first, now ${shown(last.value)}, between ${shown(low)} and ${shown(high)}`}>
				<polyline points={points.map(({ run, value }) => `${x(run)},${y(value)}`).join(' ')} />
				{points.map(({ run, value }) => (
					<circle key={run} class={run === last.run ? 'last' : ''} cx={x(run)} cy={y(value)} r="3.5">
						<title>{`${times[run]}: ${shown(value)}`}</title>
					</circle>
				))}
			</svg>
			<p class="muted">
				{shown(low)} to {shown(high)}
			</p>
		</figure>
	);
}

function Group({ title, trends, times }: { title: string; trends: Trend[]; times: string[] }) {
	const moving = trends.filter(trend => !isFlat(trend)),
		flat = trends.filter(isFlat);
	if (!trends.length) return null;
	return (
		<Section title={title}>
			{moving.length ? (
				<div class="trends">
					{moving.map(trend => (
						<Plot key={trend.name} trend={trend} times={times} />
					))}
				</div>
			) : null}
			{flat.length ? (
				<p class="muted">
					Unchanged: {flat.map(trend => `${titleOf(trend.name)} ${shown(trend.known[0])}`).join(', ')}.
				</p>
			) : null}
		</Section>
	);
}

export function TrendsPage() {
	const { history } = useContext(ReportContext);
	if (!history)
		return (
			<>
				<h1>Trends</h1>
				<p>No history is kept: `featdep audit --history FILE.db` does.</p>
			</>
		);
	const trends = trendsOf(history),
		{ times } = history;
	const groupOf = (name: string) => GROUPS.findIndex(([, holds]) => holds(name));
	return (
		<>
			<h1>Trends</h1>
			<p class="lead">
				{plural(times.length, 'run')}, {times[0].slice(0, 10)} to {times[times.length - 1].slice(0, 10)}.
			</p>
			{GROUPS.map(([title], i) => (
				<Group
					key={title}
					title={title}
					trends={trends.filter(trend => groupOf(trend.name) === i)}
					times={times}
				/>
			))}
		</>
	);
}
