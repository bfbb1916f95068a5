import type { NoticeChannel } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/states';
import { useRemoveChannel, useResendChannel, useTryChannel } from '../api/notice-settings';
import { ChannelForm } from './channel-form';

/** One chat: whether it answers and what it said, what did not arrive, and what can be done about it. */
export function ChannelLine({ channel }: { channel: NoticeChannel }) {
  const { t } = useTranslation('notices');
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const trial = useTryChannel(channel.id);
  const remove = useRemoveChannel(channel.id);
  const resend = useResendChannel(channel.id);
  const { name, kind, hint, enabled, answer, waiting, failed } = channel;
  const state = !enabled ? 'off' : answer === null ? 'untested' : answer.ok ? 'works' : 'fails';
  const colour = { off: 'text-ink-3', untested: 'text-ink-3', works: 'text-ok', fails: 'text-danger' }[state];
  const broken = [trial, remove, resend].find((one) => one.isError);
  return (
    <li className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="font-medium">{name}</span>
        <span className="text-xs text-ink-3">
          {t(`channel_of.${kind}`)} · {hint}
        </span>
        <span className={`text-xs ${colour}`}>● {t(`state.${state}`)}</span>
        <span className="flex flex-wrap gap-2 md:ml-auto">
          <Button size="small" disabled={trial.isPending} onClick={() => trial.mutate()}>
            {t(trial.isPending ? 'testing' : 'test')}
          </Button>
          <Button size="small" onClick={() => setEditing(!editing)} aria-expanded={editing}>
            {t('change')}
          </Button>
          <Button
            size="small"
            variant="danger"
            disabled={remove.isPending}
            onClick={() => (asking ? remove.mutate(undefined) : setAsking(true))}
          >
            {t(asking ? 'remove_sure' : 'remove')}
          </Button>
        </span>
      </div>
      {trial.data === undefined ? null : (
        <output className={trial.data.ok ? 'text-ok' : 'text-danger'}>
          {t(trial.data.ok ? 'answered' : 'not_answered', {
            text: trial.data.text,
            milliseconds: trial.data.milliseconds,
          })}
        </output>
      )}
      {answer === null || trial.data !== undefined ? null : (
        <p className="text-xs text-ink-3">
          {t('last_answer', { at: formatDateTime(answer.at, language), text: answer.text })}
        </p>
      )}
      {waiting > 0 ? <p className="text-xs text-ink-2">{t('waiting', { count: waiting })}</p> : null}
      {failed > 0 ? (
        <div className="flex flex-wrap items-center gap-3 text-warn">
          <span>{t('failed', { count: failed })}</span>
          <Button size="small" disabled={resend.isPending} onClick={() => resend.mutate(undefined)}>
            {t('resend')}
          </Button>
        </div>
      ) : null}
      {broken === undefined || broken.error === null ? null : (
        <ErrorState error={broken.error} onRetry={() => broken.reset()} />
      )}
      {editing ? <ChannelForm id={channel.id} channel={channel} onDone={() => setEditing(false)} /> : null}
    </li>
  );
}
