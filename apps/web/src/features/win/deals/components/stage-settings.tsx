import type { DealSettings, StageNeed, StageSetting } from '@tokenholic/contracts';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';
import { openStages } from '../model/stages';

interface StageSettingsProps {
  settings: DealSettings;
  onChange: (settings: DealSettings) => void;
}

const NEEDS = [
  ...(['amount', 'source', 'products', 'competitors', 'contacts', 'economic_buyer', 'next_step'] as const),
] as const;

/** The stages in their order: names, use, what each stands for, planning figures and what it asks of a deal. */
export function StageSettings({ settings, onChange }: StageSettingsProps) {
  const { t } = useTranslation('deals');
  const { stages } = settings;
  const change = (at: number, more: Partial<StageSetting>) =>
    onChange({ ...settings, stages: stages.map((one, index) => (index === at ? { ...one, ...more } : one)) });
  const move = (at: number, by: -1 | 1) => {
    const next = [...stages];
    const [one] = next.splice(at, 1);
    if (one !== undefined) next.splice(at + by, 0, one);
    onChange({ ...settings, stages: next });
  };
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 className="font-semibold">{t('settings.stages')}</h2>
      <p className="max-w-[70ch] text-xs text-ink-2">{t('settings.stages_how')}</p>
      <ol className="grid gap-2">
        {stages.map((stage, at) => (
          <li
            key={stage.stage}
            className={`rounded-card border border-line p-3 ${stage.used ? 'bg-surface' : 'bg-sunken'}`}
          >
            <div className="flex flex-wrap items-end gap-3">
              <span className="flex gap-1">
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={t('settings.up', { name: stage.name.zh })}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                >
                  <ArrowUp className="size-4" />
                </Button>
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={t('settings.down', { name: stage.name.zh })}
                  disabled={at === stages.length - 1}
                  onClick={() => move(at, 1)}
                >
                  <ArrowDown className="size-4" />
                </Button>
              </span>
              {(['zh', 'en'] as const).map((language) => (
                <div key={language} className="w-36">
                  <Field label={t(`settings.name_${language}`)}>
                    {(ids) => (
                      <Input
                        {...ids}
                        value={stage.name[language]}
                        maxLength={language === 'zh' ? 24 : 32}
                        required
                        onChange={({ target }) =>
                          change(at, { name: { ...stage.name, [language]: target.value } })
                        }
                      />
                    )}
                  </Field>
                </div>
              ))}
              <label className="flex min-h-9 items-center gap-2">
                <input
                  type="checkbox"
                  checked={stage.used}
                  onChange={({ target }) => change(at, { used: target.checked })}
                  className="size-4 accent-[var(--ink)]"
                />
                {t('settings.used')}
              </label>
              {stage.used ? <StageFigures stage={stage} onChange={(more) => change(at, more)} /> : null}
            </div>
            {stage.used ? (
              <StageNeeds settings={settings} stage={stage} onChange={(needs) => change(at, { needs })} />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface FiguresProps {
  stage: StageSetting;
  onChange: (more: Partial<StageSetting>) => void;
}

function StageFigures({ stage, onChange }: FiguresProps) {
  const { t } = useTranslation('deals');
  return (
    <>
      <div className="w-40">
        <Field label={t('settings.meaning')}>
          {(ids) => (
            <Select
              {...ids}
              value={stage.meaning}
              onChange={({ target }) =>
                onChange({ meaning: openStages.find((one) => one === target.value) ?? 'lead' })
              }
            >
              {openStages.map((meaning) => (
                <option key={meaning} value={meaning}>
                  {t(`stage.${meaning}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div className="w-24">
        <Field label={t('settings.probability')}>
          {(ids) => (
            <Input
              {...ids}
              type="number"
              min={0}
              max={100}
              value={Math.round(stage.probability * 100)}
              onChange={({ target }) =>
                onChange({ probability: Math.min(100, Math.max(0, Number(target.value))) / 100 })
              }
            />
          )}
        </Field>
      </div>
      <div className="w-24">
        <Field label={t('settings.rotting')}>
          {(ids) => (
            <Input
              {...ids}
              type="number"
              min={1}
              max={365}
              value={stage.rottingDays}
              onChange={({ target }) =>
                onChange({ rottingDays: Math.min(365, Math.max(1, Math.round(Number(target.value) || 1))) })
              }
            />
          )}
        </Field>
      </div>
    </>
  );
}

interface NeedsProps {
  settings: DealSettings;
  stage: StageSetting;
  onChange: (needs: StageNeed[]) => void;
}

/** What a deal must have before it comes to this stage. */
function StageNeeds({ settings, stage, onChange }: NeedsProps) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const own = settings.fields
    .filter(({ of, retired, name }) => of === 'deal' && !retired && local(name) !== '')
    .map(({ key, name }) => [`custom:${key}` as const, local(name)] as const);
  const all: (readonly [StageNeed, string])[] = [
    ...NEEDS.map((need) => [need, t(`need.${need}`)] as const),
    ...own,
  ];
  return (
    <fieldset className="flex flex-wrap items-center gap-1">
      <legend className="pb-1 text-xs text-ink-2">{t('settings.needs')}</legend>
      {all.map(([need, name]) => {
        const chosen = stage.needs.includes(need);
        return (
          <button
            key={need}
            type="button"
            aria-pressed={chosen}
            onClick={() =>
              onChange(chosen ? stage.needs.filter((one) => one !== need) : [...stage.needs, need])
            }
            className="h-7 rounded-control border border-line-strong px-2 text-xs aria-pressed:bg-ink aria-pressed:text-paper max-md:h-11"
          >
            {name}
          </button>
        );
      })}
    </fieldset>
  );
}
