import type { NoticeChannel, SaveChannel } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';
import { useSaveChannel } from '../api/notice-settings';
import { KINDS, LEVELS } from '../kinds';

interface ChannelFormProps {
  id: string;
  /** Null: a new one. */
  channel: NoticeChannel | null;
  onDone: () => void;
}

/** Connects a chat or changes one. The address is typed in, never shown. */
export function ChannelForm({ id, channel, onDone }: ChannelFormProps) {
  const { t } = useTranslation('notices');
  const { t: shell } = useTranslation();
  const local = useLocal();
  const language = useLanguage();
  const save = useSaveChannel(id);
  const [wanted, setWanted] = useState<SaveChannel>({
    ...{ kind: channel?.kind ?? 'slack', name: channel?.name ?? '', language: channel?.language ?? language },
    ...{ level: channel?.level ?? 'warning', kinds: channel?.kinds ?? [...KINDS] },
    ...{ detail: channel?.detail ?? 'kind', enabled: channel?.enabled ?? true, address: null },
  });
  const set = (part: Partial<SaveChannel>) => setWanted({ ...wanted, ...part });
  const isWhole =
    wanted.name.trim() !== '' && wanted.kinds.length > 0 && (channel !== null || wanted.address !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(wanted, { onSuccess: onDone });
  };
  const choice = <T extends string>(
    label: string,
    value: T,
    choices: readonly { value: T; text: string }[],
    onChoose: (value: T) => void,
    help?: string,
  ) => (
    <Field label={label} help={help}>
      {(ids) => (
        <Select
          {...ids}
          value={value}
          onChange={({ target }) => {
            const chosen = choices.find((one) => one.value === target.value);
            if (chosen !== undefined) onChoose(chosen.value);
          }}
        >
          {choices.map((one) => (
            <option key={one.value} value={one.value}>
              {one.text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <form onSubmit={submit} className="grid gap-3 rounded-card border border-line bg-surface p-4">
      <div className="grid gap-x-3 gap-y-1 md:grid-cols-2">
        {choice(
          t('channel_kind'),
          wanted.kind,
          (['slack', 'teams'] as const).map((value) => ({ value, text: t(`channel_of.${value}`) })),
          (kind) => set({ kind }),
        )}
        <Field label={t('channel_name')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={60}
              placeholder="#deals"
              value={wanted.name}
              onChange={({ target }) => set({ name: target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label={t('channel_address')}
        help={t(channel === null ? `address_help.${wanted.kind}` : 'address_keep')}
        error={save.error instanceof ApiError ? local(save.error.text) : undefined}
      >
        {(ids) => (
          <Input
            {...ids}
            type="password"
            autoComplete="off"
            value={wanted.address ?? ''}
            onChange={({ target }) =>
              set({ address: target.value.trim() === '' ? null : target.value.trim() })
            }
          />
        )}
      </Field>
      <div className="grid gap-x-3 gap-y-1 md:grid-cols-3">
        {choice(
          t('lowest'),
          wanted.level,
          LEVELS.map((value) => ({ value, text: t(`level_from.${value}`) })),
          (level) => set({ level }),
        )}
        {choice(
          t('channel_language'),
          wanted.language,
          [
            { value: 'zh', text: '中文' },
            { value: 'en', text: 'English' },
          ],
          (value) => set({ language: value }),
        )}
        {choice(
          t('detail'),
          wanted.detail,
          (['kind', 'full'] as const).map((value) => ({ value, text: t(`detail_of.${value}`) })),
          (detail) => set({ detail }),
          t('detail_help'),
        )}
      </div>
      <fieldset className="grid gap-1">
        <legend className="text-xs font-medium text-ink-2">{t('kinds_of_channel')}</legend>
        <div className="flex flex-wrap gap-x-4">
          {KINDS.map((kind) => (
            <label key={kind} className="flex min-h-9 items-center gap-1.5 max-md:min-h-11">
              <input
                type="checkbox"
                className="size-4"
                checked={wanted.kinds.includes(kind)}
                onChange={({ target }) =>
                  set({
                    kinds: KINDS.filter((one) =>
                      one === kind ? target.checked : wanted.kinds.includes(one),
                    ),
                  })
                }
              />
              {t(`kind_of.${kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="flex min-h-9 items-center gap-2 max-md:min-h-11">
        <input
          type="checkbox"
          className="size-4"
          checked={wanted.enabled}
          onChange={({ target }) => set({ enabled: target.checked })}
        />
        {t('enabled')}
      </label>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={save.isPending || !isWhole}>
          {shell('action.save')}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {shell('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
