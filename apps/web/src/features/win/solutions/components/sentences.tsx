import type { SolutionSentence } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

export type ShowSource = (citationId: string) => void;

/** Sentences with the numbers of their sources; what is a planning rule or unknown says so. */
export function Sentences({ sentences, show }: { sentences: readonly SolutionSentence[]; show: ShowSource }) {
  return (
    <ul className="grid gap-1.5">
      {sentences.map((sentence) => (
        <li key={`${sentence.text.en}${sentence.text.zh}`}>
          <Sentence sentence={sentence} show={show} />
        </li>
      ))}
    </ul>
  );
}

function Sentence({
  sentence: { text, standing, citations },
  show,
}: {
  sentence: SolutionSentence;
  show: ShowSource;
}) {
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  const words = text[language];
  const isHan = /\p{Script=Han}/u.test(words);
  // A source in one language only is quoted as it stands.
  const lang = text.zh !== text.en || isHan === (language === 'zh') ? language : other;
  return (
    <p className="max-w-[76ch] [overflow-wrap:anywhere]">
      <span lang={lang}>{words}</span>{' '}
      {citations.map((id) => (
        <button
          key={id}
          type="button"
          className="mr-0.5 inline-grid min-h-6 min-w-6 place-items-center rounded-tile border border-line px-1 text-2xs text-ink-2 hover:bg-sunken"
          aria-label={t('source_number', { number: id.slice(1) })}
          onClick={() => show(id)}
        >
          {id.slice(1)}
        </button>
      ))}
      {standing === 'cited' ? null : <span className="text-xs text-ink-2">{t(`standing.${standing}`)}</span>}
    </p>
  );
}
