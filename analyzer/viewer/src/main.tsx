/* The frame around the pages: navigation, search, theme. */
import { render } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Changes } from './changes';
import { Graph, type GraphNode, loadReport, NODE_KINDS, type NodeKind } from './data';
import { GraphPage } from './graph_page';
import { MatrixPage } from './matrix';
import { CoveragePage, Overview } from './overview';
import { FindingPage, FindingsPage } from './finding_pages';
import { NodePage, NodesPage } from './node_pages';
import { type Context, Kind, nodeRoute, ReportContext } from './parts';
import { type Route, routeTo, useRoute } from './route';
import { StepsPage } from './steps_page';
import { TrendsPage } from './trends';

function Page({ route, context }: { route: Route; context: Context }) {
	if (NODE_KINDS.includes(route.page as NodeKind)) return <NodePage route={route} />;
	switch (route.page) {
		case 'graph':
			return <GraphPage route={route} />;
		case 'matrix':
			return <MatrixPage route={route} />;
		case 'steps':
			return <StepsPage route={route} />;
		case 'findings':
			return <FindingsPage route={route} />;
		case 'finding':
			return <FindingPage route={route} />;
		case 'nodes':
			return <NodesPage route={route} />;
		case 'coverage':
			return <CoveragePage />;
		case 'trends':
			return <TrendsPage />;
		case 'changes':
			return context.base ? (
				<Changes old={context.base} graph={context.graph} />
			) : (
				<>
					<h1>Changes</h1>
					<p>This report is of one run.</p>
				</>
			);
		default:
			return <Overview />;
	}
}

const MAX_HITS = 10;

function hitsFor(graph: Graph, text: string): GraphNode[] {
	const needle = text.toLowerCase();
	if (!needle) return [];
	const rank = (node: GraphNode) => {
		const name = node.label.toLowerCase();
		return name === needle
			? 0
			: name.startsWith(needle)
				? 1
				: name.includes(needle)
					? 2
					: node.id.toLowerCase().includes(needle)
						? 3
						: 4;
	};
	return graph.nodes
		.map(node => ({ node, rank: rank(node) }))
		.filter(hit => hit.rank < 4)
		.sort((a, b) => a.rank - b.rank || a.node.label.length - b.node.label.length)
		.slice(0, MAX_HITS)
		.map(hit => hit.node);
}

function Search({ graph }: { graph: Graph }) {
	const [text, setText] = useState(''),
		[active, setActive] = useState(0),
		[open, setOpen] = useState(false);
	const hits = useMemo(() => hitsFor(graph, text), [graph, text]);
	const input = useRef<HTMLInputElement>(null);
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			const inField = (event.target as Element).closest?.('input, select, textarea');
			if (event.key === '/' && !inField && !event.ctrlKey && !event.metaKey) {
				event.preventDefault();
				input.current!.focus();
			}
		};
		addEventListener('keydown', onKey);
		return () => removeEventListener('keydown', onKey);
	}, []);
	const go = (node: GraphNode | undefined) => {
		if (!node) return;
		location.hash = nodeRoute(node);
		setText('');
		setOpen(false);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'ArrowDown') setActive(Math.min(hits.length - 1, active + 1));
		else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
		else if (event.key === 'Enter') go(hits[active]);
		else if (event.key === 'Escape') setOpen(false);
		else return;
		event.preventDefault();
	};
	const isOpen = open && text !== '';
	return (
		<div class="search" role="search">
			<input
				ref={input}
				type="search"
				role="combobox"
				aria-label="search for a name"
				placeholder="Search  /"
				autocomplete="off"
				spellcheck={false}
				value={text}
				aria-expanded={isOpen}
				aria-controls="hits"
				aria-autocomplete="list"
				aria-activedescendant={isOpen && hits[active] ? `hit-${active}` : undefined}
				onInput={event => {
					setText(event.currentTarget.value);
					setActive(0);
					setOpen(true);
				}}
				onKeyDown={onKeyDown}
				onBlur={() => setOpen(false)}
			/>
			<ul id="hits" role="listbox" aria-label="names" hidden={!isOpen || !hits.length}>
				{hits.map((node, i) => (
					<li
						key={node.id}
						id={`hit-${i}`}
						role="option"
						aria-selected={i === active}
						onMouseDown={event => {
							event.preventDefault();
							go(node);
						}}>
						<Kind kind={node.kind} /> {node.label}
					</li>
				))}
			</ul>
			{isOpen && !hits.length ? (
				<p class="no-hits" role="status">
					no such name
				</p>
			) : null}
		</div>
	);
}

const THEMES = ['auto', 'light', 'dark'];

/* file: pages may have no storage. */
function storedTheme(): string {
	try {
		const theme = localStorage.getItem('featdep-theme') ?? 'auto';
		return THEMES.includes(theme) ? theme : 'auto';
	} catch {
		return 'auto';
	}
}

function Theme() {
	const [theme, setTheme] = useState(storedTheme);
	useEffect(() => {
		document.documentElement.dataset.theme = theme;
		dispatchEvent(new Event('featdep-theme'));
		try {
			localStorage.setItem('featdep-theme', theme);
		} catch {
			/* the choice then lasts as long as the page */
		}
	}, [theme]);
	const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
	return (
		<button
			type="button"
			class="theme"
			onClick={() => setTheme(next)}
			aria-label={`colours: ${theme}; change to ${next}`}>
			{theme === 'dark' ? '☾' : theme === 'light' ? '☀' : '◐'}
		</button>
	);
}

function App({ context }: { context: Context }) {
	const route = useRoute();
	const main = useRef<HTMLElement>(null);
	const place = `${route.page}/${route.argument}`,
		first = useRef(true);
	/* Before the page is seen: what is typed from then on must not lose the focus. */
	useLayoutEffect(() => {
		const project = context.graph.project;
		const title = route.page
			? [route.argument, route.page].filter(Boolean).join(' · ')
			: 'feature dependencies';
		document.title = `${title}${project ? ` · ${project}` : ''}`;
		if (!first.current) {
			scrollTo(0, 0);
			main.current?.focus({ preventScroll: true });
		}
		first.current = false;
	}, [place]);
	const pages: [string, string][] = [
		['', 'Overview'],
		['graph', 'Graph'],
		['matrix', 'Matrix'],
		['findings', 'Findings'],
		['nodes', 'Nodes'],
		['coverage', 'Coverage'],
		...(context.history ? [['trends', 'Trends'] as [string, string]] : []),
		...(context.base ? [['changes', 'Changes'] as [string, string]] : []),
	];
	const wide = route.page === 'graph' || route.page === 'matrix' || route.page === 'steps';
	return (
		<ReportContext.Provider value={context}>
			<a
				class="skip"
				href="#main"
				onClick={event => {
					event.preventDefault();
					main.current?.focus();
				}}>
				to the content
			</a>
			<header>
				<nav aria-label="pages">
					{pages.map(([page, title]) => (
						<a key={page} href={routeTo(page)} aria-current={route.page === page ? 'page' : undefined}>
							{title}
						</a>
					))}
				</nav>
				<Search graph={context.graph} />
				<Theme />
			</header>
			<main
				id="main"
				ref={main}
				tabIndex={-1}
				class={wide ? 'wide' : ''}
				key={route.page === 'graph' ? 'graph' : place}>
				<Page route={route} context={context} />
			</main>
		</ReportContext.Provider>
	);
}

/* Paper is white, whatever was chosen; before the pages hear of it. */
function printOnWhite() {
	const { dataset } = document.documentElement;
	let theme = dataset.theme;
	addEventListener('beforeprint', () => {
		theme = dataset.theme;
		dataset.theme = 'light';
	});
	addEventListener('afterprint', () => {
		dataset.theme = theme;
	});
}

function start() {
	const report = loadReport();
	const root = document.getElementById('app')!;
	const context: Context = {
		graph: new Graph(report.graph),
		base: report.base && new Graph(report.base),
		steps: new Map(Object.entries(report.steps ?? {})),
		link: report.link,
		history: report.history,
		rules: report.rules,
	};
	document.documentElement.dataset.theme = storedTheme();
	printOnWhite();
	root.replaceChildren();
	render(<App context={context} />, root);
	requestAnimationFrame(() => performance.mark('featdep-ready'));
	document.documentElement.dataset.ready = 'true';
}

start();
