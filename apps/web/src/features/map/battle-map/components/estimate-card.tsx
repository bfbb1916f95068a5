import type { BattleMap, Tile } from '@tokenholic/contracts';
import { formatDate, formatMoney, formatPercent, formatTokens, parseTokens } from '@tokenholic/presentation';
import { Pencil } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { ConfidenceBars, EngineLabel } from '@/ui/confidence';
import { Field, Input } from '@/ui/field';
import { toast } from '@/ui/toast';
import type { ApplyEdit } from './inspector';

/** The estimate with its range; edited here, and what was generated stays restorable. */
export function EstimateCard({
  tile,
  rate,
  mayEdit,
  onEdit,
}: {
  tile: Tile;
  rate: BattleMap['exchangeRate'];
  mayEdit: boolean;
  onEdit: ApplyEdit;
}) {
  const { t } = useTranslation('map');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const tokens = formatTokens(tile.tokensPerYear.mid, language);
  const generated = tile.generatedTokensPerYear;
  return (
    <section className="grid gap-3 rounded-card border border-line bg-paper p-4">
      <div className="flex items-center justify-between">
        <span className="text-ink-2">{t('inspector.tokens')}</span>
        {tile.override === null ? (
          <EngineLabel engine={tile.engine} />
        ) : (
          <span className="text-xs font-semibold">{t('inspector.edited', { by: tile.override.by })}</span>
        )}
      </div>
      {editing ? (
        <EstimateForm tile={tile} onEdit={onEdit} onDone={() => setEditing(false)} />
      ) : (
        <div className="flex items-center justify-between gap-3">
          <span className="text-kpi font-semibold tracking-tight">
            {tokens.number}
            <span className="ml-1 text-lg font-normal">{tokens.unit}</span>
          </span>
          {mayEdit ? (
            <Button onClick={() => setEditing(true)}>
              <Pencil className="size-3.5" />
              {t('inspector.edit')}
            </Button>
          ) : null}
        </div>
      )}
      {tile.override !== null && generated !== null && !editing ? (
        <p className="flex flex-wrap items-center gap-2 text-xs text-ink-2">
          <s>{formatTokens(generated.mid, language).text}</s>
          {tile.override.reason}
          {mayEdit ? (
            <button
              type="button"
              className="font-medium underline"
              onClick={async () => {
                if (await onEdit({ kind: 'restore_tokens', tileKey: tile.key })) toast.success(t('saved'));
              }}
            >
              {t('inspector.restore', { value: formatTokens(generated.mid, language).text })}
            </button>
          ) : null}
        </p>
      ) : null}
      <RangeBar tile={tile} />
      {tile.native === null ? null : (
        <p className="text-xs text-ink-3">
          {t('inspector.native', {
            amount: formatTokens(tile.native.amount.mid, language).text,
            unit: t(`unit.${tile.native.unit}`),
          })}
        </p>
      )}
      <dl className="grid grid-cols-3 gap-3 border-t border-line pt-3">
        <Fact label={t('inspector.value')}>
          {tile.valuePerYear === null ? (
            t('inspector.unpriced')
          ) : (
            <>
              {formatMoney(tile.valuePerYear.mid, language).text}
              <span
                className="block text-xs font-normal text-ink-3"
                title={t('inspector.rate', { rate: rate.cnyPerUsd, date: formatDate(rate.asOf, language) })}
              >
                {
                  formatMoney(tile.valuePerYear.mid, language, {
                    currency: 'USD',
                    cnyPerUsd: rate.cnyPerUsd,
                  }).text
                }
              </span>
            </>
          )}
        </Fact>
        <Fact label={t('inspector.of_use_case')}>{formatPercent(tile.share, language)}</Fact>
        <Fact label={t('inspector.confidence')}>
          <span className="inline-flex items-center gap-1.5">
            <ConfidenceBars confidence={tile.confidence} />
            {shell(`confidence.${tile.confidence.level}`)}
          </span>
        </Fact>
      </dl>
    </section>
  );
}

function EstimateForm({ tile, onEdit, onDone }: { tile: Tile; onEdit: ApplyEdit; onDone: () => void }) {
  const { t } = useTranslation('map');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  const [text, setText] = useState(() =>
    formatTokens(tile.tokensPerYear.mid, language).text.replace(/[,\s]/g, ''),
  );
  const [reason, setReason] = useState('');
  const value = parseTokens(text);
  const range = tile.generatedTokensPerYear;
  const widens = value !== null && range !== null && (value < range.low || value > range.high);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (value === null) return;
    if (
      await onEdit({
        kind: 'set_tokens',
        tileKey: tile.key,
        tokensPerYear: value,
        reason: reason.trim() === '' ? null : reason.trim(),
      })
    ) {
      toast.success(t('saved'));
      onDone();
    }
  };
  const keeps =
    range === null
      ? t('inspector.unit_hint')
      : t('inspector.keeps', { value: formatTokens(range.mid, language).text });
  return (
    <form onSubmit={submit} className="grid gap-2">
      <Field
        label={t('inspector.input')}
        hideLabel
        help={widens ? t('inspector.widens') : keeps}
        error={value === null ? t('inspector.cannot_read') : undefined}
      >
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && onDone()}
            className="h-11 text-lg font-semibold"
          />
        )}
      </Field>
      <Field label={t('inspector.reason')}>
        {(ids) => (
          <Input
            {...ids}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={value === null}>
          {shell('action.save')}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {shell('action.cancel')}
        </Button>
      </div>
    </form>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}

/** Low to high with the value marked, on a scale that leaves air at both ends. */
function RangeBar({ tile }: { tile: Tile }) {
  const language = useLanguage();
  const { low, mid, high } = tile.tokensPerYear;
  const end = Math.max(high * 1.15, mid * 1.15);
  const at = (value: number) => `${Math.min(100, (value / end) * 100)}%`;
  return (
    <div>
      <div className="relative h-2 rounded-full bg-line">
        <div
          className="absolute h-2 rounded-full bg-ink-3"
          style={{ left: at(low), right: `calc(100% - ${at(high)})` }}
        />
        <div className="absolute -top-1 h-4 w-[3px] bg-ink" style={{ left: at(mid) }} />
      </div>
      <div className="mt-1 flex justify-between text-xs text-ink-3">
        <span>{formatTokens(low, language).text}</span>
        <span>{formatTokens(high, language).text}</span>
      </div>
    </div>
  );
}
