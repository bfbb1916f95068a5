import { useQueryClient } from '@tanstack/react-query';
import { LoaderCircle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';

/** At a first start in demo mode: says that the sample clients are on their way, and looks again at everything when they are there. */
export function SamplesNotice() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const arriving = useSession().data?.samplesArriving ?? false;
  const wereArriving = useRef(false);
  useEffect(() => {
    if (wereArriving.current && !arriving) void client.invalidateQueries();
    wereArriving.current = arriving;
  }, [arriving, client]);
  if (!arriving) return null;
  return (
    <output className="flex items-center gap-2 border-b border-line bg-sunken px-8 py-2 text-sm max-md:px-4">
      <LoaderCircle className="size-4 shrink-0 animate-spin motion-reduce:animate-none" aria-hidden="true" />
      {t('samples_arriving')}
    </output>
  );
}
