import { readdirSync, readFileSync } from 'node:fs';
import { standingSchema } from '@tokenholic/contracts';
import type { LabelledPassage } from '../labelled.ts';

/** A passage to learn reading from, with the words of each label that tell its use. */
export interface TaughtPassage extends Omit<LabelledPassage, 'half' | 'expected'> {
  expected: (LabelledPassage['expected'][number] & { words: string | null })[];
}

const folder = new URL('./passages/', import.meta.url);

/** Every passage of the files beside, as `LABELLING.md` describes them. */
export function readTaught(): TaughtPassage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((name) => parseTaught(readFileSync(new URL(name, folder), 'utf8')));
}

export const parseTaught = (file: string): TaughtPassage[] =>
  file
    .split(/^## (?=(?:zh|en)-\d)/m)
    .slice(1)
    .map((block) => {
      const [id = '', client = '', ...lines] = block.trimEnd().split('\n');
      return {
        id: id.trim(),
        language: id.startsWith('zh') ? 'zh' : 'en',
        kind: 'taught',
        client: client.replace(/^client:\s*/, '').trim(),
        text: lines
          .filter((line) => !line.startsWith('='))
          .join('\n')
          .trim(),
        expected: lines
          .filter((line) => line.startsWith('=') && line.trim() !== '= none')
          .map((line) => {
            const [useCaseId = '', provider = '', model = '', standing, words = ''] = line
              .slice(1)
              .split('|')
              .map((field) => field.trim());
            return {
              ...{ useCaseId, providerId: provider === '-' ? null : provider },
              ...{ model: model === '-' ? null : model, standing: standingSchema.parse(standing), words },
            };
          }),
      };
    });
