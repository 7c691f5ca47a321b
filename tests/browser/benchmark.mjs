/*
 * usage: node benchmark.mjs RENDER_REPORT [GRAPH.json]: the time from opening the file to the page being there, and of
 * what a reader does then, on graphs of 500 and 5 000 nodes or the one given. Medians of several runs.
 */
import { readFileSync, statSync } from 'node:fs';
import { largeGraph } from './graphs.mjs';
import { launch, open, reportOfGraph } from './toolbox.mjs';

const RUNS = 3;
const [render, given] = process.argv.slice(2);
const cases = given
	? [[given, JSON.parse(readFileSync(given, 'utf8')), Infinity]]
	: [
			['500 nodes, 2 000 edges', largeGraph(150, 250, 20, 2000), 1000],
			['5 000 nodes, 20 000 edges', largeGraph(1500, 2500, 200, 20000), 3000],
			['500 × 500 signals and features', largeGraph(500, 500, 10, 40000), 3000],
		];

const median = times => [...times].sort((a, b) => a - b)[times.length >> 1];

/* Milliseconds until the page has drawn what ACTION asked for. */
function timed(page, action) {
	return page.evaluate(async source => {
		const start = performance.now();
		eval(`(${source})`)();
		await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
		return performance.now() - start;
	}, String(action));
}

const steps = {
	'node page': () => {
		location.hash = `#/${document.querySelector('.item').dataset.key.replace(/^group.*/, 'nodes')}`;
	},
	matrix: () => {
		location.hash = '#/matrix?columns=feature';
	},
	'matrix by similarity': () => {
		location.hash = '#/matrix?columns=feature&order=similar';
	},
	'matrix scrolled': () => {
		document.querySelector('.matrix').scrollTop += 400;
	},
	findings: () => {
		location.hash = '#/findings';
	},
	'graph again': () => {
		location.hash = '#/graph';
	},
};

async function measure(browser, file) {
	const times = {};
	const note = (name, time) => (times[name] ??= []).push(time);
	for (let i = 0; i < RUNS; i++) {
		for (const [name, hash] of [
			['first screen', ''],
			['graph', '#/graph'],
		]) {
			const page = await open(browser, file, hash);
			note(
				`loads: ${name}`,
				await page.evaluate(
					() => performance.getEntriesByName('featdep-ready')[0]?.startTime ?? performance.now(),
				),
			);
			if (hash) for (const [step, action] of Object.entries(steps)) note(step, await timed(page, action));
			await page.context().close();
		}
	}
	return times;
}

const browser = await launch();
let slow = 0;
for (const [name, graph, limit] of cases) {
	const file = reportOfGraph(render, 'benchmark', graph);
	console.log(
		`${name}: ${graph.nodes.length} nodes, ${graph.edges.length} edges, ${(statSync(file).size / 1e6).toFixed(1)} MB`,
	);
	for (const [what, times] of Object.entries(await measure(browser, file))) {
		const time = median(times);
		const over = what.startsWith('loads') && time > limit;
		slow += over;
		console.log(
			`  ${what.padEnd(24)} ${time.toFixed(0).padStart(6)} ms${over ? `  over the limit of ${limit} ms` : ''}`,
		);
	}
}
await browser.close();
process.exit(slow ? 1 : 0);
