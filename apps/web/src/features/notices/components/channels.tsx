import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { useChannels } from '../api/notice-settings';
import { ChannelForm } from './channel-form';
import { ChannelLine } from './channel-line';

/** The chats an organisation's notices go to; for who looks after its settings. */
export function Channels() {
  const { t } = useTranslation('notices');
  const channels = useChannels(true);
  const [adding, setAdding] = useState<string | null>(null);
  return (
    <section aria-labelledby="notices-channels" className="grid gap-3 border-t border-line pt-8">
      <h2 id="notices-channels" className="text-lg font-semibold">
        {t('channels')}
      </h2>
      <p className="max-w-[68ch] text-ink-2">{t('channels_text')}</p>
      {channels.isPending ? <Skeleton className="h-24" /> : null}
      {channels.isError ? (
        <ErrorState error={channels.error} onRetry={() => void channels.refetch()} />
      ) : null}
      {channels.data?.items.length === 0 && adding === null ? (
        <p className="text-ink-3">{t('no_channels')}</p>
      ) : null}
      <ul className="grid gap-3 empty:hidden">
        {channels.data?.items.map((channel) => (
          <ChannelLine key={channel.id} channel={channel} />
        ))}
      </ul>
      {adding === null ? (
        <div>
          <Button onClick={() => setAdding(newId())}>{t('add_channel')}</Button>
        </div>
      ) : (
        <ChannelForm id={adding} channel={null} onDone={() => setAdding(null)} />
      )}
    </section>
  );
}
