import type { DiagramDiff } from '@tokenholic/contracts';
import { diagramWords } from '@tokenholic/presentation/diagram';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { DiagramPicture } from './diagram-picture';

export const isDrawnOtherwise = ({ nodes, edges }: DiagramDiff) =>
  [...Object.values(nodes), ...Object.values(edges)].some((change) => change !== 'same');

/** Two architectures in one picture: new, gone and changed boxes, and the same in words. */
export function DiagramChanges({ diff }: { diff: DiagramDiff }) {
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const words = diagramWords[language];
  const changed = diff.diagram.nodes.filter(({ id }) => diff.nodes[id] !== 'same');
  const lines = Object.values(diff.edges);
  return (
    <>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('diagram_scroll')}
        className="overflow-x-auto rounded-card border border-line max-md:hidden"
      >
        <DiagramPicture diagram={diff.diagram} diff={diff} />
      </section>
      <ul className="grid gap-1">
        {changed.map(({ id, name, lane }) => {
          const before = diff.before[id];
          return (
            <li key={id}>
              <span className="text-ink-2">{words.change[diff.nodes[id] ?? 'same']}</span> {name[language]}
              {before === undefined ? '' : ` (${t('diagram_was', { name: before[language] })})`}{' '}
              <span className="text-xs text-ink-2">{words.lane[lane]}</span>
            </li>
          );
        })}
        <li className="text-xs text-ink-2">
          {t('diagram_lines', {
            added: lines.filter((change) => change === 'added').length,
            removed: lines.filter((change) => change === 'removed').length,
          })}
        </li>
      </ul>
    </>
  );
}
