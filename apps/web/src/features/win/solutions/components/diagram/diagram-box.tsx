import type { DiagramChange, DiagramNode } from '@tokenholic/contracts';
import { boxText, diagramWords, nodeFrame } from '@tokenholic/presentation/diagram';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useTheme } from '@/preferences/preferences';
import { classes } from '@/ui/classes';

interface DiagramBoxProps {
  node: DiagramNode;
  place: { x: number; y: number; width: number; height: number };
  shift: { x: number; y: number } | null;
  selected: boolean;
  connecting: boolean;
  change: DiagramChange;
  targets: readonly string[];
  onChoose?: () => void;
  onKey?: (event: KeyboardEvent) => void;
  onGrab?: (event: PointerEvent<SVGGElement>) => void;
  onDrag?: (event: PointerEvent) => void;
  onLetGo?: () => void;
}

/** A box of the architecture: its frame and a strip say whose it is, a screen reader hears the rest. */
export function DiagramBox(props: DiagramBoxProps) {
  const { node, place, shift, selected, connecting, change, targets } = props;
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const theme = useTheme();
  const { x, y, width, height } = place;
  const frame = nodeFrame(node, theme);
  const words = diagramWords[language];
  const note = change === 'same' ? (node.detail?.[language] ?? '') : words.change[change];
  const { lines, small } = boxText(node.name[language], note, width);
  const first = y + (height - lines.length * 16 - (small === '' ? 0 : 14)) / 2 + 12;
  const label = [
    node.name[language],
    // A name holds the words that are seen, also where they had to be cut.
    ...(change === 'same' && small !== note ? [small] : []),
    ...(node.detail === null ? [] : [node.detail[language]]),
    words.standing[node.standing],
    words.lane[node.lane],
    ...(change === 'same' ? [] : [words.change[change]]),
    ...(targets.length === 0
      ? []
      : [t('diagram_leads_to', { list: targets.join(language === 'zh' ? '、' : ', ') })]),
  ].join(language === 'zh' ? '，' : ', ');
  const marked = change === 'changed' || connecting;
  const drawing = (
    <>
      <rect
        {...place}
        rx={5}
        className={classes(
          marked ? 'fill-mark' : 'fill-surface',
          change === 'added'
            ? 'stroke-ok'
            : change === 'removed'
              ? 'stroke-danger'
              : selected || frame.heavy
                ? 'stroke-ink'
                : 'stroke-line-strong',
        )}
        strokeWidth={selected || change !== 'same' ? 2.4 : frame.heavy ? 1.8 : 1}
        strokeDasharray={frame.dashed || change === 'removed' ? '5 4' : undefined}
      />
      <rect x={x} y={y} width={4} height={height} rx={2} fill={frame.strip} />
      {/* The space after a line keeps wrapped words apart for whoever reads the drawing's text. */}
      <g aria-hidden>
        {lines.map((line, at) => (
          <text
            key={line}
            x={x + 14}
            y={first + at * 16}
            fontSize={13}
            fontWeight={600}
            className={marked ? 'fill-mark-ink' : 'fill-ink'}
            textDecoration={change === 'removed' ? 'line-through' : undefined}
          >
            {`${line} `}
          </text>
        ))}
        {small === '' ? null : (
          <text
            x={x + 14}
            y={first + lines.length * 16 - 1}
            fontSize={11}
            className={marked ? 'fill-mark-ink' : 'fill-ink-2'}
          >
            {small}
          </text>
        )}
      </g>
    </>
  );
  const moved = shift === null ? undefined : `translate(${shift.x} ${shift.y})`;
  if (props.onChoose === undefined) return <g>{drawing}</g>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand inside a drawing
    <g
      role="button"
      tabIndex={0}
      data-node={node.id}
      aria-label={label}
      aria-pressed={selected}
      transform={moved}
      className="cursor-pointer outline-none [&:focus-visible>rect:first-child]:stroke-ink [&:focus-visible>rect:first-child]:[stroke-width:4]"
      onClick={props.onChoose}
      onKeyDown={props.onKey}
      onPointerDown={props.onGrab}
      onPointerMove={shift === null ? undefined : props.onDrag}
      onPointerUp={props.onLetGo}
      onPointerCancel={props.onLetGo}
    >
      {drawing}
    </g>
  );
}
