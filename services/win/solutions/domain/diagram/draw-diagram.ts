import type { Diagram, DiagramEdge, DiagramNode, LocalizedText } from '@tokenholic/contracts';
import type { Product, ReferenceModel } from '@tokenholic/reference';
import type { Case } from '../case.ts';
import { seatOf } from './components.ts';
import { channels, surroundingsOf, systems } from './surroundings.ts';

/** Something of ours that the knowledge base speaks of, with the citations that do. */
export interface Backed<Thing> {
  thing: Thing;
  citations: readonly string[];
}

export interface DiagramMaterial {
  subject: Case;
  models: readonly Backed<ReferenceModel>[];
  products: readonly Backed<Product>[];
  /** Citation of the map for a tile. */
  cite: (tileKey: string) => string | null;
}

const MOST_TODAY = 2;
const MOST_MODELS = 2;

/**
 * The architecture of a solution: channels → access and safety → application → models and knowledge → the client's systems,
 * operations below. Ours stand in it only with a source; the client's channels and systems are assumptions of the use case
 * until the client confirms them. Without a use case there is nothing to draw.
 */
export function drawDiagram(material: DiagramMaterial): Diagram {
  const { subject, models, products } = material;
  if (subject.useCases.length === 0 || models.length + products.length === 0) return { nodes: [], edges: [] };
  const outside = assumed(subject);
  const ours = [...products.map(productNode), ...models.slice(0, MOST_MODELS).map(modelNode)];
  const today = todayNodes(material);
  const nodes = [...outside, ...ours, ...today];
  return { nodes, edges: connect(nodes) };
}

function assumed({ useCases }: Case): DiagramNode[] {
  const places = useCases.slice(0, 1).map(({ id }) => surroundingsOf(id));
  const node = (id: string, name: LocalizedText, lane: 'channels' | 'systems'): DiagramNode => ({
    id,
    lane,
    kind: lane === 'channels' ? 'channel' : 'system',
    name,
    detail: null,
    standing: 'assumed',
    citations: [],
    edited: false,
  });
  return places.flatMap((place) => [
    ...place.channels.map((id) => node(`channel:${id}`, channels[id], 'channels')),
    ...place.systems.map((id) => node(`system:${id}`, systems[id], 'systems')),
  ]);
}

const DETAILS: Partial<Record<DiagramNode['kind'], LocalizedText>> = {
  gateway: { zh: '统一接入、限流与密钥', en: 'One entry, limits and keys' },
  guardrails: { zh: '检查输入与输出', en: 'Checks what goes in and out' },
  application: { zh: '编排提示词、工具与流程', en: 'Prompts, tools and flow' },
  knowledge: { zh: '检索与引用依据', en: 'Finds and cites passages' },
  observability: { zh: '调用、质量与用量', en: 'Calls, quality and usage' },
  capacity: { zh: '容量与费用', en: 'Capacity and cost' },
  security: { zh: '访问与密钥安全', en: 'Access and key safety' },
};

function productNode({ thing, citations }: Backed<Product>): DiagramNode {
  const { lane, kind } = seatOf(thing);
  return {
    id: `product:${thing.id}`,
    lane,
    kind,
    name: thing.name,
    detail: DETAILS[kind] ?? null,
    standing: 'proposed',
    citations: [...citations],
    edited: false,
  };
}

function modelNode({ thing, citations }: Backed<ReferenceModel>, at: number): DiagramNode {
  return {
    id: `model:${thing.id}`,
    lane: 'intelligence',
    kind: 'model',
    name: { zh: thing.name, en: thing.name },
    detail: at === 0 ? { zh: '主用模型', en: 'Main model' } : { zh: '备选模型', en: 'Second choice' },
    standing: 'proposed',
    citations: [...citations],
    edited: false,
  };
}

/** The models that do the work now: they stay reachable while both run side by side. */
function todayNodes({ subject, cite }: DiagramMaterial): DiagramNode[] {
  const seen = new Set<string>();
  return subject.tiles.flatMap(({ tile }): DiagramNode[] => {
    const { providerId, providerName, modelName, key } = tile;
    const id = `today:${providerId}/${modelName.en}`;
    if (seen.has(id) || seen.size >= MOST_TODAY) return [];
    seen.add(id);
    const cited = cite(key);
    return [
      {
        ...{ id, lane: 'intelligence', kind: 'model', name: modelName, standing: 'today', edited: false },
        detail: {
          zh: `${providerName.zh} · 并行期保留`,
          en: `${providerName.en} · kept while in parallel`,
        },
        citations: cited === null ? [] : [cited],
      },
    ];
  });
}

/** Who talks to whom, by what each one is. */
function connect(nodes: readonly DiagramNode[]): DiagramEdge[] {
  const of = (kind: DiagramNode['kind']) =>
    nodes.filter((node) => node.kind === kind && node.lane !== 'operations');
  const gateway = of('gateway').slice(0, 1);
  const guards = of('guardrails').slice(0, 1);
  const [application] = of('application');
  const models = of('model');
  const knowledge = of('knowledge');
  const behind = guards.length > 0 ? guards : gateway;
  const apps = application === undefined ? [] : [application];
  const middle = apps.length > 0 ? apps : behind;
  const all = [
    ...pairs(of('channel'), gateway.length > 0 ? gateway : middle),
    ...(guards.length > 0 ? pairs(gateway, guards) : []),
    ...pairs(behind, apps),
    ...pairs(middle, models),
    ...pairs(middle, knowledge),
    ...pairs(
      knowledge.slice(0, 1),
      of('system').filter(({ id }) => DOCUMENT_SYSTEMS.has(id)),
    ),
    ...pairs(
      middle,
      of('system').filter(({ id }) => knowledge.length === 0 || !DOCUMENT_SYSTEMS.has(id)),
    ),
    ...pairs(apps, of('application').slice(1)),
    ...pairs(of('security'), gateway),
  ];
  return all.filter(({ from, to }) => from !== to);
}

const DOCUMENT_SYSTEMS = new Set(
  ['documents', 'contracts', 'content', 'assets', 'catalogue', 'market', 'lessons'].map(
    (id) => `system:${id}`,
  ),
);

const pairs = (sources: readonly DiagramNode[], targets: readonly DiagramNode[]): DiagramEdge[] =>
  sources.flatMap(({ id: from }) =>
    targets.map(({ id: to, standing }) => ({
      from,
      to,
      label: null,
      standing: standing === 'today' ? ('today' as const) : ('proposed' as const),
    })),
  );
