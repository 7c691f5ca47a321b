/* Pan and zoom of a drawing by mouse, touch, wheel and buttons, by d3-zoom; on paper all of it is shown. */
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import { type RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

export interface Size {
	width: number;
	height: number;
}
export interface Point {
	x: number;
	y: number;
}
export interface PanZoom {
	svg: RefObject<SVGSVGElement>;
	content: RefObject<SVGGElement>; /* what moves */
	scale: (factor: number) => void;
	fit: () => void;
	center: (point: Point) => void;
}

const MIN_LEGIBLE = 0.55;

/* All of it when the scale is not below LEAST, else what is around FOCUS, or the start. */
function fitted(svg: SVGSVGElement, size: Size, least: number, focus?: Point): ZoomTransform {
	const { width, height } = svg.getBoundingClientRect();
	const scale = Math.max(Math.min(width / size.width, height / size.height, 1.25), least);
	const shift = (room: number, length: number, at: number) =>
		length * scale <= room
			? (room - length * scale) / 2
			: Math.max(room - length * scale, Math.min(0, room / 2 - at * scale));
	return zoomIdentity
		.translate(shift(width, size.width, focus?.x ?? 0), shift(height, size.height, focus?.y ?? 0))
		.scale(scale);
}

function parseView(view: string): ZoomTransform | null {
	const numbers = view.split(',').map(Number);
	if (numbers.length !== 3 || numbers.some(number => !Number.isFinite(number)) || numbers[2] <= 0) return null;
	return zoomIdentity.translate(numbers[0], numbers[1]).scale(numbers[2]);
}

/* SHAPE is another text when something else is drawn; VIEW is what onView was told, to start with. */
export function usePanZoom(
	size: Size,
	shape: string,
	view: string,
	onView: (view: string) => void,
	focus?: Point,
): PanZoom {
	const svg = useRef<SVGSVGElement>(null),
		content = useRef<SVGGElement>(null);
	const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown>>();
	const told = useRef(onView);
	told.current = onView;

	useLayoutEffect(() => {
		let timer = 0;
		const made = zoom<SVGSVGElement, unknown>()
			.scaleExtent([0.02, 4])
			.filter(event => !event.button && event.type !== 'dblclick')
			.on('zoom', event => {
				content.current!.setAttribute('transform', String(event.transform));
				if (!event.sourceEvent) return;
				clearTimeout(timer);
				const { x, y, k } = event.transform;
				timer = window.setTimeout(
					() => told.current(`${x.toFixed(0)},${y.toFixed(0)},${k.toFixed(3)}`),
					200,
				);
			});
		behavior.current = made;
		select(svg.current!).call(made);
		return () => clearTimeout(timer);
	}, []);

	const show = (transform: ZoomTransform) => behavior.current!.transform(select(svg.current!), transform);
	const begin = () => show(fitted(svg.current!, size, MIN_LEGIBLE, focus));
	const firstShape = useRef(true);
	useLayoutEffect(() => {
		const given = firstShape.current ? parseView(view) : null;
		firstShape.current = false;
		if (given) show(given);
		else begin();
	}, [shape]);

	useEffect(() => {
		let shown = '';
		const onPaper = () => {
			shown = content.current!.getAttribute('transform') ?? '';
			content.current!.removeAttribute('transform');
			svg.current!.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
		};
		const onScreen = () => {
			svg.current!.removeAttribute('viewBox');
			content.current!.setAttribute('transform', shown);
		};
		addEventListener('beforeprint', onPaper);
		addEventListener('afterprint', onScreen);
		return () => {
			removeEventListener('beforeprint', onPaper);
			removeEventListener('afterprint', onScreen);
		};
	}, [shape]);

	useEffect(() => {
		const observer = new ResizeObserver(() => {
			if (matchMedia('print').matches) return;
			const first = observer as ResizeObserver & { seen?: boolean };
			if (first.seen && !parseView(view)) begin();
			first.seen = true;
		});
		observer.observe(svg.current!);
		return () => observer.disconnect();
	}, [shape]);

	return {
		svg,
		content,
		fit: () => show(fitted(svg.current!, size, 0)),
		scale: factor => behavior.current!.scaleBy(select(svg.current!), factor),
		center: point => behavior.current!.translateTo(select(svg.current!), point.x, point.y),
	};
}

export function zoomByKey(pan: PanZoom, key: string): boolean {
	if (key === '+' || key === '=') pan.scale(1.3);
	else if (key === '-') pan.scale(1 / 1.3);
	else if (key === '0') pan.fit();
	else return false;
	return true;
}

export function ZoomButtons({ pan }: { pan: PanZoom }) {
	return (
		<div class="zoom-buttons" role="group" aria-label="zoom">
			<button type="button" aria-label="zoom in" onClick={() => pan.scale(1.3)}>
				+
			</button>
			<button type="button" aria-label="zoom out" onClick={() => pan.scale(1 / 1.3)}>
				−
			</button>
			<button type="button" aria-label="show all" onClick={pan.fit}>
				⤢
			</button>
		</div>
	);
}

/* The ends of lines; in a drawing's <defs>. */
export function Markers() {
	return (
		<>
			{['plain', 'loop', 'cascade'].map(name => (
				<marker
					key={name}
					id={`arrow-${name}`}
					class={`arrow arrow-${name}`}
					viewBox="0 0 8 8"
					refX="7"
					refY="4"
					markerWidth="7"
					markerHeight="7"
					markerUnits="userSpaceOnUse"
					orient="auto">
					<path d="M0,0L8,4L0,8z" />
				</marker>
			))}
			<marker
				id="ring"
				class="ring"
				viewBox="0 0 8 8"
				refX="1"
				refY="4"
				markerWidth="8"
				markerHeight="8"
				markerUnits="userSpaceOnUse">
				<circle cx="4" cy="4" r="3" />
			</marker>
		</>
	);
}
