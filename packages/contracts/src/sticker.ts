import { z } from 'zod';

export const STICKER_COLORS = ['yellow', 'pink', 'blue', 'green'] as const;
export const stickerColorSchema = z.enum(STICKER_COLORS);
export type StickerColor = z.infer<typeof stickerColorSchema>;

/**
 * Where a sticker is pinned, whatever the size or form of the board: over a use case, which it follows, or on the board itself.
 * `x` runs along the use cases (within the one it is pinned over, else along the board), `y` from the far end of the bars to their base.
 */
export const stickerPlaceSchema = z.object({
  /** Key of a use case; null: the board. */
  anchor: z.string().max(300).nullable(),
  x: z.number().min(-1).max(2),
  y: z.number().min(0).max(1),
});
export type StickerPlace = z.infer<typeof stickerPlaceSchema>;

export const stickerTextSchema = z.string().trim().min(1).max(500);

export const stickerSchema = z
  .object({
    id: z.uuid(),
    text: z.string(),
    color: stickerColorSchema,
    place: stickerPlaceSchema,
    by: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Sticker' });
export type Sticker = z.infer<typeof stickerSchema>;
