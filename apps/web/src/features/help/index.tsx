import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/shell/page-title';

const KEYS = [
  ['⌘K / Ctrl K', 'help.key_palette'],
  ['← → ↑ ↓', 'help.key_tiles'],
  ['Enter', 'help.key_open'],
  ['Esc', 'help.key_close'],
] as const;

/** How the numbers are made, what the picture means, and the keys. */
export function HelpScreen() {
  const { t } = useTranslation();
  usePageTitle(t('nav.help'));
  return (
    <article className="mx-auto grid max-w-[760px] gap-6 px-8 py-8 text-base max-md:px-4">
      <h1 className="text-2xl font-semibold">{t('help.title')}</h1>
      {(['numbers', 'value', 'opportunity', 'evidence'] as const).map((part) => (
        <p key={part} className="text-ink-2">
          {t(`help.${part}`)}
        </p>
      ))}
      <h2 className="text-lg font-semibold">{t('help.legend')}</h2>
      <ul className="grid list-disc gap-1 pl-5 text-ink-2">
        {(['area', 'base', 'hatch', 'lime'] as const).map((part) => (
          <li key={part}>{t(`help.${part}`)}</li>
        ))}
      </ul>
      <h2 className="text-lg font-semibold">{t('help.keys')}</h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {KEYS.map(([key, label]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-tile border border-line-strong bg-surface px-1.5 py-0.5 font-sans text-xs">
                {key}
              </kbd>
            </dt>
            <dd className="text-ink-2">{t(label)}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
