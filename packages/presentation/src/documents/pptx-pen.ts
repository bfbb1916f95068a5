import type { BattleMap, Language } from '@tokenholic/contracts';
import type library from 'pptxgenjs';
import { type Theme, themeColors } from '../palette/palette.ts';
import type { PictureOptions } from '../picture/pen.ts';
import { deckWords } from './deck-words.ts';

/** A slide of 16 : 9 in pixels at 96 to the inch, so that the picture's geometry holds. */
export const WIDTH = 1_280;
export const HEIGHT = 720;
export const MARGIN = 48;
const DPI = 96;
/** Points of type to a pixel on the slide. */
const POINTS = 0.75;

export interface Place {
  x: number;
  y: number;
  w: number;
  h?: number;
}

export interface TextBox extends Place {
  size: number;
  color: string;
  bold?: boolean;
  align?: 'left' | 'right' | 'center';
  /** Text begins at the top instead of standing in the middle. */
  top?: boolean;
}

export type Slide = library.default.Slide;

export interface DeckPen {
  language: Language;
  theme: Theme;
  colors: Record<keyof (typeof themeColors)['light'], string>;
  words: (typeof deckWords)[Language];
  font: string;
  place: (place: Place) => { x: number; y: number; w: number; h?: number };
  box: (box: TextBox) => library.default.TextPropsOptions;
  text: (slide: Slide, value: string, box: TextBox) => void;
  rect: (slide: Slide, shape: Required<Place> & { fill: string; line?: string }) => void;
  slide: (title: string | null, notes: string, draw: (slide: Slide) => void) => void;
  bytes: () => Promise<Uint8Array>;
}

/** A deck to draw on in pixels. Fonts are those every office has; the system replaces them where it must. */
export async function openDeck(map: BattleMap, { language, theme }: PictureOptions): Promise<DeckPen> {
  const loaded = await import('pptxgenjs');
  // The library's types say that its class is the default of the default; where Node finds it depends on the module loaded.
  const Deck: typeof loaded.default.default =
    'default' in loaded.default ? loaded.default.default : Object(loaded).default;
  const deck = new Deck();
  const words = deckWords[language];
  const colors = themeColors[theme];
  const font = language === 'zh' ? 'Microsoft YaHei' : 'Arial';
  deck.layout = 'LAYOUT_WIDE';
  deck.title = words.title(map.clientName);
  deck.company = 'Tokenholic';
  deck.theme = { headFontFace: font, bodyFontFace: font };

  const place: DeckPen['place'] = ({ x, y, w, h }) => ({
    x: x / DPI,
    y: y / DPI,
    w: w / DPI,
    ...(h === undefined ? {} : { h: h / DPI }),
  });
  const box: DeckPen['box'] = ({ size, color, bold = false, align = 'left', top = false, ...where }) => ({
    ...place(where),
    fontFace: font,
    fontSize: Math.round(size * POINTS * 10) / 10,
    color: color.slice(1),
    bold,
    align,
    valign: top ? 'top' : 'middle',
    margin: 0,
    fit: 'shrink',
  });
  const text: DeckPen['text'] = (slide, value, options) => void slide.addText(value, box(options));
  return {
    ...{ language, theme, colors, words, font, place, box, text },
    rect: (slide, { fill, line, ...where }) =>
      void slide.addShape('rect', {
        ...place(where),
        fill: { color: fill.slice(1) },
        line: line === undefined ? { type: 'none' } : { color: line.slice(1), width: 0.75 },
      }),
    slide: (title, notes, draw) => {
      const slide = deck.addSlide();
      slide.background = { color: colors.paper.slice(1) };
      slide.addNotes(notes);
      if (title !== null) {
        text(slide, title, {
          x: MARGIN,
          y: 36,
          w: WIDTH - 2 * MARGIN,
          h: 56,
          size: 30,
          bold: true,
          color: colors.ink,
        });
        text(
          slide,
          `Tokenholic · ${map.clientName} · ${words.date(map.generatedAt.slice(0, 10), map.version)}`,
          {
            ...{ x: MARGIN, y: HEIGHT - 40, w: WIDTH - 2 * MARGIN, h: 24 },
            ...{ size: 11, color: colors.ink3 },
          },
        );
      }
      draw(slide);
    },
    bytes: async () => {
      const written = await deck.write({ outputType: 'nodebuffer' });
      if (!(written instanceof Uint8Array)) throw new Error('The deck was not written as bytes');
      return written;
    },
  };
}
