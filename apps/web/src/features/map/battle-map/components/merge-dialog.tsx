import '../details-texts';
import { useQueryClient } from '@tanstack/react-query';
import { formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import type { Collision } from '../api/map';
import { describeEdit } from '../model/describe-edit';

interface MergeDialogProps {
  collision: Collision;
  clientId: string;
  onApply: (etag: string) => void;
  onDiscard: () => void;
}

/** Two people edited one map: what the other did, and one's own edit beside it. Nothing is lost either way. */
export function MergeDialog({ collision, clientId, onApply, onDiscard }: MergeDialogProps) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const client = useQueryClient();
  const { current, edits, edit } = collision;
  const etag = `"v${current.version}.r${current.revision}"`;
  const show = () => client.setQueryData(['map', clientId, 'current'], { map: current, etag });
  return (
    <Dialog
      open
      onClose={() => {
        show();
        onDiscard();
      }}
      title={t('merge.title')}
    >
      <p className="text-ink-2">{t('merge.text')}</p>
      <h3 className="font-semibold">{t('merge.theirs')}</h3>
      <ul className="grid gap-1">
        {edits.map((item) => (
          <li key={item.revision} className="rounded-control bg-sunken p-2">
            {describeEdit(item.edit, current, t, language)}
            <span className="block text-xs text-ink-3">
              {t('merge.by', { by: item.by, date: formatDateTime(item.at, language) })}
            </span>
          </li>
        ))}
      </ul>
      <h3 className="font-semibold">{t('merge.yours')}</h3>
      <p className="rounded-control bg-mark-soft p-2">{describeEdit(edit, current, t, language)}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          onClick={() => {
            show();
            onApply(etag);
          }}
        >
          {t('merge.apply')}
        </Button>
        <Button
          onClick={() => {
            show();
            onDiscard();
          }}
        >
          {t('merge.discard')}
        </Button>
      </div>
    </Dialog>
  );
}

/** An edit in words. */
