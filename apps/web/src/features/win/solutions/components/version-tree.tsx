import type { Solution } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useRestore } from '../api/solutions';
import { depthsOf } from '../model/tree';

interface VersionTreeProps {
  solution: Solution;
  shown: number;
  compared: number | null;
  open: (version: number) => void;
  compare: (version: number) => void;
}

/** All versions as a tree: which was made from which, by whom, and the ways to compare and bring back. */
export function VersionTree({ solution, shown, compared, open, compare }: VersionTreeProps) {
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const local = useLocal();
  const restore = useRestore(solution.id);
  const writes = useAllowed('knowledge.write');
  const depths = depthsOf(solution.versions);
  return (
    <section aria-labelledby="versions" className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <h2 id="versions" className="text-lg font-semibold">
        {t('versions')}
      </h2>
      <ol className="grid gap-1">
        {solution.versions.map(({ number, parent, restoredFrom, by, at, points, edits, reason }) => (
          <li
            key={number}
            className={classes(
              'flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control border-l-2 border-line py-1 pl-3',
              number === shown && 'border-mark bg-sunken',
            )}
            style={{ marginInlineStart: `${Math.min(depths.get(number) ?? 0, 6) * 1.25}rem` }}
          >
            <Button size="small" variant="ghost" aria-current={number === shown} onClick={() => open(number)}>
              {t('version', { number })}
            </Button>
            <span className="min-w-0 flex-1 basis-48 text-xs text-ink-2">
              {restoredFrom !== null
                ? t('restored_from', { number: restoredFrom })
                : parent === null
                  ? t('first_version')
                  : edits > 0
                    ? t('drawn_from', { number: parent, count: edits })
                    : t('made_from', { number: parent, count: points })}{' '}
              · {local(by)} · {formatDateTime(at, language)}
              {reason === null ? '' : ` · “${reason}”`}
            </span>
            {number === shown ? null : (
              <span className="flex gap-2">
                <Button
                  size="small"
                  aria-pressed={compared === number}
                  aria-label={t('compare_with', { number })}
                  onClick={() => compare(number)}
                >
                  {t('compare')}
                </Button>
                {writes ? (
                  <Button
                    size="small"
                    disabled={restore.isPending}
                    aria-label={t('restore_version', { number })}
                    onClick={() => restore.mutate(number, { onSuccess: ({ current }) => open(current) })}
                  >
                    {t('restore')}
                  </Button>
                ) : null}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
