import type { BattleMap, Sticker } from '@tokenholic/contracts';
import { STICKER_INK, stickerPaper } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

/** The stickers as a list, for the table, which has no place to pin them. */
export function StickerList({
  map,
  onOpen,
}: {
  map: BattleMap;
  onOpen: ((sticker: Sticker) => void) | null;
}) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const stickers = map.stickers ?? [];
  if (stickers.length === 0) return null;
  const nameOf = (key: string | null) => map.useCases.find((column) => column.key === key)?.name[language];
  return (
    <section className="mt-6 grid gap-2">
      <h2 className="text-lg font-semibold">{t('sticker.list')}</h2>
      <ul className="flex flex-wrap gap-2">
        {stickers.map((sticker) => (
          <li key={sticker.id}>
            <button
              type="button"
              disabled={onOpen === null}
              onClick={() => onOpen?.(sticker)}
              className="grid min-h-11 max-w-72 gap-0.5 rounded-[2px] px-3 py-2 text-left whitespace-pre-wrap"
              style={{ background: stickerPaper[sticker.color], color: STICKER_INK }}
            >
              {sticker.text}
              <span className="text-2xs">
                {[nameOf(sticker.place.anchor), sticker.by].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
