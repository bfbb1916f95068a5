import { Link } from '@tanstack/react-router';
import { ArrowUpRight, KeyRound, LifeBuoy, Link2Off, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '@/api/http';
import { buttonLook } from '@/ui/button';
import { EntryFrame } from './entry-frame';

const NOTES: readonly [LucideIcon, 'sign_in' | 'links' | 'questions'][] = [
  [KeyRound, 'sign_in'],
  [Link2Off, 'links'],
  [LifeBuoy, 'questions'],
];

/** What somebody sees here whose organisation has moved: where to, what still holds there, and whom to ask. */
export function MovedAway({ error, onOther }: { error: ApiError; onOther?: () => void }) {
  const { t } = useTranslation();
  const address = addressIn(error);
  return (
    <EntryFrame title={t('moved_away.title')} text={t('moved_away.text')}>
      <section className="grid gap-4 rounded-card border border-line bg-surface p-5">
        <h2 className="text-xs text-ink-3">{t('moved_away.address')}</h2>
        {address === null ? (
          <p>{t('moved_away.unknown')}</p>
        ) : (
          <>
            <p className="text-lg font-semibold wrap-anywhere max-md:text-base">{address}</p>
            <a href={address} className={buttonLook({ variant: 'primary', size: 'large' })}>
              {t('moved_away.go')} <ArrowUpRight aria-hidden className="size-4" />
            </a>
          </>
        )}
      </section>
      <ul className="grid gap-4 text-ink-2">
        {NOTES.filter(([, name]) => address !== null || name !== 'questions').map(([Icon, name]) => (
          <li key={name} className="grid grid-cols-[auto_1fr] gap-3">
            <Icon aria-hidden className="mt-0.5 size-4 text-ink-3" />
            {t(`moved_away.${name}`)}
          </li>
        ))}
      </ul>
      <p className="text-ink-2">
        <Link to="/sign-in" onClick={onOther} className="underline underline-offset-2">
          {t('moved_away.other')}
        </Link>
      </p>
    </EntryFrame>
  );
}

/** Null: none was given that a browser may be led to. */
function addressIn({ details: { address } }: ApiError): string | null {
  return typeof address === 'string' && /^https?:\/\//.test(address) ? address : null;
}
