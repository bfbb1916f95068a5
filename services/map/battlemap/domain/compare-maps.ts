import type {
  BattleMap,
  ChangeCause,
  ComparedTile,
  ComparedUseCase,
  Driver,
  MapChange,
  MapComparison,
  Tile,
  UseCaseColumn,
} from '@tokenholic/contracts';

/** Less than this is noise of rounding, not a move. */
const NOISE = 0.005;
const MOST_FACTORS = 3;

/** What moved between two versions of a map, and why. */
export function compareMaps(before: BattleMap, after: BattleMap): MapComparison {
  const keys = new Set([...before.useCases, ...after.useCases].map(({ key }) => key));
  const useCases = [...keys].flatMap((key) => {
    const [old, now] = [before, after].map((map) => map.useCases.find((column) => column.key === key));
    const known = now ?? old;
    return known === undefined ? [] : [compareUseCase(known, old, now)];
  });
  const pair = (pick: (map: BattleMap) => number) => ({ before: pick(before), after: pick(after) });
  return {
    from: before.version,
    to: after.version,
    tokens: pair(({ totals }) => totals.tokensPerYear.mid),
    valuePerYear: pair(({ totals }) => totals.valuePerYear.mid),
    ourShare: pair(({ totals }) => totals.ourShare),
    winnable: pair(({ totals }) => totals.winnableTopThree),
    useCases: useCases.sort((a, b) => distance(b.tokens) - distance(a.tokens)),
  };
}

const distance = ({ before, after }: { before: number | null; after: number | null }) =>
  Math.abs((after ?? 0) - (before ?? 0));

function compareUseCase(
  known: UseCaseColumn,
  old: UseCaseColumn | undefined,
  now: UseCaseColumn | undefined,
): ComparedUseCase {
  const keys = new Set([...(old?.tiles ?? []), ...(now?.tiles ?? [])].map(({ key }) => key));
  const tiles = [...keys].flatMap((key) => {
    const [oldTile, nowTile] = [old, now].map((column) => column?.tiles.find((tile) => tile.key === key));
    const tile = nowTile ?? oldTile;
    return tile === undefined ? [] : [compareTile(tile, oldTile, nowTile)];
  });
  const tokens = { before: old?.tokensPerYear.mid ?? null, after: now?.tokensPerYear.mid ?? null };
  const isStill = changeOf(tokens) === 'same' && tiles.every(({ change }) => change === 'same');
  return {
    key: known.key,
    name: known.name,
    change: isStill ? 'same' : changeOf(tokens) === 'same' ? 'moved' : changeOf(tokens),
    tokens,
    ourShare: { before: ourShareOf(old), after: ourShareOf(now) },
    tiles: tiles.sort((a, b) => distance(b.tokens) - distance(a.tokens)),
  };
}

function ourShareOf(column: UseCaseColumn | undefined): number | null {
  if (column === undefined) return null;
  return column.tiles.filter(({ group }) => group === 'alibaba').reduce((sum, { share }) => sum + share, 0);
}

function changeOf({ before, after }: { before: number | null; after: number | null }): MapChange {
  if (before === null) return 'added';
  if (after === null) return 'gone';
  return Math.abs(after - before) <= NOISE * Math.max(before, after) ? 'same' : 'moved';
}

function compareTile(tile: Tile, old: Tile | undefined, now: Tile | undefined): ComparedTile {
  const tokens = { before: old?.tokensPerYear.mid ?? null, after: now?.tokensPerYear.mid ?? null };
  const change = changeOf(tokens);
  const { key, modelName, providerName, group } = tile;
  return { key, modelName, providerName, group, change, tokens, causes: causesOf(change, old, now) };
}

function causesOf(change: MapChange, old: Tile | undefined, now: Tile | undefined): ChangeCause[] {
  if (now === undefined) return [NO_LONGER];
  if (old === undefined) return [newEvidence(now)];
  if (change === 'same') return priceCause(old, now);
  const edits = editCause(old, now);
  const factors = factorCauses(old, now);
  const share: ChangeCause[] = edits.length + factors.length === 0 ? [shareCause(old, now)] : [];
  return [...edits, ...factors, ...share, ...priceCause(old, now)];
}

const NO_LONGER: ChangeCause = {
  kind: 'no_longer_found',
  text: {
    zh: '最新一次研究没有再找到它，或已被移除。',
    en: 'The latest research did not find it any more, or it was removed.',
  },
};

function newEvidence(tile: Tile): ChangeCause {
  const [quote] = tile.evidence;
  if (quote === undefined)
    return {
      kind: 'new_evidence',
      text: {
        zh: '手工添加，或按行业基准补入。',
        en: 'Added by hand, or filled in from the industry benchmark.',
      },
    };
  return {
    kind: 'new_evidence',
    text: { zh: `新的证据：“${quote.text}”`, en: `New evidence: “${quote.text}”` },
  };
}

function editCause(old: Tile, now: Tile): ChangeCause[] {
  if (now.override !== null && now.override.value !== old.override?.value) {
    const { by, reason } = now.override;
    return [
      {
        kind: 'edited',
        text: {
          zh: `${by} 修改了估算${reason === null ? '' : `：${reason}`}`,
          en: `Edited by ${by}${reason === null ? '' : `: ${reason}`}`,
        },
      },
    ];
  }
  if (old.override !== null && now.override === null)
    return [{ kind: 'edit_removed', text: { zh: '手工修改已还原。', en: 'An edit by hand was restored.' } }];
  return [];
}

/** Factors of the estimate whose middle value changed, the largest change first. */
function factorCauses(old: Tile, now: Tile): ChangeCause[] {
  const before = new Map((old.explanation?.drivers ?? []).map((driver) => [driver.id, driver]));
  const ratio = (a: Driver, b: Driver) => (a.value.mid === 0 ? 1 : Math.abs(b.value.mid / a.value.mid - 1));
  return (now.explanation?.drivers ?? [])
    .flatMap((driver) => {
      const earlier = before.get(driver.id);
      return earlier !== undefined && ratio(earlier, driver) > NOISE ? [{ earlier, driver }] : [];
    })
    .sort((a, b) => ratio(b.earlier, b.driver) - ratio(a.earlier, a.driver))
    .slice(0, MOST_FACTORS)
    .map(({ earlier, driver }) => ({
      kind: 'factor' as const,
      text: {
        zh: `${driver.name.zh}：${round(earlier.value.mid)} → ${round(driver.value.mid)}`,
        en: `${driver.name.en}: ${round(earlier.value.mid)} → ${round(driver.value.mid)}`,
      },
    }));
}

const round = (value: number) => Number(value.toPrecision(4)).toLocaleString('en');
const percent = (share: number) => `${Math.round(share * 100)}%`;

function shareCause(old: Tile, now: Tile): ChangeCause {
  return {
    kind: 'share',
    text: {
      zh: `在该场景的份额：${percent(old.share)} → ${percent(now.share)}`,
      en: `Share of the use case: ${percent(old.share)} → ${percent(now.share)}`,
    },
  };
}

function priceCause(old: Tile, now: Tile): ChangeCause[] {
  const [before, after] = [old.price?.cnyPerMillionTokens, now.price?.cnyPerMillionTokens];
  if (before === undefined || after === undefined || before === after) return [];
  return [
    {
      kind: 'price',
      text: {
        zh: `列表价：每百万 Token ${round(before)} 元 → ${round(after)} 元`,
        en: `List price: CNY ${round(before)} → ${round(after)} per million tokens`,
      },
    },
  ];
}
