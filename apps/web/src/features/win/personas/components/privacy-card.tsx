import type { Persona } from '@tokenholic/contracts';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Select } from '@/ui/field';
import { usePersonaActions } from '../api/personas';
import { useSaying } from '../model/use-saying';

const ZONES = [
  ...['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Singapore', 'Asia/Tokyo', 'Asia/Kolkata', 'Asia/Dubai'],
  ...['Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Chicago', 'America/Los_Angeles'],
  ...['Australia/Sydney', 'UTC'],
];

/** What is kept of the person, the switch that ends it, and the clock their hours are read by. */
export function PrivacyCard({ persona: { contactId, name, allowed, timeZone } }: { persona: Persona }) {
  const { t } = useTranslation('personas');
  const { t: shell } = useTranslation('shell');
  const may = useAllowed('deal.write');
  const sayError = useSaying();
  const { settle } = usePersonaActions(contactId);
  const [asking, setAsking] = useState(false);
  const zones = ZONES.includes(timeZone) ? ZONES : [timeZone, ...ZONES];
  const switchTo = (on: boolean) =>
    settle.mutate({ allowed: on }, { onSuccess: () => setAsking(false), onError: sayError });
  return (
    <section className="grid gap-3 rounded-card border border-line bg-surface p-4">
      <h2 className="flex items-center gap-2 font-semibold">
        <ShieldCheck aria-hidden className="size-4" /> {t('privacy')}
      </h2>
      <p className="max-w-[80ch] text-ink-2">{t(allowed ? 'privacy_on' : 'privacy_off')}</p>
      {may ? (
        <div className="flex flex-wrap items-end gap-3">
          {allowed ? (
            <>
              <div className="w-56 max-md:w-full">
                <Field label={t('time_zone')} help={t('time_zone_help')}>
                  {(ids) => (
                    <Select
                      {...ids}
                      value={timeZone}
                      onChange={(event) =>
                        settle.mutate({ timeZone: event.target.value }, { onError: sayError })
                      }
                    >
                      {zones.map((zone) => (
                        <option key={zone} value={zone}>
                          {zone.replaceAll('_', ' ')}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
              </div>
              <Button variant="danger" className="mb-[22px]" onClick={() => setAsking(true)}>
                {t('switch_off')}
              </Button>
            </>
          ) : (
            <Button variant="primary" disabled={settle.isPending} onClick={() => switchTo(true)}>
              {t('switch_on')}
            </Button>
          )}
        </div>
      ) : null}
      {asking ? (
        <Dialog open onClose={() => setAsking(false)} title={t('switch_off_title', { name })}>
          <p>{t('switch_off_text')}</p>
          <div className="flex gap-2">
            <Button variant="danger" disabled={settle.isPending} onClick={() => switchTo(false)}>
              {t('switch_off')}
            </Button>
            <Button onClick={() => setAsking(false)}>{shell('action.cancel')}</Button>
          </div>
        </Dialog>
      ) : null}
    </section>
  );
}
