import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import type { readModel } from './model-file.ts';

const UNKNOWN = 0;
const BEGIN = 1;
const END = 2;
const SPACE = '\u2581';

/** Text → pieces of the model's vocabulary, between begin and end. */
export type Tokenize = (text: string) => number[];

export function createTokenizer(model: ReturnType<typeof readModel>): Tokenize {
  const pieces = z.array(z.string()).parse(JSON.parse(Buffer.from(model.bytes('pieces')).toString('utf8')));
  const scores = model.floats('scores');
  const tokenizer = new Tokenizer(
    {
      added_tokens: [],
      normalizer: {
        type: 'Sequence',
        normalizers: [
          { type: 'NFKC' },
          { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
          { type: 'Strip', strip_left: true, strip_right: true },
        ],
      },
      pre_tokenizer: { type: 'Metaspace', replacement: SPACE, prepend_scheme: 'always', split: false },
      model: {
        type: 'Unigram',
        unk_id: UNKNOWN,
        vocab: pieces.map((piece, index) => [piece, scores[index] ?? 0]),
      },
      post_processor: null,
      decoder: null,
    },
    { tokenizer_class: 'T5Tokenizer', unk_token: pieces[UNKNOWN], eos_token: pieces[END] },
  );
  return (text) => [BEGIN, ...tokenizer.encode(text, { add_special_tokens: false }).ids, END];
}
