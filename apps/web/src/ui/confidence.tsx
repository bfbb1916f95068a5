import type { Confidence, Engine } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';

const BARS = { low: 1, medium: 2, high: 3 } as const;

/** Three bars; the level is said in words for those who cannot see them. */
export function ConfidenceBars({ confidence }: { confidence: Confidence }) {
  const { t } = useTranslation();
  const filled = BARS[confidence.level];
  return (
    <span
      role="img"
      aria-label={t('confidence.label', { level: t(`confidence.${confidence.level}`) })}
      className="inline-flex h-3 items-end gap-[2px]"
    >
      {[5, 8, 12].map((height, index) => (
        <span
          key={height}
          style={{ height }}
          className={`w-[3px] rounded-[1px] ${index < filled ? 'bg-ink' : 'bg-line-strong'}`}
        />
      ))}
    </span>
  );
}

/** A model was asked and its words were not used: said, so that nobody takes the rules for the model. */
const WITHOUT_MODEL = ['budget_spent', 'models_unavailable', 'output_invalid', 'left_the_frame'] as const;

/** Names the engine that wrote something, and why no model did where one is connected. */
export function EngineLabel({ engine }: { engine: Engine }) {
  const { t } = useTranslation();
  const why = WITHOUT_MODEL.find((reason) => reason === engine.reason);
  return (
    <span className="inline-flex items-center gap-1 rounded-tile bg-sunken px-1.5 py-0.5 text-2xs text-ink-2">
      ✦{' '}
      {engine.via === 'model' && engine.model !== null
        ? t('engine.model', { model: engine.model })
        : t('engine.rules')}
      {why === undefined ? null : ` · ${t(`engine.why.${why}`)}`}
    </span>
  );
}
