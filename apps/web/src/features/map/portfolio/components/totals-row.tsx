import { formatCount, formatMoney, formatPercent, formatTokens } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import type { Sum } from '../model/portfolio';

/** What the shown clients add up to. */
export function TotalsRow({ sum }: { sum: Sum }) {
  const { t } = useTranslation('portfolio');
  const language = useLanguage();
  const figures = [
    ['clients', formatCount(sum.clients, language)],
    ['tokens', formatTokens(sum.tokens, language).text],
    ['value', formatMoney(sum.value, language).text],
    ['ours', formatPercent(sum.ourShare, language)],
    ['winnable', formatMoney(sum.winnable, language).text],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4 max-md:gap-x-5">
      {figures.map(([name, text]) => (
        <div key={name} className="border-l-2 border-ink pl-3">
          <dt className="text-xs text-ink-2">{t(`total.${name}`)}</dt>
          <dd className="text-2xl font-semibold max-md:text-xl">
            <span className={name === 'winnable' ? 'marked' : ''}>{text}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
