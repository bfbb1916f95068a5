import { decide, requestApproval, tendApprovals } from '@tokenholic/approvals';
import { demoPeople } from '@tokenholic/identity';
import { newTraceId, runWithTrace } from '@tokenholic/kit';
import { approvalPorts } from '../approval-ports.ts';
import type { Product } from '../compose.ts';
import { sampleId } from './sample-id.ts';

const DAY = 86_400_000;

interface SampleRequest {
  /** Which sample client, by its place. */
  client: number;
  daysAgo: number;
  type: 'document' | 'handoff' | 'export' | 'budget';
  title: string;
  detail: string;
  amountCny?: number;
  personalData?: boolean;
  /** Whether somebody said yes at once. */
  approved?: boolean;
}

/** One that waits, one that nobody answered in time, one that is done: made by the sample agent, through the same commands. */
const REQUESTS: readonly SampleRequest[] = [
  {
    ...{ client: 0, daysAgo: 0, type: 'handoff', title: '云岫：先上线分镜管线，合同附件下周补' },
    detail:
      '客户周五上新，要求先开通并发。清单里“合同或订单已确认”缺附件二，法务下周三盖章；其余四项都已完成。',
  },
  {
    ...{ client: 1, daysAgo: 6, type: 'export', personalData: true },
    title: 'Northgate: export of contacts for the steering committee',
    detail:
      'The client asked for the list of everybody we talk to, for their vendor review. Eleven contacts.',
  },
  {
    ...{ client: 0, daysAgo: 9, type: 'budget', amountCny: 18_000, approved: true },
    ...{ title: '压测多用 1.8 万元 Token', detail: '周五高峰并发压测，用完即关。' },
  },
];

/** Gives the inbox something to decide; what is there already is left as it is. What ran out of time is handed on as the clock would have done it. */
export async function askForApprovals(
  { kit, principals, accounts }: Pick<Product, 'kit' | 'principals' | 'accounts'>,
  clients: readonly string[],
): Promise<void> {
  const [manager, seller] = await Promise.all([
    principals.find(demoPeople[0].id),
    principals.find(demoPeople[1]?.id ?? ''),
  ]);
  if (manager === null || seller === null) return;
  const ports = approvalPorts(kit, accounts === null);
  for (const { client, daysAgo, approved, title, ...request } of REQUESTS) {
    const clientId = clients[client];
    // A sample client that somebody erased stays away.
    if (clientId === undefined || !seller.organizationIds.includes(clientId)) continue;
    const then = { ...kit, now: () => new Date(kit.now().getTime() - daysAgo * DAY) };
    await runWithTrace({ traceId: newTraceId(), actor: seller.user.id }, async () => {
      const made = await requestApproval(then, ports, seller, {
        ...{ id: sampleId(clientId, `approval/${title}`), clientId, title, discountPercent: null },
        ...{ amountCny: null, personalData: false, ...request },
      });
      if (approved !== true || made.status !== 'waiting') return;
      await decide(then, ports, manager, made.id, {
        ...{ decision: 'approve', comment: '', revision: made.revision },
      });
    });
  }
  await tendApprovals(kit, ports);
}
