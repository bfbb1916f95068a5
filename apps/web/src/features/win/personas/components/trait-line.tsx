import type { PersonaLine } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { ChevronDown, Pencil } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { ConfidenceBars } from '@/ui/confidence';
import { type Shown, shownOf } from '../model/groups';
import { EditDialog } from './edit-dialog';
import { TraitEvidence } from './trait-evidence';

interface TraitLineProps {
  line: PersonaLine;
  contactId: string;
  editable: boolean;
}

/** One trait: what is said, how sure, why, and what a person made of it. */
export function TraitLine({ line, contactId, editable }: TraitLineProps) {
  const { t } = useTranslation('personas');
  const local = useLocal();
  const id = useId();
  const allowed = useAllowed('deal.write');
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const shown = shownOf(line);
  const name = local(line.name);
  return (
    <div className="grid grid-cols-[132px_minmax(0,1fr)_auto] items-start gap-x-3 border-t border-line py-2 max-md:grid-cols-[minmax(0,1fr)_auto]">
      <p className="pt-1.5 text-xs text-ink-2 max-md:col-span-2 max-md:pt-0">{name}</p>
      <div className="grid gap-1 py-1">
        {shown.length === 0 ? (
          <p className="text-ink-3">
            {t('not_enough')}
            {line.missing === null ? '' : ` ${local(line.missing)}`}
          </p>
        ) : (
          <ul className="grid gap-1">
            {shown.map((one) => (
              <li key={one.value}>
                <Value shown={one} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="flex">
        {shown.some(({ trait }) => trait !== null) ? (
          <Button
            variant="ghost"
            size="icon"
            aria-expanded={open}
            aria-controls={`${id}-why`}
            aria-label={t('why', { name })}
            title={t('why', { name })}
            onClick={() => setOpen(!open)}
          >
            <ChevronDown className={`size-4 transition-transform ${open ? 'rotate-180' : ''}`} />
          </Button>
        ) : null}
        {allowed && editable && line.editing !== 'none' ? (
          <Button
            variant="ghost"
            size="icon"
            aria-label={t('edit', { name })}
            title={t('edit', { name })}
            onClick={() => setEditing(true)}
          >
            <Pencil className="size-4" />
          </Button>
        ) : null}
      </div>
      {open ? (
        <div id={`${id}-why`} className="col-span-full grid gap-3 pt-1 pb-2 md:pl-[144px]">
          {shown.map(({ trait }) =>
            trait === null ? null : (
              <TraitEvidence
                key={trait.value}
                trait={trait}
                contactId={contactId}
                titled={shown.length > 1}
              />
            ),
          )}
        </div>
      ) : null}
      {editing ? <EditDialog line={line} contactId={contactId} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}

function Value({ shown: { label, trait, edit, overruled } }: { shown: Shown }) {
  const { t } = useTranslation('personas');
  const language = useLanguage();
  const local = useLocal();
  const share = trait?.estimate?.unit === 'share' ? trait.estimate : null;
  const percent = (value: number) => formatPercent(value, language);
  const text = share === null ? local(label) : percent(share.value);
  if (overruled)
    return (
      <p className="flex flex-wrap items-center gap-2 text-ink-3">
        <s>{text}</s>
        {edit === null ? null : <span className="text-xs">{t('dismissed_by', { who: local(edit.by) })}</span>}
      </p>
    );
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className={edit === null ? 'font-medium' : 'font-bold'}>{text}</span>
      {share === null ? null : (
        <span className="text-xs text-ink-3">
          {t('interval', { low: percent(share.low), high: percent(share.high) })}
        </span>
      )}
      {edit !== null ? (
        <span className="text-xs text-ink-3">{t('edited_by', { who: local(edit.by) })}</span>
      ) : trait === null ? null : (
        <span className="inline-flex items-center gap-1.5 text-xs text-ink-3">
          <ConfidenceBars confidence={trait.confidence} /> {percent(trait.confidence.score)}
        </span>
      )}
    </p>
  );
}
