import type { PersonaChoice, PracticeLevel, PracticeScenario } from '@tokenholic/contracts';
import { Headset, Presentation, Search, ShieldQuestion } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { ErrorState } from '@/ui/states';
import { usePracticeActions } from '../api/practice';
import { LEVELS, SCENARIOS } from '../model/labels';
import { AssignmentList } from './assignment-list';
import { CustomerPicker } from './customer-picker';
import { TalkList } from './talk-list';

const ICONS = { discovery: Search, technical: Headset, objections: ShieldQuestion, executive: Presentation };

/** Chooses scenario, level and customer and begins; below stand what was assigned and the talks so far. */
export function StartView({ clientId, open }: { clientId: string | null; open: (id: string) => void }) {
  const { t } = useTranslation('roleplay');
  const language = useLanguage();
  const [scenario, setScenario] = useState<PracticeScenario>('discovery');
  const [level, setLevel] = useState<PracticeLevel>('easy');
  const [persona, setPersona] = useState<PersonaChoice>(
    clientId === null ? { kind: 'library', id: 'e-commerce' } : { kind: 'client', clientId },
  );
  const { start } = usePracticeActions();
  const begin = (assignmentId: string | null, chosen = { scenario, level, persona }) =>
    start.mutate({ ...chosen, language, assignmentId }, { onSuccess: ({ id }) => open(id) });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid content-start gap-6">
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-semibold">{t('scenario')}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {SCENARIOS.map((one) => {
              const Icon = ICONS[one];
              return (
                <Choice key={one} name="scenario" chosen={one === scenario} choose={() => setScenario(one)}>
                  <span className="flex items-center gap-2 font-medium">
                    <Icon aria-hidden className="size-4 shrink-0" /> {t(`scenarios.${one}.name`)}
                  </span>
                  <span className="text-ink-2">{t(`scenarios.${one}.help`)}</span>
                </Choice>
              );
            })}
          </div>
        </fieldset>
        <fieldset>
          <legend className="mb-2 font-semibold">{t('level')}</legend>
          <div className="grid gap-2 sm:grid-cols-3">
            {LEVELS.map((one) => (
              <Choice key={one} name="level" chosen={one === level} choose={() => setLevel(one)}>
                <span className="font-medium">{t(`levels.${one}.name`)}</span>
                <span className="text-ink-2">{t(`levels.${one}.help`)}</span>
              </Choice>
            ))}
          </div>
        </fieldset>
        <CustomerPicker choice={persona} choose={setPersona} />
        {start.error === null ? null : <ErrorState error={start.error} />}
        <Button
          variant="mark"
          size="large"
          className="justify-self-start max-md:justify-self-stretch"
          disabled={start.isPending}
          onClick={() => begin(null)}
        >
          {t('start')}
        </Button>
      </div>
      <aside className="grid content-start gap-6">
        <AssignmentList
          busy={start.isPending}
          begin={({ id, ...chosen }) =>
            begin(id, { scenario: chosen.scenario, level: chosen.level, persona: chosen.persona })
          }
          open={open}
        />
        <TalkList open={open} />
      </aside>
    </div>
  );
}

interface ChoiceProps {
  name: string;
  chosen: boolean;
  choose: () => void;
  children: React.ReactNode;
}

/** One of several cards; a radio button for keyboard and screen readers. */
export function Choice({ name, chosen, choose, children }: ChoiceProps) {
  return (
    <label
      className={classes(
        'grid cursor-pointer content-start gap-1 rounded-card border bg-surface p-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink',
        chosen ? 'border-ink ring-1 ring-ink' : 'border-line hover:border-line-strong',
      )}
    >
      <input type="radio" name={name} checked={chosen} onChange={choose} className="sr-only" />
      {children}
    </label>
  );
}
