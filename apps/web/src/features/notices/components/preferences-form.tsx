import type { MailTiming, NoticeKind, NoticeSettings, SaveNoticeSettings } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { toast } from '@/ui/toast';
import { useSaveNoticeSettings } from '../api/notice-settings';
import { KINDS } from '../kinds';
import { QuietHours } from './quiet-hours';

const TIMINGS: readonly MailTiming[] = ['never', 'now', 'daily'];

/** Which kinds of notices by which way, quiet hours, the daily mail, and whether others see what one looks at. */
export function PreferencesForm({ settings }: { settings: NoticeSettings }) {
  const { t } = useTranslation('notices');
  const { t: shell } = useTranslation();
  const local = useLocal();
  const save = useSaveNoticeSettings();
  const { mailTo, ...stored } = settings;
  const [wanted, setWanted] = useState<SaveNoticeSettings>(stored);
  const { preferences, appearOffline } = wanted;
  const change = (part: Partial<SaveNoticeSettings['preferences']>) =>
    setWanted({ ...wanted, preferences: { ...preferences, ...part } });
  const changeKind = (kind: NoticeKind, part: Partial<{ popUp: boolean; mail: MailTiming }>) =>
    change({ kinds: { ...preferences.kinds, [kind]: { ...preferences.kinds[kind], ...part } } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(wanted, { onSuccess: () => toast.success(t('saved')) });
  };
  return (
    <form onSubmit={submit} className="grid gap-8">
      <section aria-labelledby="notices-kinds" className="grid gap-3">
        <h2 id="notices-kinds" className="text-lg font-semibold">
          {t('kinds')}
        </h2>
        <p className="max-w-[68ch] text-ink-2">
          {mailTo === null ? t('no_address') : t('address', { address: mailTo })}
        </p>
        <table className="w-full rounded-card border border-line bg-surface">
          <thead>
            <tr className="text-left text-xs text-ink-3">
              <th className="px-3 py-2 font-medium">{t('kind')}</th>
              <th className="px-3 py-2 font-medium">{t('pop_up')}</th>
              <th className="px-3 py-2 font-medium">{t('mail')}</th>
            </tr>
          </thead>
          <tbody>
            {KINDS.map((kind) => (
              <tr key={kind} className="border-t border-line">
                <th scope="row" className="px-3 py-1 text-left font-normal">
                  <span className="block font-medium">{t(`kind_of.${kind}`)}</span>
                  <span className="block text-xs text-ink-3 max-md:hidden">{t(`kind_text.${kind}`)}</span>
                </th>
                <td className="px-3 py-1">
                  <label className="grid size-9 place-items-center max-md:size-11">
                    <span className="sr-only">{t('pop_up_of', { kind: t(`kind_of.${kind}`) })}</span>
                    <input
                      type="checkbox"
                      className="size-4"
                      checked={preferences.kinds[kind].popUp}
                      onChange={({ target }) => changeKind(kind, { popUp: target.checked })}
                    />
                  </label>
                </td>
                <td className="px-3 py-1">
                  <Select
                    aria-label={t('mail_of', { kind: t(`kind_of.${kind}`) })}
                    disabled={mailTo === null}
                    value={preferences.kinds[kind].mail}
                    onChange={({ target }) =>
                      changeKind(kind, {
                        mail: TIMINGS.find((timing) => timing === target.value) ?? 'never',
                      })
                    }
                  >
                    {TIMINGS.map((timing) => (
                      <option key={timing} value={timing}>
                        {t(`timing.${timing}`)}
                      </option>
                    ))}
                  </Select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <QuietHours preferences={preferences} onChange={change} />
      <section aria-labelledby="notices-presence" className="grid gap-2">
        <h2 id="notices-presence" className="text-lg font-semibold">
          {t('presence')}
        </h2>
        <label className="flex min-h-9 items-center gap-2 max-md:min-h-11">
          <input
            type="checkbox"
            className="size-4"
            checked={appearOffline}
            onChange={({ target }) => setWanted({ ...wanted, appearOffline: target.checked })}
          />
          {t('appear_offline')}
        </label>
        <p className="max-w-[68ch] text-xs text-ink-3">{t('appear_offline_text')}</p>
      </section>
      {save.error instanceof ApiError ? (
        <p role="alert" className="text-danger">
          {local(save.error.text)}
        </p>
      ) : null}
      <div>
        <Button type="submit" variant="primary" disabled={save.isPending}>
          {shell('action.save')}
        </Button>
      </div>
    </form>
  );
}
