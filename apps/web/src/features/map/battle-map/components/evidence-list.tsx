import type { Quote, SourceKind, Tile } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import {
  BookOpen,
  BriefcaseBusiness,
  FileText,
  GitBranch,
  Globe,
  Landmark,
  MessagesSquare,
  Newspaper,
  StickyNote,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Section } from './inspector';
import { StoredPage } from './stored-page';

const ICONS: Record<SourceKind, typeof Globe> = {
  notes: StickyNote,
  file: FileText,
  link: Globe,
  website: Globe,
  wikidata: BookOpen,
  wikipedia: BookOpen,
  github: GitBranch,
  news: Newspaper,
  jobs: BriefcaseBusiness,
  filings: Landmark,
  social: MessagesSquare,
  search: Globe,
  browser: Globe,
  reference: BookOpen,
};

/** Why we believe it: quotes with source and date; each opens its stored page at the passage. */
export function EvidenceList({ tile, clientId }: { tile: Tile; clientId: string }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const local = useLocal();
  const [open, setOpen] = useState<Quote | null>(null);
  return (
    <Section
      title={
        <>
          {t('inspector.evidence')} <span className="font-normal text-ink-3">{tile.evidence.length}</span>
        </>
      }
    >
      {tile.evidence.length === 0 ? (
        <p className="text-ink-2">
          {t(tile.origin === 'added' ? 'inspector.no_evidence_added' : 'inspector.no_evidence')}
        </p>
      ) : null}
      <ul className="divide-y divide-line">
        {tile.evidence.map((quote) => {
          const Icon = ICONS[quote.sourceKind];
          return (
            <li key={`${quote.pageId}-${quote.start}`}>
              <button
                type="button"
                onClick={() => setOpen(quote)}
                className="flex w-full items-start gap-3 py-3 text-left hover:bg-sunken"
              >
                <span className="grid size-8 shrink-0 place-items-center rounded-tile bg-sunken">
                  <Icon className="size-4 text-ink-2" />
                </span>
                <span className="min-w-0">
                  <span className="line-clamp-3">{quote.text}</span>
                  <span className="mt-0.5 block truncate text-xs text-ink-3">
                    {quote.url === null ? quote.pageTitle : new URL(quote.url).host}{' '}
                    {quote.date === null ? '' : formatDate(quote.date, language)}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {tile.conflicts.length === 0 ? null : (
        <div className="rounded-control bg-sunken p-3">
          <p className="font-medium text-warn">{t('inspector.conflicts')}</p>
          {tile.conflicts.map((conflict) => (
            <p key={conflict.en} className="text-ink-2">
              {local(conflict)}
            </p>
          ))}
        </div>
      )}
      {open === null ? null : (
        <StoredPage
          clientId={clientId}
          quote={open}
          providerId={tile.providerId}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
