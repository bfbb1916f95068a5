import type { Diagram, KnowledgeHit } from '@tokenholic/contracts';
import type { Citations } from '../citations.ts';
import { drawDiagram } from '../diagram/draw-diagram.ts';
import type { Find, Material } from '../material.ts';

/** Only what the knowledge base speaks of stands in the architecture as ours. */
export function diagramOf({ plan, subject }: Material, found: Find, citations: Citations): Diagram {
  const backed = <Thing extends { id: string }>(
    things: readonly Thing[],
    hits: (thing: Thing) => KnowledgeHit[],
  ) =>
    things.flatMap((thing) => {
      const cited = hits(thing)
        .slice(0, 1)
        .flatMap((hit) => citations.quote(hit, 1))
        .flatMap((sentence) => sentence.citations);
      return cited.length === 0 ? [] : [{ thing, citations: [...new Set(cited)] }];
    });
  const tileOf = new Map(subject.tiles.map((placed) => [placed.tile.key, placed]));
  return drawDiagram({
    subject,
    models: backed(plan.models, ({ id, name }) =>
      found('model', id).filter(({ heading }) => heading.at(-1) === name),
    ),
    products: backed([...plan.products, ...plan.components], ({ id }) => [
      ...found('product', id),
      ...found('component', id),
    ]),
    cite: (key) => {
      const placed = tileOf.get(key);
      return placed === undefined ? null : citations.map(placed.tile, placed.column.name);
    },
  });
}
