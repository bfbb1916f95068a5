import { expect, test } from 'vitest';
import { changeLine, type MapLine, newLine } from './client-line.ts';

const lin = '01970000-0000-7000-8000-0000000000a1';
const chen = '01970000-0000-7000-8000-0000000000a2';
const map: MapLine = {
  ...{ version: 2, basis: 'evidence', tokensPerYear: 5e12, valuePerYear: 1.75e7, ourShare: 0.3 },
  ...{ competitorShare: 0.18, selfHostedShare: 0.52, unknownShare: 0, unpricedShare: 0.57 },
  ...{ winnableTopThree: 2.76e6, shares: [{ group: 'alibaba', tokens: 1.5e12, share: 0.3 }] },
};

test('a client is listed with its stage, its people and its map', () => {
  const line = [
    { kind: 'assigned', agentId: lin } as const,
    { kind: 'assigned', agentId: chen } as const,
    { kind: 'moved', stage: 'onboarding' } as const,
    { kind: 'drawn', map } as const,
    { kind: 'unassigned', agentId: lin } as const,
  ].reduce(changeLine, newLine('云岫短剧'));
  const agents = [{ id: chen, name: { zh: '', en: '' } }];
  expect(line).toEqual({ name: '云岫短剧', stage: 'onboarding', industryId: null, agents, map });
});

test('the same change twice leaves what it left once', () => {
  const once = changeLine(newLine('云岫短剧'), { kind: 'assigned', agentId: lin });
  expect(changeLine(once, { kind: 'assigned', agentId: lin })).toEqual(once);
});

test('research that finds no industry does not unlearn one', () => {
  const known = changeLine(newLine('云岫短剧'), { kind: 'researched', industryId: 'media' });
  expect(changeLine(known, { kind: 'researched', industryId: null }).industryId).toBe('media');
});
