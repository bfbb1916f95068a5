import type { PracticeSession } from '@tokenholic/contracts';
import { Check, Circle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';

/** What there is to find out: hidden while the talk goes on, all of it afterwards. */
export function Findings({ session }: { session: PracticeSession }) {
  const { t } = useTranslation('roleplay');
  const local = useLocal();
  const over = session.finishedAt !== null;
  const told = session.topics.filter((topic) => topic.told).length;
  return (
    <section className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <h2 className="font-semibold">{t('findings.title')}</h2>
      <p className="text-xs text-ink-2">{t('findings.count', { told, all: session.topics.length })}</p>
      <ul className="grid gap-1.5">
        {session.topics.map((topic) => (
          <li key={topic.fact} className="flex gap-2">
            {topic.told ? (
              <Check aria-label={t('findings.told')} className="mt-0.5 size-4 shrink-0 text-ok" />
            ) : (
              <Circle aria-label={t('findings.untold')} className="mt-0.5 size-4 shrink-0 text-ink-3" />
            )}
            <span>
              <span className="font-medium">{t(`fact.${topic.fact}`)}</span>
              {topic.text === null ? null : (
                <span className={topic.told ? 'text-ink-2' : 'text-ink-3'}>
                  {' '}
                  {local(topic.text)}
                  {over && !topic.told ? ` (${t('findings.missed')})` : ''}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
