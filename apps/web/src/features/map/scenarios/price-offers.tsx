import type { BattleMap } from '@tokenholic/contracts';
import { formatMoney, formatPercent } from '@tokenholic/presentation';
import { type Assumptions, projectMap } from '@tokenholic/presentation/scenario';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

type Prices = Pick<Assumptions, 'discount' | 'committed' | 'commitmentDiscount'>;

/** Three ways to price the same volume. The ratios are examples to start from; the sliders change them. */
const OFFERS = {
  list: { discount: 0, committed: 0, commitmentDiscount: 0 },
  discount: { discount: 0.2, committed: 0, commitmentDiscount: 0 },
  commitment: { discount: 0.2, committed: 0.6, commitmentDiscount: 0.25 },
} as const satisfies Record<string, Prices>;
export type OfferName = keyof typeof OFFERS;
const NAMES = ['list', 'discount', 'commitment'] as const;

/** List price, discount and commitment side by side for the same volume; one of them is what the page is computed with. */
export function PriceOffers({
  map,
  assumptions,
  years,
  onChoose,
}: {
  map: BattleMap;
  assumptions: Assumptions;
  years: number;
  onChoose: (prices: Prices) => void;
}) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const percent = (ratio: number) => formatPercent(ratio, language);
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('offers')}</h2>
      <div className="grid grid-cols-3 gap-3 max-md:grid-cols-[minmax(0,1fr)]">
        {NAMES.map((name) => {
          const offer = OFFERS[name];
          const projection = projectMap(map, { ...assumptions, ...offer }, years);
          const [today, last] = [projection.years[0], projection.years.at(-1)];
          const isChosen = (['discount', 'committed', 'commitmentDiscount'] as const).every(
            (key) => assumptions[key] === offer[key],
          );
          const dollars = formatMoney(today?.valueCny.base ?? 0, language, {
            currency: 'USD',
            cnyPerUsd: projection.cnyPerUsd,
          }).text;
          return (
            <button
              key={name}
              type="button"
              aria-pressed={isChosen}
              onClick={() => onChoose(offer)}
              className="grid gap-0.5 rounded-card border border-line bg-surface p-4 text-left hover:border-line-strong aria-pressed:border-ink"
            >
              <span className="font-medium">{t(`offer.${name}`)}</span>
              <span className="text-xs text-ink-3">
                {t(`offer_terms.${name}`, {
                  discount: percent(offer.discount),
                  committed: percent(offer.committed),
                  further: percent(offer.commitmentDiscount),
                })}
              </span>
              <span className="mt-1 text-lg font-semibold">
                {formatMoney(today?.valueCny.base ?? 0, language).text}
                <span className="ml-2 text-xs font-normal text-ink-3">{t('usd', { value: dollars })}</span>
              </span>
              <span className="text-xs text-ink-2">
                {t('offer_last', {
                  year: last?.year ?? '',
                  value: formatMoney(last?.valueCny.base ?? 0, language).text,
                })}
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
