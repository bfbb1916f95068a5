import type { DiagramEdit, DiagramLane } from '@tokenholic/contracts';
import { diagramWords, lanes } from '@tokenholic/presentation/diagram';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';

/** A box of one's own. */
export function AddNode({ edit, added }: { edit: (edit: DiagramEdit) => void; added: (id: string) => void }) {
  const { t } = useTranslation('solutions');
  const words = diagramWords[useLanguage()];
  const [name, setName] = useState('');
  const [lane, setLane] = useState<DiagramLane>('systems');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const nodeId = `added:${newId()}`;
    edit({ kind: 'add', nodeId, name: name.trim(), lane, what: 'other' });
    added(nodeId);
    setName('');
  };
  return (
    <form className="flex flex-wrap items-end gap-2" onSubmit={submit}>
      <div className="min-w-40 flex-1">
        <Field label={t('diagram_new')}>
          {(ids) => (
            <Input {...ids} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
      </div>
      <div className="min-w-40">
        <Field label={t('diagram_lane')}>
          {(ids) => (
            <Select
              {...ids}
              value={lane}
              onChange={(event) => setLane(lanes.find((one) => one === event.target.value) ?? lane)}
            >
              {lanes.map((one) => (
                <option key={one} value={one}>
                  {words.lane[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Button type="submit" disabled={name.trim() === ''}>
        {t('diagram_add')}
      </Button>
    </form>
  );
}
