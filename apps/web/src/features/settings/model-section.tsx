import type { ModelConnectionSetting } from '@tokenholic/contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/states';
import { useOrderModels } from './connections-api';
import { ModelForm } from './model-form';
import { ModelLine } from './model-line';

/** The models in the order in which they are asked. */
export function ModelSection({ models }: { models: readonly ModelConnectionSetting[] }) {
  const { t } = useTranslation('settings');
  const [adding, setAdding] = useState(false);
  const order = useOrderModels();
  const movable = models.filter(({ from }) => from === 'settings').map(({ id }) => id);
  const swap = (id: string, by: -1 | 1) => {
    const index = movable.indexOf(id);
    const other = movable[index + by];
    if (other === undefined) return undefined;
    return () => order.mutate(movable.map((each) => (each === id ? other : each === other ? id : each)));
  };
  const add = (
    <Button onClick={() => setAdding(true)}>
      <Plus className="size-4" /> {t('models.add')}
    </Button>
  );
  return (
    <section className="grid gap-3" aria-labelledby="settings-models">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="settings-models" className="flex-1 text-lg font-semibold">
          {t('models.title')}
        </h2>
        {models.length === 0 ? null : add}
      </div>
      {models.length === 0 ? (
        <EmptyState title={t('models.empty')} text={t('models.empty_text')}>
          {add}
        </EmptyState>
      ) : (
        <>
          <p className="text-ink-2">{t('models.text')}</p>
          <ol className="grid gap-2">
            {models.map((model) => (
              <ModelLine
                key={model.id}
                model={model}
                onUp={swap(model.id, -1)}
                onDown={swap(model.id, 1)}
                busy={order.isPending}
              />
            ))}
          </ol>
        </>
      )}
      {adding ? <ModelForm model={null} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}
