import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import { createAgents } from '@tokenholic/research';
import { createLlm } from '@workflow/llm-sdk';
import { afterAll, expect, test } from 'vitest';

const embedder = createEmbeddedEmbedder();
afterAll(() => embedder.close());

const none = async () => null;
const settings = { allowedPrivateHosts: [], searchKey: none, browserKey: none, githubToken: null };
const llm = createLlm({ connections: () => [] });
const whole = createAgents(settings, llm, {
  vectorsOf: (texts) => embedder.embed(texts, 'passage'),
  see: (stretches) => embedder.read(stretches),
});

async function findings(text: string, client = 'Harlow', agents = whole) {
  const page = {
    ...{ id: '01970000-0000-7000-8000-000000000001', title: client, text, url: null },
    ...{ sourceKind: 'website' as const, publishedAt: null, fetchedAt: '2026-11-01T08:00:00.000Z' },
    ...{ language: null, contentHash: 'x' },
  };
  const context = {
    organizationId: '01970000-0000-7000-8000-000000000002',
    ...{ signal: new AbortController().signal, onPage: async () => undefined },
  };
  return (await agents.analyse({ name: client, website: null }, [page], context)).findings;
}

test('a use is linked with a name that stands in another sentence', async () => {
  const found = await findings(
    'Sellers on Harlow take one photograph of a jacket. Title, category and fifteen attributes are filled in for them before they have put it down. The model behind it is Qwen3-VL, called on Alibaba Cloud.',
  );
  expect(
    found.map(({ useCaseId, providerId, standing }) => `${useCaseId} ${providerId} ${standing}`),
  ).toEqual(['listing_ops alibaba current']);
});
