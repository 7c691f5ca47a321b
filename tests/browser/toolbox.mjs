/* Pages, the browser, and what every test asks of a page. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const here = dirname(fileURLToPath(import.meta.url));
export const source = join(here, '..', '..');
export const scratch = mkdtempSync(join(tmpdir(), 'featdep-browser-'));
const screenshots = process.env.FEATDEP_SCREENSHOTS ?? join(here, 'screenshots');
mkdirSync(screenshots, { recursive: true });

export function run(command, args, allowed = [0]) {
	const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
	if (result.error) throw result.error;
	if (!allowed.includes(result.status))
		throw new Error(`${command} ${args.join(' ')}: exit ${result.status}\n${result.stderr}`);
	return result.stdout;
}

/* The report of an audit of a sample. */
export function reportOfSample(featdep, name) {
	const build = join(scratch, `build-${name}`),
		out = join(scratch, name),
		sample = join(source, 'samples', name);
	run('cmake', ['-S', sample, '-B', build, '-DCMAKE_EXPORT_COMPILE_COMMANDS=ON']);
	run(
		featdep,
		['audit', '-p', build, '-m', join(sample, 'featdep.yml'), '-o', out, '--quiet', '--no-pictures'],
		[0, 1],
	);
	return join(out, 'report.html');
}

export function reportOfGraph(render, name, ...graphs) {
	const files = graphs.map((graph, i) => {
		const file = join(scratch, `${name}-${i}.json`);
		writeFileSync(file, JSON.stringify(graph));
		return file;
	});
	const page = join(scratch, `${name}.html`);
	writeFileSync(page, run(render, files));
	return page;
}

export function launch() {
	return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/*
 * After an action the page has drawn what follows from it: a change of the address is heard of in a later task, and what
 * hears of it draws in one more. On a busy machine a test would otherwise read what stood there before.
 */
function settle(page) {
	return page.evaluate(async () => {
		for (let i = 0; i < 2; i++)
			await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
	});
}

function settleAfterActions(page) {
	const after = (object, names) => {
		for (const name of names) {
			const act = object[name];
			if (act.settles) continue;
			object[name] = async function (...args) {
				const result = await act.apply(this, args);
				await settle(typeof this.page === 'function' ? this.page() : page);
				return result;
			};
			object[name].settles = true;
		}
	};
	after(Object.getPrototypeOf(page.locator('html')), ['click', 'tap', 'fill', 'press', 'selectOption', 'check', 'uncheck']);
	after(page, ['goto', 'goBack', 'goForward', 'reload']);
	after(page.mouse, ['click', 'dblclick', 'wheel', 'up']);
	after(page.keyboard, ['press', 'type']);
}

export const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/* A page whose console errors, exceptions and requests are collected in page.complaints. */
export async function open(browser, file, hash = '', options = {}) {
	const context = await browser.newContext({
		viewport: SIZES[options.size ?? 'desktop'],
		colorScheme: options.dark ? 'dark' : 'light',
		hasTouch: options.size === 'phone',
		javaScriptEnabled: options.scripts ?? true,
	});
	const page = await context.newPage(),
		url = String(pathToFileURL(file));
	page.complaints = [];
	page.on('console', message => {
		if (message.type() === 'error' || message.type() === 'warning') page.complaints.push(message.text());
	});
	page.on('pageerror', error => page.complaints.push(String(error)));
	page.on('request', request => {
		if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
			page.complaints.push(`request of ${request.url()}`);
	});
	page.on('dialog', dialog => {
		page.complaints.push('a dialog');
		dialog.dismiss();
	});
	await page.goto(url + hash);
	if (options.scripts ?? true) {
		await page.waitForSelector('html[data-ready]');
		settleAfterActions(page);
	}
	return page;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/* Serious and critical violations, as lines. The page's policy lets no script in, so the protocol brings it. */
export async function violations(page) {
	const session = await page.context().newCDPSession(page);
	await session.send('Runtime.evaluate', { expression: axe });
	const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
		awaitPromise: true,
		returnByValue: true,
		expression: `axe.run(document, { resultTypes: ['violations'] }).then(found => JSON.stringify(found.violations
			.filter(rule => ['serious', 'critical'].includes(rule.impact))
			.map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html.slice(0, 150)).join(' | '))))`,
	});
	if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
	return JSON.parse(result.value);
}

export function screenshot(page, name, fullPage = false) {
	return page.screenshot({ path: join(screenshots, `${name}.png`), fullPage });
}
