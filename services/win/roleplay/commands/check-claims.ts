import type { PracticeClaim } from '@tokenholic/contracts';
import { bearsOut, claimsIn, isTheirs } from '../domain/reading/figures.ts';
import { sentencesOf } from '../domain/reading/sentences.ts';
import type { PracticeSources } from '../ports.ts';

const PASSAGES = 5;
/** A line with more claims than this has its first ones checked. */
const MOST = 3;
const LONGEST_QUOTE = 240;

/** What a line claims and what bears each claim out: a passage of the knowledge base, the customer's own figures, or nothing. */
export async function checkClaims(
  sources: Pick<PracticeSources, 'ask'>,
  vendorId: string,
  line: string,
  customerSaid: string,
): Promise<PracticeClaim[]> {
  const checked: PracticeClaim[] = [];
  for (const text of claimsIn(sentencesOf(line)).slice(0, MOST)) {
    if (isTheirs(text, customerSaid)) {
      checked.push({ text, basis: 'customer', source: null });
      continue;
    }
    const { hits } = await sources.ask(vendorId, text, PASSAGES);
    const hit = hits.find((one) => bearsOut(text, one.text));
    checked.push({
      text,
      basis: hit === undefined ? 'none' : 'knowledge',
      source:
        hit === undefined
          ? null
          : {
              title: hit.title,
              quote: hit.text.slice(0, LONGEST_QUOTE),
              url: hit.origin?.startsWith('http') ? hit.origin : null,
            },
    });
  }
  return checked;
}
