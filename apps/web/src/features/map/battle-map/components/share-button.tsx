import type { BattleMap } from '@tokenholic/contracts';
import { Share2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';

const ShareDialog = lazy(() => import('./share-dialog'));

export function ShareButton({ map }: { map: BattleMap }) {
  const { t } = useTranslation('map');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        aria-label={t('share.button')}
        title={t('share.button')}
        className="max-md:hidden"
        onClick={() => setOpen(true)}
      >
        <Share2 className="size-4" />
      </Button>
      {open ? (
        <Suspense>
          <ShareDialog map={map} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
