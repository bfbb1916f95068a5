import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import {
  type Gazetteer,
  type PageReading,
  partsToSee,
  type ReadablePage,
  readPage,
  readStretches,
  sentencesToWeigh,
  sharesOf,
  standingSharesOf,
  stretchesOf,
  surveyPage,
} from '../../services/map/research/domain/analysis/index.ts';

export interface TextOfClient {
  text: string;
  /** What the client goes by. */
  client: readonly string[];
}

export type ReadByRules = (page: ReadablePage, client: readonly string[]) => PageReading;

const keyOf = ({ text, client }: TextOfClient) => `${client.join('|')}\n${text}`;

/**
 * Weighs and sees all these texts before anything is measured, and says what that took. How a page is read then: `rules` by the
 * rules with what sentences mean, `whole` as the product reads it.
 */
export async function learnReadings(
  texts: readonly TextOfClient[],
  gazetteer: Gazetteer,
  print: (line: string) => void,
): Promise<{ rules: ReadByRules; whole: ReadByRules }> {
  const distinct = [...new Map(texts.map((item) => [keyOf(item), item])).values()].map((item) => {
    const survey = surveyPage(item.text, gazetteer);
    const stretches = stretchesOf(survey, gazetteer, item.client, item.text);
    return { ...item, survey, stretches, sentences: stretches.map((one) => sentencesToWeigh(one, survey)) };
  });
  const wanted = [
    ...new Set(distinct.flatMap(({ survey, sentences }) => [...survey.texts, ...sentences.flat()])),
  ];
  const embedder = createEmbeddedEmbedder();
  await embedder.embed(['warm'], 'passage');
  const began = performance.now();
  const found = await embedder.embed(wanted, 'passage');
  const weighed = performance.now();
  const vectors = new Map(wanted.map((text, at) => [text, found[at] ?? new Float32Array()]));
  const parts = distinct.flatMap(({ stretches, sentences }) =>
    stretches.map((stretch, at) =>
      partsToSee(
        stretch,
        (sentences[at] ?? []).map((text) => vectors.get(text) ?? null),
      ),
    ),
  );
  const states = await embedder.read(parts);
  await embedder.close();
  print(
    `${wanted.length} sentences and clauses weighed by meaning, ${((weighed - began) / wanted.length).toFixed(1)} ms each; ` +
      `${parts.length} stretches seen in context, ${((performance.now() - weighed) / parts.length).toFixed(1)} ms each`,
  );
  const weigh = (shares: typeof sharesOf) => {
    const known = new Map([...vectors].map(([text, vector]) => [text, shares(text, vector)]));
    return (text: string) => known.get(text) ?? null;
  };
  const [meaningOf, standingOf] = [weigh(sharesOf), weigh(standingSharesOf)];
  let next = 0;
  const seen = new Map(
    distinct.map((item) => [
      keyOf(item),
      item.stretches.flatMap((stretch) => {
        const own = states[next];
        next += 1;
        return own === undefined ? [] : [{ stretch, seen: own }];
      }),
    ]),
  );
  const rules: ReadByRules = (page, client) =>
    readPage(page, gazetteer, { client, survey: surveyPage(page.text, gazetteer), meaningOf, standingOf });
  return {
    rules,
    whole(page, client) {
      const reading = rules(page, client);
      const survey = surveyPage(page.text, gazetteer);
      const stretches = seen.get(keyOf({ text: page.text, client })) ?? [];
      return { ...reading, claims: readStretches(page, survey, reading.claims, stretches, meaningOf) };
    },
  };
}
