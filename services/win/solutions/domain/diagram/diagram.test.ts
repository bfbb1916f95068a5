import { layoutDiagram } from '@tokenholic/presentation/diagram';
import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import type { Case } from '../case.ts';
import { planQueries } from '../plan-queries.ts';
import { drawDiagram } from './draw-diagram.ts';
import { hasSurroundings } from './surroundings.ts';

const caseOf = (useCaseId: string): Case => ({
  title: { zh: useCaseId, en: useCaseId },
  question: null,
  useCases: reference.useCases.filter(({ id }) => id === useCaseId),
  ...{ tiles: [], providers: [], industryId: null },
});
const draw = (subject: Case, wishes: Parameters<typeof planQueries>[1] = []) => {
  const { models, products, components } = planQueries(subject, wishes, reference);
  const backed = <T>(things: readonly T[]) => things.map((thing) => ({ thing, citations: ['c1'] }));
  return drawDiagram({
    ...{ subject, models: backed(models), products: backed([...products, ...components]) },
    cite: () => null,
  });
};

test.each(reference.useCases.map(({ id }) => id))('%s has its channels, systems, gateway and model', (id) => {
  expect(hasSurroundings(id)).toBe(true);
  const { nodes, edges } = draw(caseOf(id));
  const kinds = new Set(nodes.map(({ kind }) => kind));
  expect([...kinds]).toEqual(expect.arrayContaining(['channel', 'gateway', 'application', 'system']));
  expect(kinds.has('model')).toBe(caseOf(id).useCases.some(({ ourModelIds }) => ourModelIds.length > 0));
  const ids = new Set(nodes.map((node) => node.id));
  expect(ids.size).toBe(nodes.length);
  expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
  // Nothing but operations stands alone.
  const alone = nodes.filter(
    ({ id: own, lane }) => lane !== 'operations' && !edges.some(({ from, to }) => from === own || to === own),
  );
  expect(alone.map((node) => node.id)).toEqual([]);
  expect(
    nodes.filter(({ standing }) => standing === 'proposed').every((node) => node.citations.length > 0),
  ).toBe(true);
  expect(layoutDiagram({ nodes, edges }).paths).toHaveLength(edges.length);
});

test('what the knowledge base does not speak of, and what feedback left out, is not drawn', () => {
  const subject = caseOf('cs_chatbot');
  expect(draw(subject).nodes.map(({ id }) => id)).toContain('product:ai-gateway');
  expect(draw(subject, [{ kind: 'exclude', id: 'ai-gateway' }]).nodes.map(({ id }) => id)).not.toContain(
    'product:ai-gateway',
  );
  expect(drawDiagram({ subject, models: [], products: [], cite: () => null })).toEqual({
    nodes: [],
    edges: [],
  });
});
