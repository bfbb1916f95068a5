import type { EntityKind, GraphNeighbourhood } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { ringOf, shortName } from '../model/ring';

const WIDTH = 720;
const HEIGHT = 480;

/** A letter says the kind as well as the shape of the list below does: colour never stands alone. */
const LETTER: Record<EntityKind, string> = {
  ...{ product: 'P', model: 'M', provider: 'V', use_case: 'U', company: 'C', price: '¥', limit: 'L' },
};

/** A thing in the middle and its neighbours around it; press or enter one to go there. Dashed: only named in one sentence. */
export function GraphPicture({
  neighbourhood,
  go,
}: {
  neighbourhood: GraphNeighbourhood;
  go: (key: string) => void;
}) {
  const { t } = useTranslation('knowledge');
  const local = useLocal();
  const { entity, neighbours, relations } = neighbourhood;
  const { centre, around } = ringOf(neighbourhood, WIDTH, HEIGHT);
  const byKey = new Map(neighbours.map((one) => [one.key, one]));
  const joins = (key: string) => relations.filter(({ subject, object }) => subject === key || object === key);
  return (
    <figure className="grid gap-2">
      <figcaption className="text-lg font-semibold">
        {t('graph_title', { name: local(entity.name), count: neighbours.length })}
      </figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture is no form */}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="w-full rounded-card border border-line bg-surface max-md:hidden"
        role="group"
        aria-label={t('graph_label', { name: local(entity.name) })}
      >
        {around.map(({ key, x, y }) => (
          <line
            key={key}
            {...{ x1: centre.x, y1: centre.y, x2: x, y2: y }}
            className="stroke-line-strong"
            strokeWidth={1.5}
            strokeDasharray={
              joins(key).every(({ relation }) => relation === 'mentioned_with') ? '4 4' : undefined
            }
          />
        ))}
        {around.map(({ key, x, y, anchor }) => {
          const one = byKey.get(key);
          if (one === undefined) return null;
          const name = local(one.name);
          const said = [...new Set(joins(key).map(({ relation }) => t(`relation.${relation}`)))].join(
            t('comma'),
          );
          const aside = anchor === 'middle' ? 0 : anchor === 'start' ? 18 : -18;
          const below = anchor === 'middle' ? (y < centre.y ? -20 : 30) : 4;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a button cannot stand inside a picture
            <g
              key={key}
              role="button"
              tabIndex={0}
              aria-label={t('graph_node', { name, kind: t(`entity.${one.kind}`), said })}
              className="cursor-pointer [&:focus-visible>circle]:stroke-ink [&:focus-visible>circle]:[stroke-width:3]"
              onClick={() => go(key)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                go(key);
              }}
            >
              <title>{`${name} · ${said}`}</title>
              <circle cx={x} cy={y} r={14} className="fill-sunken stroke-line-strong" />
              <text x={x} y={y + 4} textAnchor="middle" className="fill-ink text-[11px] font-semibold">
                {LETTER[one.kind]}
              </text>
              <text x={x + aside} y={y + below} textAnchor={anchor} className="fill-ink text-[12px]">
                {shortName(name)}
              </text>
            </g>
          );
        })}
        <circle cx={centre.x} cy={centre.y} r={24} className="fill-mark stroke-ink" />
        <text
          x={centre.x}
          y={centre.y + 5}
          textAnchor="middle"
          className="fill-mark-ink text-[14px] font-semibold"
        >
          {LETTER[entity.kind]}
        </text>
      </svg>
    </figure>
  );
}
