/* usage: node test.mjs FEATDEP RENDER_REPORT: clicks through the report in Chromium. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE, hostileGraph, largeGraph, richGraph, stateGraph } from './graphs.mjs';
import {
	launch,
	open,
	reportOfGraph,
	reportOfSample,
	run,
	scratch,
	screenshot,
	source,
	violations,
} from './toolbox.mjs';

const [featdep, render] = process.argv.slice(2);
const tests = [];
const test = (name, body) => tests.push({ name, body });
let browser, report, large, hostile;

async function clean(page, name) {
	assert.deepEqual(page.complaints, [], `complaints of ${name}`);
	assert.deepEqual(await violations(page), [], `accessibility of ${name}`);
}

const click = (page, key) => page.locator(`.item[data-key="${key}"]`).click();
const hash = page => page.evaluate(() => location.hash);
const panelText = page => page.locator('.panel').innerText();
const choice = (page, label) =>
	page
		.locator('label.choice')
		.filter({ hasText: new RegExp(`^${label}`) })
		.locator('select');
const drawn = page => page.locator('.item').count();

test('the first screen says what was analysed and what to look at', async () => {
	const page = await open(browser, report);
	const text = await page.locator('main').innerText();
	for (const part of [
		'Feature dependencies of ad-ranker',
		'7 translation units',
		'unused-feature',
		'hidden-consumer',
		'correction-cascade',
		'calls resolved',
	])
		assert.ok(text.includes(part), part);
	assert.equal(await page.locator('.tiles li').count(), 7);
	await screenshot(page, 'overview', true);
	await clean(page, 'overview');
	await page.getByRole('link', { name: 'Graph', exact: true }).click();
	assert.equal(await hash(page), '#/graph');
	await page.goBack();
	await page.getByRole('heading', { level: 1, name: /ad-ranker/ }).waitFor();
	await page.context().close();
});

test('before the script runs, and without it, there is a summary', async () => {
	const page = await open(browser, report, '', { scripts: false });
	const text = await page.locator('body').innerText();
	assert.match(text, /Feature dependencies of ad-ranker/);
	assert.match(text, /warning: hidden-consumer: /);
	assert.match(text, /Scripts are off/);
	await page.context().close();
});

test('a click on a node shows what is upstream and downstream, with kinds', async () => {
	const page = await open(browser, report, '#/graph');
	const heads = await page.locator('.graph .head').allTextContents();
	assert.deepEqual(
		heads.map(head => head.split(' ')[0]),
		['Signals', 'Features', 'Models', 'Predictions', 'Consumers'],
	);
	await click(page, 'prediction:click');
	const text = await panelText(page);
	for (const part of ['Upstream', 'Downstream', 'ad_row.bid', 'report_ad', 'index', 'correction-cascade'])
		assert.ok(text.includes(part), part);
	assert.match(await hash(page), /node=prediction%3Aclick/);
	assert.ok((await page.locator('.item.is-faded').count()) > 0);
	await screenshot(page, 'graph-node');
	await clean(page, 'graph with a node');
	await page.getByRole('button', { name: 'only what it is connected to' }).click();
	await page.locator('.item[data-key="feature:ad_features.legacy_ctr"]').waitFor({ state: 'detached' });
	await page.locator('.panel').getByRole('button', { name: 'ad_row.bid' }).click();
	assert.match(await hash(page), /node=signal%3Aad_row.bid/);
	await page.getByRole('link', { name: 'open its page' }).click();
	await page.getByRole('heading', { name: 'Blast radius' }).waitFor();
	await page.context().close();
});

test('a click on an edge shows its witness with highlighted source', async () => {
	const page = await open(browser, report, '#/graph');
	const edge = page
		.locator('.edge')
		.filter({ has: page.locator('title', { hasText: 'ad_row.device → ad_features.device_lift: index' }) });
	const { x, y } = await middle(edge);
	await page.mouse.click(x, y);
	assert.match(await panelText(page), /src\/models\/features\.c:36/);
	assert.ok((await page.locator('.panel .code .tok-function, .panel .code .tok-punctuation').count()) > 0);
	assert.match(await hash(page), /edge=signal/);
	await screenshot(page, 'graph-edge');
	await clean(page, 'graph with an edge');
	await page.getByRole('button', { name: 'close the details' }).click();
	assert.equal(await page.locator('.panel').count(), 0);
	await page.context().close();
});

/* A point of the page on the line itself. */
function middle(edge) {
	return edge.locator('.hit').evaluate(path => {
		const { x, y } = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
		return { x, y };
	});
}

test('edge kinds differ by line style', async () => {
	const page = await open(browser, report, '#/graph');
	const styles = await page.evaluate(() =>
		['data', 'index', 'control'].map(
			kind => getComputedStyle(document.querySelector(`.edge.line-${kind} .line`)).strokeDasharray,
		),
	);
	assert.equal(new Set(styles).size, 3, styles.join());
	await page.context().close();
});

test('what a program keeps is state, loops and later calls look different', async () => {
	const page = await open(browser, reportOfGraph(render, 'state', stateGraph()), '#/graph');
	const heads = await page.locator('.graph .head').allTextContents();
	assert.deepEqual(heads.slice(0, 2), ['Signals 1', 'State 1']);
	assert.equal(await page.locator('.edge.is-loop').count(), 1);
	assert.equal(await page.locator('.edge .line[marker-start]').count(), 1);
	await screenshot(page, 'graph-state');
	await clean(page, 'graph with state');
	await page.context().close();
});

test('wheel, buttons and keys zoom, dragging moves, and the address keeps it', async () => {
	const page = await open(browser, report, '#/graph');
	const transform = () => page.locator('.graph > g').getAttribute('transform');
	const before = await transform();
	await page.mouse.move(700, 700);
	await page.mouse.wheel(0, -300);
	await page.waitForFunction(
		old => document.querySelector('.graph > g').getAttribute('transform') !== old,
		before,
	);
	const zoomed = await transform();
	await page.mouse.down();
	await page.mouse.move(760, 740, { steps: 4 });
	await page.mouse.up();
	assert.notEqual(await transform(), zoomed);
	await page.waitForFunction(() => location.hash.includes('at='));
	const address = await hash(page),
		moved = await transform();
	await page.getByRole('button', { name: 'zoom in' }).click();
	await page.getByRole('button', { name: 'zoom out' }).click();
	await page.getByRole('button', { name: 'show all' }).click();
	assert.notEqual(await transform(), moved);
	const again = await open(browser, report, address);
	const scale = text => Number(/scale\(([\d.]+)/.exec(text)[1]).toFixed(2);
	assert.equal(scale(await again.locator('.graph > g').getAttribute('transform')), scale(moved));
	await page.context().close();
	await again.context().close();
});

test('search in the graph marks and opens', async () => {
	const page = await open(browser, large, '#/graph');
	await page.getByRole('searchbox', { name: 'Search' }).fill('column42');
	const match = page.getByLabel('matches').getByRole('button', { name: 'column42' }).first();
	await match.waitFor();
	assert.ok((await page.locator('.item.is-found').count()) > 0);
	await match.click();
	assert.match(await panelText(page), /column42/);
	await page.context().close();
});

test('modules, objects and ranges expand and fold', async () => {
	const page = await open(browser, large, '#/graph');
	const first = await drawn(page);
	assert.ok(first <= 60, `${first} drawn`);
	assert.match(await page.locator('.state').innerText(), /^\d+ drawn of 620 nodes/);
	await screenshot(page, 'graph-large');
	await clean(page, 'large graph');
	const group = page.locator('.item.is-group').first();
	const key = await group.getAttribute('data-key');
	// On a busy machine the two clicks can come too far apart to be one double click.
	for (let tries = 0; tries < 5 && (await drawn(page)) === first; tries++) {
		await group.dblclick();
		await page
			.waitForFunction(count => document.querySelectorAll('.item').length !== count, first, { timeout: 5000 })
			.catch(() => {});
	}
	assert.ok((await hash(page)).includes('open='), 'open groups are in the address');
	const more = await drawn(page);
	assert.ok(more > first);
	await page.locator('.box.fold').first().click();
	await page.waitForFunction(count => document.querySelectorAll('.item').length !== count, more);
	await page.goBack();
	await page.locator('.item.is-group .toggle').first().click({ force: true });
	assert.ok((await drawn(page)) > 0 && key);
	await page.getByRole('button', { name: 'reset' }).click();
	await page.waitForFunction(count => document.querySelectorAll('.item').length === count, first);
	await page.locator('.item.is-group').first().click();
	await page.locator('.panel').getByRole('button', { name: 'expand' }).click();
	await page.context().close();
});

test('filters by kind, module, owner and rule are in the address', async () => {
	const page = await open(browser, report, '#/graph');
	await page.getByRole('checkbox', { name: 'control' }).uncheck();
	assert.equal(await page.locator('.edge.line-control').count(), 0);
	await page.getByRole('checkbox', { name: 'consumer' }).uncheck();
	assert.equal(await page.locator('.item-consumer').count(), 0);
	const all = await drawn(page);
	await choice(page, 'Module').selectOption('models');
	await choice(page, 'Findings of').selectOption('correction-cascade');
	assert.ok((await drawn(page)) < all);
	await choice(page, 'Owner').selectOption({ index: 1 });
	await choice(page, 'Group by').selectOption('file');
	const address = await hash(page);
	for (const part of [
		'deps=',
		'hide=consumer',
		'module=models',
		'rule=correction-cascade',
		'owner=',
		'group=file',
	])
		assert.ok(address.includes(part), part);
	const count = await drawn(page),
		again = await open(browser, report, address);
	assert.equal(await drawn(again), count);
	await again.context().close();
	await page.context().close();
});

test('the keyboard goes everywhere in the graph', async () => {
	const page = await open(browser, large, '#/graph');
	await page.locator('.item').first().focus();
	const focused = () => page.evaluate(() => document.activeElement.dataset.key);
	const start = await focused();
	await page.keyboard.press('ArrowDown');
	assert.notEqual(await focused(), start);
	await page.keyboard.press('ArrowRight');
	const right = await focused();
	await page.keyboard.press('Enter');
	await page.locator('.panel').waitFor();
	assert.equal(await page.locator('.item.is-selected').getAttribute('data-key'), right);
	await page.locator('.item.is-selected').focus();
	await page.keyboard.press('Escape');
	await page.locator('.panel').waitFor({ state: 'detached' });
	const before = await drawn(page);
	await page.locator('.item.is-group').first().focus();
	await page.keyboard.press('e');
	await page.waitForFunction(count => document.querySelectorAll('.item').length > count, before);
	await page.keyboard.press('/');
	assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'combobox');
	await page.keyboard.type('model3');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: /model/ }).waitFor();
	await page.context().close();
});

test('a model has its features with source, signals, consumers and cascades', async () => {
	const page = await open(browser, report, '#/model/conversion');
	const text = await page.locator('main').innerText();
	for (const part of [
		'Features: 3',
		'features->freshness = exp(',
		'ad_row.age_days',
		'rank_print',
		'Cascades',
		'fed with',
		'src/models/conversion.c:59',
	])
		assert.ok(text.includes(part), part);
	await screenshot(page, 'model', true);
	await clean(page, 'model');
	await page.getByRole('button', { name: 'steps' }).first().click();
	assert.equal(await page.locator('th[aria-sort]').count(), 1);
	await page.getByRole('link', { name: 'show in the graph' }).click();
	await page.locator('.item.is-selected').waitFor();
	await page.context().close();
});

test('the values between signals and features are drawn for each model', async () => {
	const rich = reportOfGraph(render, 'rich', richGraph());
	const page = await open(browser, rich, '#/model/m');
	await page.getByRole('link', { name: 'how its features are made' }).click();
	await page.getByRole('heading', { level: 1, name: 'How the features of m are made' }).waitFor();
	assert.match(
		await page.locator('main').innerText(),
		/6 values in between, .*; 15 drawn of 143 nodes, 2 not in this view, 126 folded/,
	);
	await screenshot(page, 'steps');
	await clean(page, 'steps');
	const value = page.locator('.item-value');
	assert.equal(await value.count(), 6);
	await value.nth(3).click();
	let text = await panelText(page);
	for (const part of ['sum_3', 'in make', 'src/a.c:30', '+= row[', 'Made of', 'Features made with it 1'])
		assert.ok(text.includes(part), part);
	assert.match(await hash(page), /node=/);
	await clean(page, 'a value');
	await page.locator('.panel').getByRole('button', { name: 'f[3]' }).first().click();
	text = await panelText(page);
	assert.ok(text.includes('Goes into 1'), text);
	await page.locator('.panel').getByRole('link', { name: 'f[3]' }).click();
	await page.getByRole('heading', { name: 'Definitions' }).waitFor();
	await page.goBack();
	await page.getByRole('button', { name: 'close the details' }).click();
	await page.locator('.panel').waitFor({ state: 'detached' });
	const { x, y } = await middle(page.locator('.edge').first());
	await page.mouse.click(x, y);
	assert.match(await panelText(page), /\d+ dependenc(y goes|ies go) this way/);
	assert.match(await hash(page), /edge=/);
	const again = await open(browser, rich, await hash(page));
	assert.equal(await panelText(again), await panelText(page));
	await again.context().close();
	await page.locator('.item').first().focus();
	const focused = () => page.evaluate(() => document.activeElement.dataset.key);
	const start = await focused();
	await page.keyboard.press('ArrowRight');
	assert.notEqual(await focused(), start);
	await page.keyboard.press('Enter');
	assert.match(await hash(page), new RegExp(`node=${await focused()}`));
	const transform = () => page.locator('.graph > g').getAttribute('transform');
	const before = await transform();
	await page.keyboard.press('+');
	assert.notEqual(await transform(), before);
	await page.keyboard.press('Escape');
	await page.locator('.panel').waitFor({ state: 'detached' });
	await page.getByRole('button', { name: 'show all' }).click();
	await page.goto(`${page.url().split('#')[0]}#/steps/none`);
	await page.getByRole('heading', { name: 'Not found' }).waitFor();
	assert.deepEqual(page.complaints, []);
	await page.context().close();
});

test('what is long is folded, and opens', async () => {
	const page = await open(browser, reportOfGraph(render, 'rich', richGraph()), '#/model/m');
	const url = page.url().split('#')[0];
	const text = await page.locator('main').innerText();
	for (const part of ['p > 0.5', 'its weight is 0', 'sum * 1']) assert.ok(text.includes(part), part);
	await page.getByRole('columnheader', { name: 'weight' }).getByRole('button').click();
	assert.equal(await page.getByRole('columnheader', { name: 'weight' }).getAttribute('aria-sort'), 'ascending');
	const equal = page.getByRole('region', { name: 'features of the model' }).getByText('g[0..3]');
	await equal.click();
	await page.getByRole('link', { name: 'g[2]' }).waitFor();
	const signals = page.getByRole('region', { name: 'signals' }).locator('tbody tr');
	assert.equal(await signals.count(), 100);
	await page.getByRole('button', { name: 'show more: 30 rows left' }).click();
	assert.equal(await signals.count(), 130);
	await clean(page, 'a rich model');
	await page.goto(`${url}#/feature/f%5B0%5D`);
	await page.getByText('1 finding that an audit hides by default').click();
	await page.getByText('noise 0').waitFor();
	await page.locator('summary', { hasText: 'row.s0 ' }).click();
	const steps = page.locator('details[open] .witness .step');
	const few = await steps.count();
	await page.getByRole('button', { name: 'show 10 more steps' }).click();
	assert.equal(await steps.count(), few + 10);
	await clean(page, 'a rich feature');
	await page.goto(`${url}#/graph?node=model:m`);
	await page.locator('.panel').getByRole('button', { name: 'show all 140' }).click();
	assert.equal(await page.locator('.panel .reach').first().locator('li').count(), 140);
	await page
		.locator('.panel')
		.getByRole('button', { name: /how it gets there ?, to m/ })
		.first()
		.click();
	assert.match(await hash(page), /edge=model/);
	await page.locator('.panel').getByRole('link', { name: 'm', exact: true }).first().click();
	await page.getByRole('heading', { level: 1, name: 'm' }).waitFor();
	await page.goto(`${url}#/graph`);
	await page.getByText('Legend and keys').click();
	await page.getByText('Arrow keys go from node to node').waitFor();
	await page.locator('.item.is-group').first().click();
	await page.locator('.panel .members button').first().click();
	assert.match(await hash(page), /node=/);
	await clean(page, 'the legend');
	await page.context().close();
});

test('what is typed as soon as a page appears stays in the search', async () => {
	const page = await open(browser, report);
	await page.evaluate(
		() =>
			new Promise(resolve => {
				const type = () => {
					const search = document.querySelector('[role=combobox]');
					search.focus();
					search.value = 'no such thing';
					search.dispatchEvent(new Event('input', { bubbles: true }));
				};
				/* Twice: in the moment of the change, and with the focus back after it was taken away. */
				new MutationObserver((_, observer) => {
					observer.disconnect();
					type();
					document.activeElement.blur();
					type();
					setTimeout(resolve, 400);
				}).observe(document.querySelector('#app'), { childList: true });
				location.hash = '#/nodes';
			}),
	);
	assert.equal(await page.getByText('no such name').isVisible(), true);
	assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'combobox');
	await page.context().close();
});

test('what stands around the pages works with mouse and keys', async () => {
	const page = await open(browser, report);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
	const search = page.getByRole('combobox', { name: 'search for a name' });
	await search.fill('legacy');
	await page.getByRole('option', { name: /legacy_ctr/ }).click();
	await page.getByRole('heading', { level: 1, name: /legacy_ctr/ }).waitFor();
	await search.fill('no such thing');
	await page.getByText('no such name').waitFor();
	await clean(page, 'the search');
	await search.press('Escape');
	for (const [name, heading] of [
		['Matrix', /Signals and models/],
		['Findings', /Findings/],
		['Nodes', /Nodes/],
		['Coverage', /Coverage/],
		['Overview', /ad-ranker/],
	]) {
		await page.getByRole('navigation', { name: 'pages' }).getByRole('link', { name, exact: true }).click();
		await page.getByRole('heading', { level: 1, name: heading }).waitFor();
		assert.equal(await page.locator('nav [aria-current=page]').first().innerText(), name);
	}
	await page
		.locator('.tiles')
		.getByRole('link', { name: /models/ })
		.click();
	await page.getByRole('navigation', { name: 'kinds' }).getByRole('link', { name: 'all' }).click();
	await page.getByRole('navigation', { name: 'kinds' }).getByRole('link', { name: 'signals' }).click();
	await page.locator('tbody a').first().click();
	await page.getByRole('heading', { name: 'Blast radius' }).waitFor();
	await page.goto(`${page.url().split('#')[0]}#/findings`);
	await choice(page, 'Level').selectOption('warning');
	assert.match(await hash(page), /level=warning/);
	const rows = await page.locator('tbody tr').count();
	await page.getByRole('checkbox').check();
	assert.ok((await page.locator('tbody tr').count()) >= rows);
	assert.deepEqual(page.complaints, []);
	await page.context().close();
});

test('a signal has its blast radius, a finding its evidence, advice and suppression', async () => {
	const page = await open(browser, report, '#/signal/ad_row.bid');
	assert.match(await page.locator('main').innerText(), /A change of it may change .*model.*prediction.*consumer/);
	await screenshot(page, 'signal', true);
	await clean(page, 'signal');
	await page.getByRole('link', { name: 'Findings', exact: true }).click();
	await choice(page, 'Rule').selectOption('hidden-consumer');
	await clean(page, 'findings');
	await page.getByRole('link', { name: /report_ad/ }).click();
	const text = await page.locator('main').innerText();
	for (const part of [
		'Evidence',
		'What to do',
		'How to suppress it',
		'What hidden-consumer is',
		'Remedy:',
		'rule: hidden-consumer',
		'featdep: ignore hidden-consumer',
	])
		assert.ok(text.includes(part), part);
	await screenshot(page, 'finding', true);
	await clean(page, 'finding');
	await page.goto(`${page.url().split('#')[0]}#/feature/ad_features.price_band`);
	await page.getByText('is overwritten at').first().waitFor();
	await clean(page, 'feature');
	await page.context().close();
});

test('lists filter and sort, unknown names say so', async () => {
	const page = await open(browser, report, '#/nodes/feature');
	const rows = await page.locator('tbody tr').count();
	assert.equal(rows, 7);
	await page.getByRole('searchbox', { name: 'Filter' }).fill('price');
	await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
	await clean(page, 'nodes');
	await page.goto(`${page.url().split('#')[0]}#/model/none`);
	await page.getByRole('heading', { name: 'Not found' }).waitFor();
	await page.goto(`${page.url().split('#')[0]}#/coverage`);
	await page.getByText('Not followed').waitFor();
	await clean(page, 'coverage');
	await page.goto(`${page.url().split('#')[0]}#/%E0%A4%A`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	assert.deepEqual(page.complaints, []);
	await page.context().close();
});

test('the matrix sorts, zooms and shows source steps', async () => {
	const page = await open(browser, large, '#/matrix?columns=feature');
	const area = page.locator('.matrix'),
		state = page.locator('.matrix-state [role=status]');
	const picture = () => page.locator('.matrix canvas').evaluate(canvas => canvas.toDataURL());
	const before = await picture();
	await choice(page, 'Sort by').selectOption('similar');
	await page.waitForFunction(old => document.querySelector('.matrix canvas').toDataURL() !== old, before);
	for (const order of ['name', 'module', 'connected']) {
		const old = await picture();
		await choice(page, 'Sort by').selectOption(order);
		await page.waitForFunction(last => document.querySelector('.matrix canvas').toDataURL() !== last, old);
	}
	await page.getByRole('button', { name: 'larger cells' }).click();
	assert.match(await hash(page), /size=/);
	await area.focus();
	const address = await hash(page);
	await page.keyboard.press('+');
	assert.notEqual(await hash(page), address);
	await page.keyboard.press('-');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowDown');
	assert.match(await state.innerText(), / → .*: (data|index|control|nothing)/);
	for (let i = 0; i < 40 && (await state.innerText()).endsWith('nothing'); i++)
		await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await page.locator('.cell-panel .witness').waitFor();
	await screenshot(page, 'matrix');
	await clean(page, 'matrix');
	await page.keyboard.press('Escape');
	await page.locator('.cell-panel').waitFor({ state: 'detached' });
	await page.keyboard.press('Enter');
	await page.locator('.cell-panel').getByRole('button', { name: 'close the details' }).click();
	assert.equal(await page.locator('.cell-panel').count(), 0);
	const size = () => new URLSearchParams(page.url().split('?')[1]).get('size');
	const larger = size();
	await page.getByRole('button', { name: 'smaller cells' }).click();
	const smaller = size();
	assert.notEqual(smaller, larger);
	await area.hover();
	await page.keyboard.down('Control');
	await page.mouse.wheel(0, -100);
	await page.keyboard.up('Control');
	await page.waitForFunction(old => !location.hash.includes(`size=${old}`), smaller);
	const box = await area.boundingBox();
	await page.mouse.click(box.x + 60, box.y + 260);
	await page.waitForFunction(() => location.hash.includes('row='));
	await page.getByRole('button', { name: /^sorted by/ }).click();
	await choice(page, 'Columns').selectOption('model');
	await clean(page, 'matrix of models');
	await screenshot(page, 'matrix-models');
	await page.context().close();
});

test('a phone, the dark, and paper', async () => {
	for (const [name, address] of [
		['overview', ''],
		['graph', '#/graph'],
		['model', '#/model/click'],
		['matrix', '#/matrix'],
		['steps', '#/steps/conversion'],
	]) {
		const phone = await open(browser, report, address, { size: 'phone' });
		const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		assert.ok(overflow <= 0, `${name} is ${overflow} pixels too wide for a phone`);
		await screenshot(phone, `phone-${name}`);
		await clean(phone, `${name} on a phone`);
		await phone.context().close();
		const dark = await open(browser, report, address, { dark: true });
		await screenshot(dark, `dark-${name}`);
		await clean(dark, `${name} in the dark`);
		const fits = () => dark.evaluate(() => document.querySelector('svg.graph')?.hasAttribute('viewBox'));
		await dark.evaluate(() => dispatchEvent(new Event('beforeprint')));
		const drawing = name === 'graph' || name === 'steps';
		if (drawing) assert.ok(await fits(), 'the whole graph is on paper');
		await dark.emulateMedia({ media: 'print', colorScheme: 'light' });
		assert.equal(await dark.locator('header').isVisible(), false);
		assert.equal(await dark.evaluate(() => document.documentElement.dataset.theme), 'light');
		await screenshot(dark, `print-${name}`, true);
		await dark.emulateMedia({ media: 'screen', colorScheme: 'dark' });
		await dark.evaluate(() => dispatchEvent(new Event('afterprint')));
		if (drawing) assert.ok(!(await fits()), 'the screen shows a part again');
		await dark.context().close();
	}
	const page = await open(browser, report);
	await page.getByRole('button', { name: /^colours/ }).click();
	await page.getByRole('button', { name: /^colours: light/ }).click();
	await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
	await clean(page, 'chosen dark');
	await page.context().close();
});

test('texts of the analysed code inject nothing', async () => {
	const graph = hostileGraph(),
		file = readFileSync(hostile, 'utf8');
	assert.equal(file.match(/<script/g).length, 2, 'two script elements: the data and the code');
	const data = /<script type="application\/json"[^>]*>([^]*?)<\/script>/.exec(file)[1];
	assert.ok(!/[<>&\u2028\u2029]/.test(data));
	assert.deepEqual(JSON.parse(data).graph.findings.length, HOSTILE.length);
	const addresses = [
		'',
		'#/graph',
		'#/matrix',
		'#/matrix?columns=feature',
		'#/findings?all=1',
		'#/nodes',
		'#/coverage',
		'#/changes',
		'#/trends',
		...HOSTILE.flatMap(text =>
			['', '?node=1', '?edge=0', '?node=x&edge=-1'].map(
				query => `#/steps/${encodeURIComponent(text)}${query}`,
			),
		),
		...graph.nodes.map(node => `#/${node.kind}/${encodeURIComponent(node.name)}`),
		...graph.nodes.slice(0, 20).map(node => `#/graph?node=${encodeURIComponent(node.id)}`),
		...graph.edges
			.slice(0, 12)
			.map(
				edge =>
					`#/graph?edge=${encodeURIComponent([edge.from, edge.to].map(encodeURIComponent).join('|'))}`,
			),
		...graph.findings.map(finding => `#/finding/${finding.fingerprint}`),
		...HOSTILE.map(text => `#/${text}`),
		...HOSTILE.map(text => `#/graph?q=${text}&module=${text}&at=${text}&group=${text}`),
	];
	/* Against a run that has nothing of it, so that all of it is a change. */
	const nothing = { ...graph, nodes: [], edges: [], findings: [] };
	const page = await open(browser, reportOfGraph(render, 'hostile', graph, nothing)),
		url = page.url().split('#')[0];
	for (const address of addresses) {
		await page.evaluate(target => {
			location.hash = target;
		}, address);
		await page.waitForTimeout(20);
		const found = await page.evaluate(() => ({
			hacked: window.hacked,
			foreign: document.querySelectorAll('img, iframe, object, b, [onerror], [onload]').length,
			scripts: document.scripts.length,
			links: [...document.links].map(link => link.href),
		}));
		assert.equal(found.hacked, undefined, address);
		assert.equal(found.foreign, 0, address);
		assert.equal(found.scripts, 2, address);
		for (const link of found.links)
			assert.ok(link.startsWith(url) || link.startsWith('https://source.example/'), `${address}: ${link}`);
	}
	await page.evaluate(() => {
		location.hash = '#/nodes';
	});
	const text = await page.locator('main').innerText();
	for (const name of HOSTILE.filter(entry => !/[\u2028\u2029\u202e]/.test(entry)))
		assert.ok(text.includes(name), name);
	await screenshot(page, 'hostile');
	assert.deepEqual(page.complaints, []);
	await page.context().close();
	const plain = await open(browser, hostile, '', { scripts: false });
	assert.equal(await plain.evaluate(() => document.querySelectorAll('img, svg, b').length), 0);
	await plain.context().close();
});

test('the policy stops what would get in all the same', async () => {
	const page = await open(browser, report);
	const outcome = await page.evaluate(() => {
		const script = document.createElement('script');
		const tries = [
			() => {
				document.body.innerHTML = '<b>x</b>';
			},
			() => {
				script.textContent = 'window.hacked = 1';
			},
		];
		return tries.map(attempt => {
			try {
				attempt();
				return 'done';
			} catch {
				return 'refused';
			}
		});
	});
	assert.deepEqual(outcome, ['refused', 'refused']);
	assert.equal(
		await page.evaluate(() =>
			fetch('https://example.com').then(
				() => 'done',
				() => 'refused',
			),
		),
		'refused',
	);
	await page.context().close();
});

test('a server whose policy forbids all scripts and styles still shows what was found', async () => {
	/* What Jenkins sends with artefacts. */
	const policy = "sandbox; default-src 'none'; img-src 'self'; style-src 'self';";
	const server = createServer((request, response) => {
		response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
		response.end(request.url === '/' ? readFileSync(report) : '');
	});
	await new Promise(ready => server.listen(0, '127.0.0.1', ready));
	const page = await (await browser.newContext()).newPage();
	await page.goto(`http://127.0.0.1:${server.address().port}/`);
	const text = await page.locator('body').innerText();
	assert.match(text, /Feature dependencies of ad-ranker/);
	assert.match(text, /warning: hidden-consumer: /);
	await screenshot(page, 'policy-of-a-server');
	await page.context().close();
	server.close();
});

test('two runs stand beside each other', async () => {
	const old = largeGraph(20, 20, 2, 80),
		now = largeGraph(20, 20, 2, 80);
	now.edges = now.edges.filter((edge, i) => i % 9);
	now.edges.find(edge => edge.kind === 'data').kind = 'control';
	now.findings.pop();
	now.findings[0] = { ...now.findings[0], fingerprint: 'f'.repeat(16), message: 'a new one' };
	const page = await open(browser, reportOfGraph(render, 'changes', now, old), '#/changes');
	const text = await page.locator('main').innerText();
	assert.match(text, /1 new finding, 2 fixed/);
	assert.match(text, /Removed dependencies: \d+/);
	assert.match(text, /is now/);
	assert.match(text, /Before: 0 nodes and \d+ dependencies that the other has not/);
	const rich = richGraph();
	const changed = { ...rich, edges: rich.edges.filter(edge => !edge.to.startsWith('feature:g')) };
	const folded = await open(browser, reportOfGraph(render, 'folded', rich, changed), '#/changes');
	assert.match(
		await folded.locator('main').innerText(),
		/Added dependencies: 4\s+signal\s*row\.s1\s*→\s*feature\s*g\[0\.\.3\]/,
	);
	await clean(folded, 'folded changes');
	await folded.context().close();
	assert.equal(await page.locator('.beside .graph').count(), 2);
	await page.locator('.beside .edge.is-changed').first().waitFor({ state: 'attached' });
	await screenshot(page, 'changes', true);
	await clean(page, 'changes');
	await page.context().close();
});

test('featdep diff --html compares two audits', async () => {
	const out = join(scratch, 'ad-ranker'),
		graph = JSON.parse(readFileSync(join(out, 'graph.json'), 'utf8'));
	const old = join(scratch, 'old.json'),
		file = join(scratch, 'diff.html');
	graph.nodes = graph.nodes.filter(node => node.id !== 'consumer:report_ad');
	graph.edges = graph.edges.filter(edge => edge.to !== 'consumer:report_ad');
	graph.findings = graph.findings.filter(finding => !finding.nodes.includes('consumer:report_ad'));
	writeFileSync(old, JSON.stringify(graph));
	run(featdep, ['diff', '--html', '-o', file, old, join(out, 'graph.json')]);
	const page = await open(browser, file);
	await page.getByRole('link', { name: /^\d+ new findings?, \d+ fixed; nodes: 1 added/ }).click();
	const text = await page.locator('main').innerText();
	assert.match(text, /After: 1 node /);
	assert.ok(text.includes('report_ad'));
	await screenshot(page, 'diff', true);
	await clean(page, 'diff');
	await page.context().close();
});

test('metrics of many runs are drawn, those that stood still are listed', async () => {
	const build = join(scratch, 'build-ad-ranker'),
		out = join(scratch, 'trends'),
		manifest = join(source, 'samples', 'ad-ranker', 'featdep.yml'),
		silenced = join(scratch, 'silenced.yml');
	const suppression = '  - { rule: unused-feature, subject: "feature:ad_features.legacy_ctr", reason: "goes" }';
	writeFileSync(silenced, `${readFileSync(manifest, 'utf8')}\nsuppress:\n${suppression}\n`);
	for (const used of [manifest, silenced, manifest])
		run(
			featdep,
			['audit', '-p', build, '-m', used, '-o', out, '--quiet', '--no-pictures', '--history', `${out}.db`],
			[0, 1],
		);
	const page = await open(browser, join(out, 'report.html'));
	await page.getByRole('link', { name: 'Trends' }).click();
	const text = await page.locator('main').innerText();
	assert.match(text, /3 runs, /);
	assert.match(text, /unused-feature 2\s+as at first/);
	assert.match(text, /suppressed 0/);
	assert.match(text, /Unchanged: .*features 7/);
	const plot = page.getByRole('img', { name: 'unused-feature: 2 at first, now 2, between 1 and 2' });
	assert.equal(await plot.locator('circle').count(), 3);
	await screenshot(page, 'trends', true);
	await clean(page, 'trends');
	await page.context().close();
	const other = await open(browser, report);
	assert.equal(await other.getByRole('link', { name: 'Trends' }).count(), 0);
	await other.context().close();
});

test('the template is what its sources make, and small', async () => {
	const template = join(source, 'analyzer', 'viewer', 'report-template.html');
	const size = statSync(template).size;
	assert.ok(size < 2e6, `${size} bytes`);
	const text = readFileSync(template, 'utf8');
	for (const name of ['preact', 'd3-zoom', 'prismjs', 'd3-selection'])
		assert.match(text, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'), `licence of ${name}`);
	try {
		statSync(join(source, 'analyzer', 'viewer', 'node_modules', 'esbuild'));
	} catch {
		console.log('  (not bundled anew: no node_modules in analyzer/viewer)');
		return;
	}
	const fresh = join(scratch, 'template.html');
	run(process.execPath, [join(source, 'analyzer', 'viewer', 'build.mjs'), fresh]);
	assert.ok(readFileSync(fresh, 'utf8') === text, 'run `npm run build` in analyzer/viewer');
});

report = reportOfSample(featdep, 'ad-ranker');
large = reportOfGraph(render, 'large', largeGraph(200, 300, 24, 2000));
hostile = reportOfGraph(render, 'hostile', hostileGraph());
browser = await launch();
let failed = 0;
const chosen = tests.filter(({ name }) => !process.env.ONLY || name.includes(process.env.ONLY));
for (const { name, body } of chosen) {
	try {
		await body();
		console.log(`ok      ${name}`);
	} catch (error) {
		failed++;
		console.log(`FAILED  ${name}\n${error.stack}`);
		for (const context of browser.contexts()) {
			for (const page of context.pages()) await screenshot(page, `failed-${failed}`).catch(() => {});
			await context.close();
		}
	}
}
await browser.close();
if (!failed) rmSync(scratch, { recursive: true });
console.log(failed ? `${failed} of ${chosen.length} failed; pages in ${scratch}` : `${chosen.length} passed`);
process.exit(failed ? 1 : 0);
