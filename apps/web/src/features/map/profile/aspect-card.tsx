import type { EditProfile, ProfileAspect, ShownStatement } from '@tokenholic/contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { Button } from '@/ui/button';
import { Statement } from './statement';
import { StatementForm } from './statement-form';

interface AspectCardProps {
  clientId: string;
  aspect: ProfileAspect;
  statements: readonly ShownStatement[];
  mayEdit: boolean;
  onEdit: (edit: EditProfile) => void;
}

/** One aspect of a company with everything said about it, and room for what a person knows. */
export function AspectCard({ clientId, aspect, statements, mayEdit, onEdit }: AspectCardProps) {
  const { t } = useTranslation('profile');
  const [adding, setAdding] = useState(false);
  const save = (text: string) => {
    onEdit({ key: newId(), aspect, text, restore: false });
    setAdding(false);
  };
  return (
    <section className="mb-5 grid break-inside-avoid gap-2 rounded-card border border-line bg-surface p-5 max-md:p-4">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-lg font-semibold">{t(`aspect.${aspect}`)}</h2>
        {mayEdit && !adding ? (
          <Button
            size="small"
            variant="ghost"
            onClick={() => setAdding(true)}
            aria-label={t('add_to', { aspect: t(`aspect.${aspect}`) })}
          >
            <Plus className="size-4" />
            {t('add')}
          </Button>
        ) : null}
      </div>
      {statements.length === 0 && !adding ? <p className="text-ink-3">{t(`none.${aspect}`)}</p> : null}
      <ul className={aspect === 'tech_stack' ? 'flex flex-wrap gap-2' : 'grid gap-1'}>
        {statements.map((statement) => (
          <Statement
            key={statement.key}
            clientId={clientId}
            statement={statement}
            mayEdit={mayEdit}
            onEdit={onEdit}
          />
        ))}
      </ul>
      {adding ? <StatementForm initial="" onSave={save} onCancel={() => setAdding(false)} /> : null}
    </section>
  );
}
