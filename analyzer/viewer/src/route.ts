/* The address: #/PAGE/ARGUMENT?key=value. All that a reader can choose is in it, so that a view can be shared. */
import { useEffect, useState } from 'preact/hooks';

export interface Route {
	page: string;
	argument: string;
	query: URLSearchParams;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

export function parseRoute(hash: string): Route {
	const [path, query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
	const [page, ...rest] = path.split('/');
	return { page: decode(page), argument: decode(rest.join('/')), query: new URLSearchParams(query) };
}

export function routeTo(page: string, argument = '', query: Record<string, string> = {}): string {
	const keys = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
	const path = `#/${page}${argument ? `/${encodeURIComponent(argument)}` : ''}`;
	return keys.toString() ? `${path}?${keys}` : path;
}

/* Changes keys of the query; an empty text removes one. With REPLACE the way back skips it. */
export function changeQuery(changes: Record<string, string>, replace = false) {
	const route = parseRoute(location.hash);
	for (const [key, value] of Object.entries(changes)) {
		if (value === '') route.query.delete(key);
		else route.query.set(key, value);
	}
	const target = routeTo(route.page, route.argument, Object.fromEntries(route.query));
	if (target === location.hash) return;
	if (replace) {
		history.replaceState(null, '', target);
		dispatchEvent(new HashChangeEvent('hashchange'));
	} else {
		location.hash = target;
	}
}

/* Remembers something in the address without drawing anew. */
export function noteInAddress(key: string, value: string) {
	const route = parseRoute(location.hash);
	route.query.set(key, value);
	history.replaceState(null, '', routeTo(route.page, route.argument, Object.fromEntries(route.query)));
}

export function useRoute(): Route {
	const [route, setRoute] = useState(() => parseRoute(location.hash));
	useEffect(() => {
		const read = () => setRoute(parseRoute(location.hash));
		addEventListener('hashchange', read);
		return () => removeEventListener('hashchange', read);
	}, []);
	return route;
}

/* Several values in one key. */
export function listOf(text: string | null): string[] {
	return text ? text.split('|').filter(Boolean).map(decode) : [];
}

export function listText(values: Iterable<string>): string {
	return [...values].map(value => encodeURIComponent(value)).join('|');
}
