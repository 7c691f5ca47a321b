/*
 * Bundles src/ into report-template.html: one file with its style and script, a content security policy that allows
 * just these two, and the licences of what is bundled. The C side puts the data at the two marks in it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const options = {
	bundle: true,
	minify: true,
	write: false,
	target: 'es2020',
	charset: 'ascii',
	legalComments: 'none',
};

const script = await build({
	...options,
	entryPoints: [join(here, 'src/main.tsx')],
	format: 'iife',
	jsx: 'automatic',
	jsxImportSource: 'preact',
	metafile: true,
	define: { 'process.env.NODE_ENV': '"production"' },
});
const style = await build({ ...options, entryPoints: [join(here, 'src/style.css')] });

/* "node_modules/NAME/…" of everything that went in. */
function bundledPackages(inputs) {
	const names = Object.keys(inputs).map(path => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
	return [...new Set(names.filter(Boolean))].sort();
}

function licenceOf(name) {
	const folder = join(here, 'node_modules', name);
	const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	for (const file of ['LICENSE', 'LICENSE.md', 'LICENCE', 'license']) {
		try {
			return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
		} catch {
			continue;
		}
	}
	throw new Error(`${name} has no licence file`);
}

const licences = bundledPackages(script.metafile.inputs).map(licenceOf).join('\n\n----\n\n');
const hash = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const closed = text =>
	text
		.replace(/<\/(script|style)/gi, '<\\/$1')
		.replace(/<!--/g, '<\\!--')
		.trim();
const code = closed(script.outputFiles[0].text),
	sheet = closed(style.outputFiles[0].text);
const policy = [
	"default-src 'none'",
	`script-src ${hash(code)}`,
	`style-src ${hash(sheet)}`,
	'img-src data:',
	"base-uri 'none'",
	"form-action 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
].join('; ');
const parts = { policy, style: sheet, script: code };
const page = readFileSync(join(here, 'src/template.html'), 'utf8')
	.replace(/@(policy|style|script)@/g, (_, name) => parts[name])
	.replace('</html>', `<!--\nThis page contains:\n\n${licences.replace(/--+/g, '-')}\n-->\n</html>`);
writeFileSync(process.argv[2] ?? join(here, 'report-template.html'), page);
console.log(`report-template.html: ${page.length} bytes, script ${code.length}, style ${sheet.length}`);
