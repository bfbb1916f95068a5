import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactElement, type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { useClients } from './use-clients';

const ITEM =
  'flex min-h-9 cursor-pointer items-center gap-2 rounded-control px-2.5 text-sm data-[selected=true]:bg-sunken max-md:min-h-11';

interface ClientSearchProps {
  trigger: ReactElement;
  label: string;
  none: string;
  value: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChoose: (clientId: string) => void;
}

/** The list below the box: what is typed is looked for on the server, so that it does not matter how many clients there are. */
export default function ClientSearch({ trigger, open, onOpen, ...list }: ClientSearchProps) {
  return (
    <Popover.Root modal open={open} onOpenChange={onOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 grid max-h-[min(22rem,var(--radix-popover-content-available-height))] w-(--radix-popover-trigger-width) min-w-[min(16rem,92vw)] grid-rows-[minmax(0,1fr)] overflow-hidden rounded-card border border-line bg-surface shadow-overlay"
        >
          <List {...list} onDone={() => onOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface ListProps extends Pick<ClientSearchProps, 'label' | 'none' | 'value' | 'onChoose'> {
  onDone: () => void;
}

function List({ label, none, value, onChoose, onDone }: ListProps) {
  const { t } = useTranslation();
  const local = useLocal();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useClients(wanted);
  const items = found.data?.items ?? [];
  const choose = (clientId: string) => () => {
    if (clientId !== value) onChoose(clientId);
    onDone();
  };
  const line = (clientId: string, name: string) => (
    <Command.Item
      key={clientId}
      value={clientId === '' ? 'none' : clientId}
      onSelect={choose(clientId)}
      className={ITEM}
    >
      <Check aria-hidden className={`size-4 shrink-0 ${clientId === value ? 'text-ok' : 'invisible'}`} />
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{name}</span>
    </Command.Item>
  );
  return (
    <Command
      label={label}
      shouldFilter={false}
      defaultValue={value === '' ? 'none' : value}
      className="grid grid-rows-[auto_minmax(0,1fr)]"
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        maxLength={120}
        placeholder={t('client_select.search')}
        className="h-10 w-full border-b border-line bg-transparent px-3 outline-none placeholder:text-ink-3 max-md:h-12 max-md:text-base"
      />
      <Command.List className="overflow-y-auto p-1">
        {wanted === '' ? line('', none) : null}
        {items.map(({ id, name }) => line(id, name))}
        {found.isPending ? <Note>{t('state.loading')}</Note> : null}
        {found.isError ? (
          <Note>{found.error instanceof ApiError ? local(found.error.text) : t('crash.text')}</Note>
        ) : null}
        {found.isSuccess && items.length === 0 ? (
          <Note>{t(wanted === '' ? 'client_select.none' : 'client_select.nothing')}</Note>
        ) : null}
        {(found.data?.nextCursor ?? null) === null ? null : (
          <Note>{t('client_select.more', { count: items.length })}</Note>
        )}
      </Command.List>
    </Command>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <p aria-live="polite" className="px-2.5 py-2 text-xs text-ink-3">
      {children}
    </p>
  );
}
