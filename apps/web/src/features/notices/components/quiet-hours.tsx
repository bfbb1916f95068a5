import type { NoticePreferences } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { Field, Input, Select } from '@/ui/field';

interface QuietHoursProps {
  preferences: NoticePreferences;
  onChange: (part: Partial<NoticePreferences>) => void;
}

const USUAL = { from: '22:00', to: '08:00' };

/** When a person is left in peace, by whose clock, and when the daily mail comes. */
export function QuietHours({ preferences, onChange }: QuietHoursProps) {
  const { t } = useTranslation('notices');
  const { quiet, criticalAlways, timeZone, dailyAt } = preferences;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([timeZone, here, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <section aria-labelledby="notices-quiet" className="grid gap-3">
      <h2 id="notices-quiet" className="text-lg font-semibold">
        {t('quiet')}
      </h2>
      <label className="flex min-h-9 items-center gap-2 max-md:min-h-11">
        <input
          type="checkbox"
          className="size-4"
          checked={quiet !== null}
          onChange={({ target }) => onChange({ quiet: target.checked ? USUAL : null })}
        />
        {t('quiet_on')}
      </label>
      {quiet === null ? null : (
        <>
          <div className="grid max-w-md grid-cols-2 gap-3">
            {(['from', 'to'] as const).map((end) => (
              <Field key={end} label={t(end)}>
                {(ids) => (
                  <Input
                    {...ids}
                    type="time"
                    required
                    value={quiet[end]}
                    onChange={({ target }) => onChange({ quiet: { ...quiet, [end]: target.value } })}
                  />
                )}
              </Field>
            ))}
          </div>
          <label className="flex min-h-9 items-center gap-2 max-md:min-h-11">
            <input
              type="checkbox"
              className="size-4"
              checked={criticalAlways}
              onChange={({ target }) => onChange({ criticalAlways: target.checked })}
            />
            {t('critical_always')}
          </label>
        </>
      )}
      <div className="grid max-w-md grid-cols-2 gap-3">
        <Field label={t('zone')} help={timeZone === here ? undefined : t('zone_here', { zone: here })}>
          {(ids) => (
            <Select {...ids} value={timeZone} onChange={({ target }) => onChange({ timeZone: target.value })}>
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('daily_at')}>
          {(ids) => (
            <Input
              {...ids}
              type="time"
              required
              value={dailyAt}
              onChange={({ target }) => onChange({ dailyAt: target.value })}
            />
          )}
        </Field>
      </div>
    </section>
  );
}
