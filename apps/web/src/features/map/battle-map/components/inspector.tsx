import '../details-texts';
import type { BattleMap, MapEdit } from '@tokenholic/contracts';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Glyph } from '@/ui/glyph';
import type { Selected } from '../model/selection';
import { AddTile } from './add-tile';
import { CompetitorPoints } from './competitor-points';
import { EstimateCard } from './estimate-card';
import { EvidenceList } from './evidence-list';
import { GrowthSection } from './growth-section';
import { Notes } from './notes';
import { ReplacementCard } from './replacement-card';
import { WhySection } from './why-section';

export type ApplyEdit = (edit: MapEdit) => Promise<boolean>;

interface InspectorProps {
  map: BattleMap;
  clientId: string;
  selected: Selected;
  mayEdit: boolean;
  onEdit: ApplyEdit;
  onClose: () => void;
}

/** A tile or a use case from near. Beside the board on a desk, which reflows; a sheet from below on a phone. */
export function Inspector({ map, clientId, selected, mayEdit, onEdit, onClose }: InspectorProps) {
  const { t } = useTranslation('map');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const { column, tile } = selected;
  const title = tile === null ? column.name[language] : tile.modelName[language];
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={title}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="sticky top-14 z-[15] grid max-h-[calc(100dvh-3.5rem)] w-[456px] shrink-0 grid-cols-[minmax(0,1fr)] content-start gap-4 overflow-y-auto border-l border-line bg-surface p-6 outline-none max-md:fixed max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:z-30 max-md:max-h-[82dvh] max-md:w-full max-md:rounded-t-sheet max-md:border-t max-md:p-4 max-md:shadow-overlay"
    >
      <header className="flex items-start gap-3">
        {tile === null ? null : <Glyph group={tile.group} large />}
        <div className="min-w-0 flex-1">
          <p className="text-xs text-ink-2">
            {tile === null ? t('title') : `${column.name[language]} · ${tile.providerName[language]}`}
          </p>
          <h2 className="text-xl font-semibold break-words">{title}</h2>
        </div>
        <button
          type="button"
          onClick={onClose}
          aria-label={shell('action.close')}
          className="grid size-9 place-items-center rounded-control hover:bg-sunken max-md:size-11"
        >
          <X className="size-4" />
        </button>
      </header>
      {tile === null ? (
        <>
          <GrowthSection column={column} mayEdit={mayEdit} onEdit={onEdit} />
          {mayEdit ? <AddTile column={column} onEdit={onEdit} /> : null}
          <Notes
            target={{ kind: 'use_case', key: column.key }}
            notes={column.notes}
            mayEdit={mayEdit}
            onEdit={onEdit}
          />
          {mayEdit ? (
            <Button
              variant="danger"
              className="justify-self-start"
              onClick={() => void onEdit({ kind: 'remove_use_case', useCaseKey: column.key })}
            >
              {t('inspector.remove_use_case')}
            </Button>
          ) : null}
        </>
      ) : (
        <>
          <EstimateCard
            key={tile.key}
            tile={tile}
            rate={map.exchangeRate}
            mayEdit={mayEdit}
            onEdit={onEdit}
          />
          {tile.opportunity === null ? null : (
            <ReplacementCard
              clientId={clientId}
              useCase={column.key}
              tile={tile}
              opportunity={tile.opportunity}
            />
          )}
          {tile.group === 'alibaba' ? null : <CompetitorPoints providerId={tile.providerId} />}
          <EvidenceList tile={tile} clientId={clientId} />
          <WhySection tile={tile} useCase={column.name[language]} map={map} />
          <GrowthSection column={column} mayEdit={false} onEdit={onEdit} />
          <Notes
            target={{ kind: 'tile', key: tile.key }}
            notes={tile.notes}
            mayEdit={mayEdit}
            onEdit={onEdit}
          />
          {mayEdit ? (
            <Button
              variant="danger"
              className="justify-self-start"
              onClick={() => void onEdit({ kind: 'remove_tile', tileKey: tile.key })}
            >
              {t('inspector.remove_tile')}
            </Button>
          ) : null}
        </>
      )}
    </aside>
  );
}

/** A heading with what belongs to it. */
export function Section({ title, children }: { title: React.ReactNode; children: React.ReactNode }) {
  return (
    <section className="grid gap-2.5">
      <h3 className="text-base font-semibold">{title}</h3>
      {children}
    </section>
  );
}
