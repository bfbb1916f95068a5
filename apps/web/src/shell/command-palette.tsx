import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClients } from '@/clients/use-clients';
import { setLanguage, useLanguage } from '@/i18n';
import { setTheme, useTheme } from '@/preferences/preferences';
import { usePlaces } from './places';

const ITEM =
  'flex min-h-10 cursor-pointer items-center rounded-control px-3 text-sm data-[selected=true]:bg-sunken';
const HEADING =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-ink-3';

/** ⌘K: clients, actions and screens from anywhere. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useLanguage();
  const theme = useTheme();
  const places = usePlaces();
  const [text, setText] = useState('');
  const { data } = useClients(useDeferredValue(text.trim()));
  const go = (action: () => void) => () => {
    action();
    onClose();
  };
  return (
    <Command.Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      label={t('palette.open')}
      overlayClassName="fixed inset-0 z-40 bg-black/45"
      contentClassName="fixed top-[12dvh] left-1/2 z-50 w-[min(560px,94vw)] -translate-x-1/2 overflow-hidden rounded-sheet border border-line bg-surface shadow-overlay"
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder={t('palette.placeholder')}
        className="h-12 w-full border-b border-line bg-transparent px-4 text-base outline-none placeholder:text-ink-3"
      />
      <Command.List className="max-h-[50dvh] overflow-y-auto p-2">
        <Command.Empty className="p-4 text-ink-3">{t('palette.nothing')}</Command.Empty>
        <Command.Group heading={t('palette.clients')} className={HEADING}>
          {(data?.items ?? []).map((client) => (
            <Command.Item
              key={client.id}
              value={`${client.name} ${client.id}`}
              keywords={[client.website ?? '']}
              onSelect={go(() => navigate({ to: '/clients/$clientId', params: { clientId: client.id } }))}
              className={ITEM}
            >
              {client.name}
            </Command.Item>
          ))}
        </Command.Group>
        <Command.Group heading={t('palette.actions')} className={HEADING}>
          <Command.Item onSelect={go(() => navigate({ to: '/' }))} className={ITEM}>
            {t('palette.new_map')}
          </Command.Item>
          {places.some(({ to }) => to === '/deals') ? (
            <Command.Item onSelect={go(() => navigate({ to: '/personas' }))} className={ITEM}>
              {t('palette.personas')}
            </Command.Item>
          ) : null}
          <Command.Item onSelect={go(() => setTheme(theme === 'dark' ? 'light' : 'dark'))} className={ITEM}>
            {t('palette.toggle_theme')}
          </Command.Item>
          <Command.Item onSelect={go(() => setLanguage(language === 'zh' ? 'en' : 'zh'))} className={ITEM}>
            {t('palette.toggle_language')}
          </Command.Item>
          {places.map(({ to, label }) => (
            <Command.Item key={to} onSelect={go(() => navigate({ to }))} className={ITEM}>
              {t(label)}
            </Command.Item>
          ))}
        </Command.Group>
      </Command.List>
    </Command.Dialog>
  );
}
