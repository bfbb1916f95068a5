import type { Persona, PersonaAdvice } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';

const OCCASIONS: readonly PersonaAdvice['occasion'][] = ['email', 'call', 'meeting'];

/** How to approach the person, by occasion, each line with the trait it follows from. */
export function AdvicePanel({ persona: { advice, nextMoment, lines: traits } }: { persona: Persona }) {
  const { t } = useTranslation('personas');
  const local = useLocal();
  const language = useLanguage();
  const [occasion, setOccasion] = useState<PersonaAdvice['occasion']>('email');
  const named = ({ key, label }: PersonaAdvice['because'][number]) => {
    const line = traits.find((one) => one.key === key);
    return `${line === undefined ? '' : `${local(line.name)} – `}${local(label)}`;
  };
  const lines = advice.filter((line) => line.occasion === occasion);
  return (
    <section className="grid gap-3 rounded-card border border-line bg-surface p-4">
      <h2 className="font-semibold">{t('advice')}</h2>
      {nextMoment === null ? null : (
        <p>
          {t('next')} <strong className="marked">{formatDateTime(nextMoment, language)}</strong>{' '}
          <span className="text-xs text-ink-3">{t('your_clock')}</span>
        </p>
      )}
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t('occasion_label')}</legend>
        {OCCASIONS.map((one) => (
          <Button
            key={one}
            size="small"
            aria-pressed={occasion === one}
            variant={occasion === one ? 'primary' : 'outline'}
            onClick={() => setOccasion(one)}
            className="max-md:h-11"
          >
            {t(`occasion.${one}`)}
          </Button>
        ))}
      </fieldset>
      {lines.length === 0 ? <p className="text-ink-3">{t('no_advice')}</p> : null}
      <ul className="grid gap-2">
        {lines.map(({ text, because }) => (
          <li key={text.en} className="grid border-l-2 border-dotted border-line-strong pl-3">
            <span>{local(text)}</span>
            <span className="text-xs text-ink-3">
              {t('because', { traits: because.map(named).join(' · ') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
