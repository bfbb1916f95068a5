import { useQueryClient } from '@tanstack/react-query';
import type { MapEdit } from '@tokenholic/contracts';
import { formatDateTime, formatGrowth, formatTokens } from '@tokenholic/presentation';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import type { Collision } from '../api/map';

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
            {describeEdit(item.edit, t, language)}
            <span className="block text-xs text-ink-3">
              {t('merge.by', { by: item.by, date: formatDateTime(item.at, language) })}
            </span>
          </li>
        ))}
      </ul>
      <h3 className="font-semibold">{t('merge.yours')}</h3>
      <p className="rounded-control bg-mark-soft p-2">{describeEdit(edit, t, language)}</p>
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
function describeEdit(edit: MapEdit, t: TFunction<'map'>, language: 'zh' | 'en'): string {
  if (edit.kind === 'set_tokens')
    return `${edit.tileKey}: ${t('edit.set_tokens', { value: formatTokens(edit.tokensPerYear, language).text })}`;
  if (edit.kind === 'set_growth')
    return `${edit.useCaseKey}: ${t('edit.set_growth', { value: formatGrowth(edit.growthPerYear) })}`;
  if (edit.kind === 'add_use_case') return t('edit.add_use_case', { name: edit.name });
  if (edit.kind === 'add_tile') return t('edit.add_tile', { name: edit.modelName });
  if (edit.kind === 'add_note') return `${t('edit.add_note')}: ${edit.text}`;
  if (edit.kind === 'remove_note') return t('edit.remove_note');
  const place = 'tileKey' in edit ? edit.tileKey : edit.useCaseKey;
  return `${place}: ${t(`edit.${edit.kind}`)}`;
}
