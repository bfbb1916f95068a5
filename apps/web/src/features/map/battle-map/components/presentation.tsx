import type { BattleMap } from '@tokenholic/contracts';
import { formatElapsed, formatMoney, formatPercent, headlineParts } from '@tokenholic/presentation';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addTexts, useLanguage } from '@/i18n';
import en from '@/i18n/en/presentation.json';
import zh from '@/i18n/zh/presentation.json';
import { Button } from '@/ui/button';
import { NO_FILTER } from '../model/filter';
import { type Step, stepsOf } from '../model/steps';
import { Board } from './board';

addTexts('presentation', zh, en);

/** The map for a room: step by step over the whole screen, with arrow keys, notes for the speaker and the time. */
export default function Presentation({ map, onEnd }: { map: BattleMap; onEnd: () => void }) {
  const { t } = useTranslation('presentation');
  const frame = useRef<HTMLDivElement>(null);
  const steps = stepsOf(map);
  const [index, setIndex] = useState(0);
  const [notes, setNotes] = useState(false);
  const [stickers, setStickers] = useState(true);
  const step = steps[index] ?? { kind: 'headline' };
  const go = (by: number) => setIndex(Math.min(steps.length - 1, Math.max(0, index + by)));
  useEffect(() => {
    const element = frame.current;
    element?.focus();
    // Where the browser refuses the whole screen, the whole window will do.
    element?.requestFullscreen?.().catch(() => {});
    return () => {
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, []);
  return (
    <div
      ref={frame}
      role="dialog"
      aria-modal="true"
      aria-label={t('title')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd();
        else if (['ArrowRight', 'PageDown', ' '].includes(event.key)) go(1);
        else if (['ArrowLeft', 'PageUp'].includes(event.key)) go(-1);
        else if (event.key.toLowerCase() === 'n') setNotes(!notes);
        else if (event.key.toLowerCase() === 's') setStickers(!stickers);
        else return;
        event.preventDefault();
      }}
      className="fixed inset-0 z-50 flex flex-col overflow-auto bg-paper px-12 py-8 outline-none max-md:px-4"
    >
      <div className="flex-1">
        <StepView step={step} map={map} stickers={stickers} />
      </div>
      {notes ? (
        <aside aria-label={t('notes')} className="mt-4 rounded-card bg-sunken p-4 text-lg">
          <SpeakerNotes step={step} />
        </aside>
      ) : null}
      <footer className="mt-4 flex items-center gap-2 text-xs text-ink-3">
        <span aria-live="polite">{t('step', { number: index + 1, total: steps.length })}</span>
        <Clock />
        <span className="flex-1" />
        {(map.stickers ?? []).length === 0 ? null : (
          <Button size="small" variant="ghost" aria-pressed={stickers} onClick={() => setStickers(!stickers)}>
            {t('stickers')} (S)
          </Button>
        )}
        <Button size="small" variant="ghost" aria-pressed={notes} onClick={() => setNotes(!notes)}>
          {t('notes')} (N)
        </Button>
        <Button
          size="icon"
          variant="ghost"
          aria-label={t('previous')}
          disabled={index === 0}
          onClick={() => go(-1)}
        >
          <ChevronLeft className="size-5" />
        </Button>
        <Button
          size="icon"
          variant="ghost"
          aria-label={t('next')}
          disabled={index === steps.length - 1}
          onClick={() => go(1)}
        >
          <ChevronRight className="size-5" />
        </Button>
        <Button size="icon" variant="ghost" aria-label={t('end')} onClick={onEnd}>
          <X className="size-5" />
        </Button>
      </footer>
    </div>
  );
}

function StepView({ step, map, stickers }: { step: Step; map: BattleMap; stickers: boolean }) {
  const { t } = useTranslation('presentation');
  const language = useLanguage();
  const { text, highlight } = map.headline;
  const money = (value: number) => formatMoney(value, language).text;
  if (step.kind === 'headline')
    return (
      <h2 className="mt-[22vh] max-w-[24ch] text-[clamp(2rem,5.2vw,5rem)] leading-tight font-semibold text-balance break-keep wrap-anywhere">
        {headlineParts(text[language], highlight[language]).map((part) =>
          part.marked ? (
            <span key={part.text} className="marked">
              {part.text}
            </span>
          ) : (
            part.text
          ),
        )}
      </h2>
    );
  if (step.kind === 'ask')
    return (
      <div className="mt-[22vh] grid gap-6">
        <h2 className="text-[clamp(2rem,4.4vw,4rem)] leading-tight font-semibold">
          <span className="marked">{t('ask')}</span>
        </h2>
        <p className="max-w-[40ch] text-2xl text-ink-2">
          {t('ask_text', {
            value: money(map.totals.winnableTopThree),
            share: formatPercent(map.totals.ourShareAfterTopThree, language),
          })}
        </p>
      </div>
    );
  const opportunity = step.kind === 'opportunity' ? step.tile.opportunity : null;
  return (
    <>
      <h2 className="text-2xl font-semibold">
        {step.kind === 'opportunity' && opportunity !== null ? (
          <>
            <span className="marked">{money(opportunity.valuePerYear)}</span> {step.column.name[language]} ·{' '}
            {t('replace', { from: step.tile.modelName[language], to: opportunity.replacement.name })}
          </>
        ) : (
          t('all')
        )}
      </h2>
      {opportunity === null ? null : (
        <p className="mt-1 text-lg text-ink-2">{opportunity.reason[language]}</p>
      )}
      <Board
        map={map}
        filter={step.kind === 'opportunity' ? { ...NO_FILTER, useCases: [step.column.key] } : NO_FILTER}
        selection={step.kind === 'opportunity' ? { kind: 'tile', key: step.tile.key } : null}
        onSelect={() => {}}
        {...(step.kind === 'all' && stickers ? { stickers: null } : {})}
      />
    </>
  );
}

function SpeakerNotes({ step }: { step: Step }) {
  const { t } = useTranslation('presentation');
  const language = useLanguage();
  if (step.kind !== 'opportunity') return t(`notes_${step.kind}`);
  return t('notes_opportunity', { risk: step.tile.opportunity?.risk[language] ?? '' });
}

/** Minutes since the presentation began, for the speaker. */
function Clock() {
  const { t } = useTranslation('presentation');
  const [started] = useState(() => Date.now());
  const [now, setNow] = useState(started);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <span>{t('minutes', { time: formatElapsed(now - started) })}</span>;
}
