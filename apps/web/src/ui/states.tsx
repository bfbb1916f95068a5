import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from './button';

/** What went wrong in the user's words, and the way on. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const local = useLocal();
  const known = error instanceof ApiError ? error : null;
  return (
    <div
      role="alert"
      className="grid max-w-md justify-items-start gap-3 rounded-card border border-line bg-surface p-5"
    >
      <p className="flex items-center gap-2 font-semibold">
        <CircleAlert className="size-4 text-danger" /> {t('state.failed')}
      </p>
      <p className="text-ink-2">{known === null ? t('crash.text') : local(known.text)}</p>
      {known?.traceId ? (
        <p className="text-xs text-ink-3">{t('state.trace', { id: known.traceId })}</p>
      ) : null}
      {onRetry === undefined ? null : <Button onClick={onRetry}>{t('action.retry')}</Button>}
    </div>
  );
}

export function EmptyState({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <div className="grid justify-items-start gap-3 rounded-card border border-dashed border-line-strong p-6">
      <p className="text-lg font-semibold">{title}</p>
      {text === undefined ? null : <p className="text-ink-2">{text}</p>}
      {children}
    </div>
  );
}

export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden className={`animate-pulse rounded-tile bg-line ${className}`} />;
}
