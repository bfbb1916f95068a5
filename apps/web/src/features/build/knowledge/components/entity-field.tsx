import type { GraphEntity } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Field, Input } from '@/ui/field';
import { useEntities } from '../api/graph';

interface EntityFieldProps {
  label: string;
  chosen: string | null;
  choose: (entity: GraphEntity) => void;
}

/** Finds a thing by its name among those that documents speak of, most spoken of first. */
export function EntityField({ label, chosen, choose }: EntityFieldProps) {
  const { t } = useTranslation('knowledge');
  const local = useLocal();
  const [text, setText] = useState('');
  const found = useEntities(text.trim());
  return (
    <div className="grid gap-2">
      <Field label={label} help={t('entity_help')}>
        {(ids) => (
          <Input
            {...ids}
            type="search"
            maxLength={120}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {found.data?.items.length === 0 ? <p className="text-xs text-ink-2">{t('no_entities')}</p> : null}
      <ul className="flex max-h-28 flex-wrap gap-1.5 overflow-y-auto" aria-label={label}>
        {found.data?.items.map((entity) => (
          <li key={entity.key}>
            <Button
              size="small"
              aria-pressed={entity.key === chosen}
              className={classes('max-md:h-11', entity.key === chosen && 'border-ink bg-sunken')}
              onClick={() => choose(entity)}
            >
              {local(entity.name)}
              <span className="text-ink-2">{t(`entity.${entity.kind}`)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
