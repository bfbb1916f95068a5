import { type ApprovalPorts, passGate } from '@tokenholic/approvals';
import type { PassRaise } from '@tokenholic/budgets';
import type { LocalizedText } from '@tokenholic/contracts';
import type { PassIncomplete } from '@tokenholic/identity';
import type { Kit } from '@tokenholic/kit';
import type { PrivacyPorts } from '@tokenholic/privacy';
import { sampleId as stableId } from './samples/sample-id.ts';

export interface ApprovalGates {
  passIncomplete: PassIncomplete;
  passRaise: PassRaise;
  passExport: PrivacyPorts['passExport'];
}

const inMillions = (tokens: number) => `${Math.round(tokens / 10_000) / 100}`;

/** What the rules of approvals hold back elsewhere: hand-offs with items missing, higher limits of tokens, exports. */
export function approvalGates(kit: Kit, ports: ApprovalPorts): ApprovalGates {
  return {
    passIncomplete: (principal, { handoffId, clientId, missing }) =>
      passGate(kit, ports, principal, {
        ...{
          type: 'handoff',
          clientId,
          subjectId: handoffId,
          personalData: false,
          detail: '',
          amountCny: null,
        },
        title: {
          zh: `清单还缺 ${missing} 项，先接手`,
          en: `Take over with ${missing} items of the checklist missing`,
        },
      }),
    passRaise: (principal, { organizationId, from, to, value }) =>
      passGate(kit, ports, principal, {
        ...{ type: 'budget', clientId: clientOf(principal, organizationId), personalData: false, detail: '' },
        amountCny: value?.cny ?? null,
        // Another limit is another request.
        subjectId: stableId(organizationId, `budget/${to ?? 'none'}`),
        title:
          to === null
            ? { zh: '取消每月 Token 上限', en: 'Take away the monthly limit of tokens' }
            : {
                zh: `每月 Token 上限从 ${inMillions(from)} 百万提高到 ${inMillions(to)} 百万${valuedAt(value).zh}`,
                en: `Raise the monthly limit of tokens from ${inMillions(from)} to ${inMillions(to)} million${valuedAt(value).en}`,
              },
      }),
    passExport: (principal, organizationId) =>
      passGate(kit, ports, principal, {
        ...{ type: 'export', clientId: clientOf(principal, organizationId), personalData: true, detail: '' },
        amountCny: null,
        subjectId: stableId(organizationId, 'export'),
        title: { zh: '导出全部数据（含个人数据）', en: 'Export of everything, data of people included' },
      }),
  };
}

/** How the amount that stands beside it was reckoned. */
const valuedAt = (value: Parameters<PassRaise>[1]['value']): LocalizedText =>
  value === null
    ? { zh: '（所接模型的价格未知）', en: ' (at a price that is not known)' }
    : { zh: `（金额为一年，按${value.basis.zh}计）`, en: ` (amount: a year at ${value.basis.en})` };

/** Null for the vendor's own. */
const clientOf = ({ homeOrganizationId }: { homeOrganizationId: string }, organizationId: string) =>
  organizationId === homeOrganizationId ? null : organizationId;
