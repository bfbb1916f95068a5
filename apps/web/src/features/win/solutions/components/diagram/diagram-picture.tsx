import type { Diagram, DiagramDiff, DiagramEdit } from '@tokenholic/contracts';
import { diagramWords, edgeKey, layoutDiagram } from '@tokenholic/presentation/diagram';
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { type Direction, dropMove, neighbourOf, stepMove } from '../../model/diagram-place';
import { DiagramBox } from './diagram-box';
import { DiagramLine } from './diagram-line';

interface DiagramPictureProps {
  diagram: Diagram;
  diff?: Pick<DiagramDiff, 'nodes' | 'edges'>;
  selected?: string | null;
  select?: (id: string | null) => void;
  /** Absent: the picture is only read. */
  edit?: (edit: DiagramEdit) => void;
  /** A line is being drawn from here: the next node chosen is its end. */
  connecting?: string | null;
  setConnecting?: (from: string | null) => void;
}

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The architecture as a picture whose boxes can be reached, moved and connected by mouse and by key. */
export function DiagramPicture(props: DiagramPictureProps) {
  const { diagram, diff, selected = null, select, edit, connecting = null, setConnecting } = props;
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const layout = useMemo(() => layoutDiagram(diagram), [diagram]);
  const picture = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<{ id: string; x: number; y: number; fromX: number; fromY: number } | null>(
    null,
  );
  const focus = (id: string | null) => {
    if (id !== null) picture.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(id)}"]`)?.focus();
  };
  const choose = (id: string) => {
    if (connecting !== null && connecting !== id) {
      edit?.({ kind: 'connect', from: connecting, to: id });
      setConnecting?.(null);
    } else select?.(id);
  };
  const onKey = (id: string) => (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      const move = event.altKey ? stepMove(layout, id, direction) : null;
      if (event.altKey) {
        if (move !== null) edit?.(move);
        requestAnimationFrame(() => focus(id));
      } else focus(neighbourOf(layout, id, direction));
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(id);
    } else if (event.key === 'Escape') {
      setConnecting?.(null);
      select?.(null);
    } else if (edit !== undefined && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault();
      const next = neighbourOf(layout, id, 'down') ?? neighbourOf(layout, id, 'up');
      edit({ kind: 'remove', nodeId: id });
      select?.(null);
      requestAnimationFrame(() => focus(next));
    } else if (edit !== undefined && event.key.toLowerCase() === 'c' && !event.ctrlKey && !event.metaKey)
      setConnecting?.(id);
  };
  /** A point of the window in the picture's own pixels. */
  const inPicture = ({ clientX, clientY }: PointerEvent) => {
    const frame = picture.current?.getBoundingClientRect();
    const scale = frame === undefined || frame.width === 0 ? 1 : layout.width / frame.width;
    return { x: (clientX - (frame?.left ?? 0)) * scale, y: (clientY - (frame?.top ?? 0)) * scale };
  };
  const grab = (id: string) => (event: PointerEvent<SVGGElement>) => {
    if (edit === undefined || connecting !== null || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y } = inPicture(event);
    setDrag({ id, x, y, fromX: x, fromY: y });
  };
  const letGo = () => {
    if (drag === null) return;
    const isDrag = Math.hypot(drag.x - drag.fromX, drag.y - drag.fromY) > 6;
    const move = isDrag ? dropMove(layout, drag.id, drag.x, drag.y) : null;
    setDrag(null);
    if (move !== null) edit?.(move);
  };
  const targetsOf = (id: string) =>
    diagram.edges
      .filter(({ from }) => from === id)
      .flatMap(({ to }) => diagram.nodes.find((node) => node.id === to)?.name[language] ?? []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a drawing
    <svg
      ref={picture}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      className="block h-auto w-full min-w-[62rem] touch-pan-x select-none"
      role="group"
      aria-label={t('section.diagram')}
    >
      {layout.lanes.map(({ lane, x, y, width, height }) => (
        <g key={lane}>
          <rect x={x} y={y} width={width} height={height} rx={8} className="fill-sunken" />
          <text x={x + 12} y={y + 24} fontSize={12} className="fill-ink-2">
            {diagramWords[language].lane[lane]}
          </text>
        </g>
      ))}
      {layout.paths.map(({ edge, points }) => (
        <DiagramLine
          key={edgeKey(edge)}
          points={points}
          dashed={edge.standing === 'today'}
          strong={selected !== null && (edge.from === selected || edge.to === selected)}
          change={diff?.edges[edgeKey(edge)] ?? 'same'}
        />
      ))}
      {layout.boxes.map(({ node, ...place }) => (
        <DiagramBox
          key={node.id}
          node={node}
          place={place}
          shift={drag?.id === node.id ? { x: drag.x - drag.fromX, y: drag.y - drag.fromY } : null}
          selected={selected === node.id}
          connecting={connecting === node.id}
          change={diff?.nodes[node.id] ?? 'same'}
          targets={targetsOf(node.id)}
          {...(select === undefined
            ? {}
            : {
                onChoose: () => choose(node.id),
                onKey: onKey(node.id),
                onGrab: grab(node.id),
                onDrag: (event: PointerEvent) =>
                  setDrag((now) => (now === null ? null : { ...now, ...inPicture(event) })),
                onLetGo: letGo,
              })}
        />
      ))}
    </svg>
  );
}
