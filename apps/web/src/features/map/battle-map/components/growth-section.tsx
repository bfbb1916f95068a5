import type { UseCaseColumn } from '@tokenholic/contracts';
import { formatGrowth, formatTokens } from '@tokenholic/presentation';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import { type ApplyEdit, Section } from './inspector';
import { SourceLink } from './source-link';

/** Today and three years ahead; the future is hatched. */
export function GrowthSection({
  column,
  mayEdit,
  onEdit,
}: {
  column: UseCaseColumn;
  mayEdit: boolean;
  onEdit: ApplyEdit;
}) {
  const { t } = useTranslation('map');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  const [percent, setPercent] = useState(() => String(Math.round(column.growthPerYear * 100)));
  const highest = Math.max(...column.projection.map((item) => item.tokens.mid), 1);
  const value = Number(percent) / 100;
  const bad = percent.trim() === '' || !Number.isFinite(value) || value < -1 || value > 50;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!bad) void onEdit({ kind: 'set_growth', useCaseKey: column.key, growthPerYear: value });
  };
  return (
    <Section title={t('inspector.projection')}>
      <p className="text-ink-2">
        {t('inspector.growth')}{' '}
        <span className="font-semibold text-ink">{formatGrowth(column.growthPerYear)}</span>
        {column.growthSource === null ? null : (
          <>
            {' · '}
            <SourceLink source={column.growthSource} />
          </>
        )}
      </p>
      <div className="flex h-32 items-end gap-3">
        {column.projection.map(({ year, tokens }, index) => (
          <div key={year} className="flex h-full flex-1 flex-col justify-end text-center text-xs">
            <span>{formatTokens(tokens.mid, language).text}</span>
            <div
              className={`mt-1 rounded-tile bg-ink-3 ${index > 0 ? 'hatch' : ''}`}
              style={{ height: `${(tokens.mid / highest) * 62}%` }}
            />
            <span className="mt-1 text-ink-3">{year}</span>
          </div>
        ))}
      </div>
      {mayEdit ? (
        <form onSubmit={submit} className="flex items-end gap-2">
          <Field label={t('inspector.growth_edit')}>
            {(ids) => (
              <Input
                {...ids}
                inputMode="numeric"
                value={percent}
                onChange={(event) => setPercent(event.target.value)}
                className="w-28"
              />
            )}
          </Field>
          <Button type="submit" disabled={bad} className="mb-[18px]">
            {shell('action.save')}
          </Button>
          <Button
            variant="ghost"
            className="mb-[18px]"
            onClick={() => void onEdit({ kind: 'restore_growth', useCaseKey: column.key })}
          >
            {shell('action.restore')}
          </Button>
        </form>
      ) : null}
    </Section>
  );
}
