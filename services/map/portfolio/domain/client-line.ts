import type { LifecycleStage, LocalizedText, PortfolioFigures, Totals } from '@tokenholic/contracts';

/** Who looks after a client. What they are called is asked for when a list is read. */
export interface ListedAgent {
  id: string;
  /** Empty: only releases before this one read it. */
  name: LocalizedText;
}

/** A map in one line: what its last drawing or edit left. */
export interface MapLine extends PortfolioFigures {
  version: number;
  basis: 'evidence' | 'industry_benchmark';
  competitorShare: number;
  selfHostedShare: number;
  unknownShare: number;
  unpricedShare: number;
  shares: Totals['shares'];
}

/** A client as the portfolio knows it, folded from the client's events in their order. */
export interface ClientLine {
  name: string;
  stage: LifecycleStage;
  industryId: string | null;
  agents: ListedAgent[];
  map: MapLine | null;
}

export type LineChange =
  | { kind: 'named'; name: string }
  | { kind: 'moved'; stage: LifecycleStage }
  | { kind: 'researched'; industryId: string | null }
  | { kind: 'assigned'; agentId: string }
  | { kind: 'unassigned'; agentId: string }
  | { kind: 'drawn'; map: MapLine };

export function newLine(name: string): ClientLine {
  return { name, stage: 'sales', industryId: null, agents: [], map: null };
}

/** The line after one change; a change that was seen before leaves it as it is. */
export function changeLine(line: ClientLine, change: LineChange): ClientLine {
  switch (change.kind) {
    case 'named':
      return { ...line, name: change.name };
    case 'moved':
      return { ...line, stage: change.stage };
    case 'researched':
      // Research that finds no industry does not unlearn one.
      return { ...line, industryId: change.industryId ?? line.industryId };
    case 'assigned':
      return { ...line, agents: [...without(line.agents, change.agentId), nameless(change.agentId)] };
    case 'unassigned':
      return { ...line, agents: without(line.agents, change.agentId) };
    case 'drawn':
      return { ...line, map: change.map };
  }
}

const nameless = (id: string): ListedAgent => ({ id, name: { zh: '', en: '' } });
const without = (agents: readonly ListedAgent[], id: string) => agents.filter((agent) => agent.id !== id);

export function mapLineOf(version: number, basis: MapLine['basis'], totals: Totals): MapLine {
  const { ourShare, competitorShare, selfHostedShare, unknownShare, unpricedShare } = totals;
  return {
    ...{ version, basis, ourShare, competitorShare, selfHostedShare, unknownShare, unpricedShare },
    tokensPerYear: totals.tokensPerYear.mid,
    valuePerYear: totals.valuePerYear.mid,
    winnableTopThree: totals.winnableTopThree,
    shares: totals.shares,
  };
}

export function figuresOf({
  tokensPerYear,
  valuePerYear,
  ourShare,
  winnableTopThree,
}: PortfolioFigures): PortfolioFigures {
  return { tokensPerYear, valuePerYear, ourShare, winnableTopThree };
}
