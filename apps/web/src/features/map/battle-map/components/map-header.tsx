import { Link, useNavigate } from '@tanstack/react-router';
import type { BattleMap, MapEdit } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { Download, ListChecks, Presentation, RefreshCw, TrendingUp } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { useTheme } from '@/preferences/preferences';
import { Button, buttonLook } from '@/ui/button';
import { Menu } from '@/ui/menu';
import { toast } from '@/ui/toast';
import { download, useResearchAgain, useSources } from '../api/map';
import { VIEWS, type View } from '../model/view';
import { PhoneMenu } from './phone-menu';
import { ShareButton } from './share-button';
import { UndoButtons } from './undo-buttons';

const Versions = lazy(() => import('./versions'));

interface MapHeaderProps {
  map: BattleMap;
  clientId: string;
  version: number | undefined;
  view: View;
  onView: (view: View) => void;
  onPresent: () => void;
  mayEdit: boolean;
  onEdit: (edit: MapEdit) => Promise<boolean>;
}

/** Where one is, which version, and what can be done with the whole map. */
export function MapHeader({
  map,
  clientId,
  version,
  view,
  onView,
  onPresent,
  mayEdit,
  onEdit,
}: MapHeaderProps) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const navigate = useNavigate();
  const local = useLocal();
  const mayResearch = useAllowed('research.run');
  const again = useResearchAgain(clientId);
  const [listing, setListing] = useState(false);
  const research = async () => {
    try {
      const run = await again.mutateAsync(language);
      await navigate({ to: '/clients/$clientId/runs/$runId', params: { clientId, runId: run.id } });
    } catch (error) {
      if (error instanceof ApiError) toast.error(local(error.text));
    }
  };
  return (
    <header className="app-chrome sticky top-0 z-10 flex h-14 items-center gap-3 border-b border-line bg-paper px-8 max-md:gap-2 max-md:px-4">
      <nav aria-label={t('title')} className="flex min-w-12 items-center gap-2">
        <Link to="/" className="truncate font-medium text-ink hover:underline max-md:max-w-28">
          {map.clientName}
        </Link>
        <span className="text-ink-3 max-2xl:hidden">›</span>
        <span className="font-semibold whitespace-nowrap max-2xl:hidden">{t('title')}</span>
      </nav>
      <button
        type="button"
        onClick={() => setListing(true)}
        className="rounded-tile bg-sunken px-2 py-0.5 text-xs whitespace-nowrap text-ink-2 hover:text-ink max-md:min-h-11"
      >
        {t('version', { number: map.version })}
        <StaleDot clientId={clientId} />
      </button>
      <span className="text-xs whitespace-nowrap text-ink-3 max-2xl:hidden">
        {t('generated', { date: formatDateTime(map.generatedAt, language) })}
      </span>
      <div className="ml-auto flex items-center gap-2 max-md:gap-0.5">
        <UndoButtons map={map} mayEdit={mayEdit} onEdit={onEdit} />
        <fieldset className="flex rounded-control bg-sunken p-0.5 max-md:hidden">
          <legend className="sr-only">{t('view.label')}</legend>
          {VIEWS.map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={view === choice}
              onClick={() => onView(choice)}
              className="rounded-[4px] px-3 py-1.5 text-ink-2 aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink"
            >
              {t(`view.${choice}`)}
            </button>
          ))}
        </fieldset>
        <Link
          to="/clients/$clientId/findings"
          params={{ clientId }}
          className={buttonLook({ variant: 'ghost' })}
          aria-label={t('findings')}
          title={t('findings')}
        >
          <ListChecks className="size-4" />
          <span className="max-2xl:hidden">{t('findings')}</span>
        </Link>
        <Link
          to="/clients/$clientId/scenarios"
          params={{ clientId }}
          className={`${buttonLook({ variant: 'ghost' })} max-md:hidden`}
          aria-label={t('scenarios')}
          title={t('scenarios')}
        >
          <TrendingUp className="size-4" />
          <span className="max-2xl:hidden">{t('scenarios')}</span>
        </Link>
        <Button
          variant="ghost"
          disabled={!mayResearch || again.isPending}
          onClick={research}
          className="max-2xl:w-9 max-2xl:px-0 max-md:hidden"
          aria-label={t('again')}
          title={t('again')}
        >
          <RefreshCw className="size-4" />
          <span className="max-2xl:hidden">{t('again')}</span>
        </Button>
        {mayEdit ? <ShareButton map={map} /> : null}
        <ExportMenu map={map} clientId={clientId} version={version} view={view} />
        <PhoneMenu
          map={map}
          clientId={clientId}
          view={view}
          onView={onView}
          onPresent={onPresent}
          onResearch={mayResearch ? () => void research() : null}
          mayEdit={mayEdit}
          onEdit={onEdit}
        />
        <Button variant="primary" onClick={onPresent} className="max-md:hidden">
          <Presentation className="size-4" />
          {t('present')}
        </Button>
      </div>
      {listing ? (
        <Suspense>
          <Versions clientId={clientId} current={map.version} onClose={() => setListing(false)} />
        </Suspense>
      ) : null}
    </header>
  );
}

/** Says that a source has gone stale, where the version is said. */
function StaleDot({ clientId }: { clientId: string }) {
  const { t } = useTranslation('map');
  const { data } = useSources(clientId);
  const count = data?.items.filter(({ isStale }) => isStale).length ?? 0;
  if (count === 0) return null;
  const text = t('stale', { count });
  return (
    <span title={text} className="ml-1.5 inline-block size-2 rounded-full bg-warn">
      <span className="sr-only">{text}</span>
    </span>
  );
}

const FORMATS = ['pptx', 'pdf', 'pdf 16:9', 'png', 'xlsx', 'svg', 'html', 'json'] as const;

function ExportMenu({
  map,
  clientId,
  version,
  view,
}: Pick<MapHeaderProps, 'map' | 'clientId' | 'version' | 'view'>) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const theme = useTheme();
  const local = useLocal();
  const [busy, setBusy] = useState(false);
  const [withStickers, setWithStickers] = useState(true);
  const hasStickers = (map.stickers ?? []).length > 0;
  const save = async (choice: (typeof FORMATS)[number]) => {
    const isWide = choice === 'pdf 16:9';
    const format = isWide ? 'pdf' : choice;
    setBusy(true);
    const query = new URLSearchParams({
      language,
      theme,
      ...(version === undefined ? {} : { version: String(version) }),
      ...(isWide ? { paper: 'wide' } : {}),
      // The picture that is looked at; beside the table it is the skyline.
      ...(view === 'treemap' ? { view } : {}),
      ...(withStickers ? {} : { stickers: 'false' }),
    });
    try {
      await download(clientId, format, query);
    } catch (error) {
      if (error instanceof ApiError) toast.error(local(error.text));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu
      label={t('export')}
      items={[
        ...FORMATS.map((format) => ({ text: format.toUpperCase(), onSelect: () => void save(format) })),
        ...(hasStickers
          ? [
              {
                text: t('export_stickers'),
                checked: withStickers,
                onSelect: () => setWithStickers(!withStickers),
              },
            ]
          : []),
      ]}
      trigger={
        <Button disabled={busy} aria-label={t('export')} className="max-md:w-11 max-md:px-0">
          <Download className="size-4" />
          <span className="max-md:hidden">{busy ? t('exporting') : t('export')}</span>
        </Button>
      }
    />
  );
}
