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

/** Names the engine that wrote something. */
export function EngineLabel({ engine }: { engine: Engine }) {
  const { t } = useTranslation();
  return (
    <span className="inline-flex items-center gap-1 rounded-tile bg-sunken px-1.5 py-0.5 text-2xs text-ink-2">
      ✦{' '}
      {engine.via === 'model' && engine.model !== null
        ? t('engine.model', { model: engine.model })
        : t('engine.rules')}
    </span>
  );
}
