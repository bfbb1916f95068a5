import type { ApprovalSettings, WorkCalendar } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Field, Input, Select, Textarea } from '@/ui/field';
import { ROLES } from './rule-line';

interface CalendarFormProps {
  settings: ApprovalSettings;
  onChange: (settings: ApprovalSettings) => void;
}

/** Monday of some week; only the names of days are taken from it. */
const MONDAY = Date.UTC(2026, 10, 23);
const DAY = 86_400_000;

/** When people work, and who takes over when time has run out. */
export function CalendarForm({ settings, onChange }: CalendarFormProps) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const { calendar, ladder } = settings;
  const [holidays, setHolidays] = useState(calendar.holidays.join('\n'));
  const set = (change: Partial<WorkCalendar>) =>
    onChange({ ...settings, calendar: { ...calendar, ...change } });
  const names = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const days = [1, 2, 3, 4, 5, 6, 7];
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('calendar.title')}</h2>
      <p className="text-ink-2">{t('calendar.text')}</p>
      <fieldset className="flex min-w-0 flex-wrap gap-3">
        <legend className="mb-1 text-xs font-medium text-ink-2">{t('calendar.days')}</legend>
        {days.map((day) => (
          <label key={day} className="flex min-h-9 items-center gap-1.5 max-md:min-h-11">
            <input
              type="checkbox"
              checked={calendar.days.includes(day)}
              disabled={calendar.days.length === 1 && calendar.days.includes(day)}
              onChange={({ target }) =>
                set({
                  days: days.filter((one) => (one === day ? target.checked : calendar.days.includes(one))),
                })
              }
            />
            {names.format(MONDAY + (day - 1) * DAY)}
          </label>
        ))}
      </fieldset>
      <div className="grid grid-cols-2 gap-x-3 md:grid-cols-4">
        <Field label={t('calendar.opens')}>
          {(ids) => (
            <Input
              {...ids}
              type="time"
              value={calendar.opens}
              onChange={({ target }) => (target.value === '' ? undefined : set({ opens: target.value }))}
            />
          )}
        </Field>
        <Field label={t('calendar.closes')}>
          {(ids) => (
            <Input
              {...ids}
              type="time"
              value={calendar.closes}
              onChange={({ target }) => (target.value === '' ? undefined : set({ closes: target.value }))}
            />
          )}
        </Field>
        <div className="col-span-2">
          <Field label={t('calendar.zone')}>
            {(ids) => (
              <Select
                {...ids}
                value={calendar.timeZone}
                onChange={({ target }) => set({ timeZone: target.value })}
              >
                {zones.map((zone) => (
                  <option key={zone}>{zone}</option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      </div>
      <Field label={t('calendar.holidays')} help={t('calendar.holidays_help')}>
        {(ids) => (
          <Textarea
            {...ids}
            rows={3}
            value={holidays}
            onChange={({ target }) => {
              setHolidays(target.value);
              set({ holidays: target.value.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [] });
            }}
          />
        )}
      </Field>
      <fieldset className="grid min-w-0 gap-1">
        <legend className="text-xs font-medium text-ink-2">{t('calendar.ladder')}</legend>
        <p className="text-xs text-ink-3">{t('calendar.ladder_help')}</p>
        <div className="flex flex-wrap items-center gap-2">
          {ladder.map((role, index) => (
            <span key={role} className="flex items-center gap-2">
              {index === 0 ? null : <span aria-hidden>→</span>}
              <Select
                aria-label={t('calendar.rung', { place: index + 1 })}
                value={role}
                className="w-auto"
                onChange={({ target }) => {
                  const next = ROLES.find((one) => one === target.value);
                  if (next === undefined) return;
                  // Two roles change places, so that none stands twice.
                  const swapped = ladder.map((one, at) => (at === index ? next : one === next ? role : one));
                  onChange({ ...settings, ladder: swapped });
                }}
              >
                {ROLES.map((one) => (
                  <option key={one} value={one}>
                    {t(`role.${one}`)}
                  </option>
                ))}
              </Select>
            </span>
          ))}
        </div>
      </fieldset>
    </section>
  );
}
