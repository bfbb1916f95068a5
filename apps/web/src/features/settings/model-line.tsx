import type { ModelConnectionSetting } from '@tokenholic/contracts';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { useRemoveModel, useTrial } from './connections-api';
import { ModelForm } from './model-form';

interface ModelLineProps {
  model: ModelConnectionSetting;
  /** Undefined where there is nowhere to go. */
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  busy: boolean;
}

export function ModelLine({ model, onUp, onDown, busy }: ModelLineProps) {
  const { t } = useTranslation('settings');
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const own = model.from === 'settings';
  return (
    <li className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-2">
        <div className="grid min-w-0 flex-1">
          <span className="truncate font-medium">{model.model}</span>
          <span className="truncate text-xs text-ink-3">
            {t(`kind.${model.kind}`)}
            {model.baseUrl === null ? '' : ` · ${model.baseUrl}`}
          </span>
        </div>
        <Trial id={model.id} />
        {own ? (
          <>
            <Button
              size="icon"
              variant="ghost"
              aria-label={t('models.up', { model: model.model })}
              disabled={onUp === undefined || busy}
              onClick={onUp}
            >
              <ArrowUp className="size-4" />
            </Button>
            <Button
              size="icon"
              variant="ghost"
              aria-label={t('models.down', { model: model.model })}
              disabled={onDown === undefined || busy}
              onClick={onDown}
            >
              <ArrowDown className="size-4" />
            </Button>
            <Button size="small" onClick={() => setOpen('edit')}>
              {t('models.edit')}
            </Button>
            <RemoveModel
              model={model}
              open={open === 'remove'}
              setOpen={(to) => setOpen(to ? 'remove' : null)}
            />
          </>
        ) : (
          <span className="text-xs text-ink-3" title={t('from_environment_text')}>
            {t('from_environment')}
          </span>
        )}
      </div>
      {open === 'edit' ? <ModelForm model={model} onClose={() => setOpen(null)} /> : null}
    </li>
  );
}

/** Asks the model for one word and says what came of it. */
function Trial({ id }: { id: string }) {
  const { t } = useTranslation('settings');
  const local = useLocal();
  const trial = useTrial(id);
  return (
    <>
      <Button size="small" disabled={trial.isPending} onClick={() => trial.mutate()}>
        {t(trial.isPending ? 'models.trying' : 'models.try')}
      </Button>
      <p aria-live="polite" className="order-last w-full text-xs empty:hidden">
        {trial.data === undefined ? null : (
          <span className={trial.data.answered ? 'text-ok' : 'text-danger'}>
            {local(trial.data.message)} {t('models.took', { ms: Math.round(trial.data.milliseconds) })}
          </span>
        )}
        {trial.error instanceof ApiError ? (
          <span className="text-danger">{local(trial.error.text)}</span>
        ) : null}
      </p>
    </>
  );
}

function RemoveModel({
  model,
  open,
  setOpen,
}: {
  model: ModelConnectionSetting;
  open: boolean;
  setOpen: (open: boolean) => void;
}) {
  const { t } = useTranslation('settings');
  const { t: shell } = useTranslation();
  const remove = useRemoveModel();
  return (
    <>
      <Button size="small" variant="danger" onClick={() => setOpen(true)}>
        {shell('action.remove')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('models.remove_title', { model: model.model })}
      >
        <p className="text-ink-2">{t('models.remove_text')}</p>
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={() => setOpen(false)}>
            {shell('action.cancel')}
          </Button>
          <Button variant="danger" disabled={remove.isPending} onClick={() => remove.mutate(model.id)}>
            {shell('action.remove')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
