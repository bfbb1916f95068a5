import { AppError, type Way } from '@tokenholic/kit';
import { DEMO_VENDOR } from '../domain/demo-people.ts';

interface Stranger {
  person: string;
  organization: string;
}

/**
 * The group, and people who belong to it and see others, or the other way round. One statement, so one moment: a client that
 * is made between two would be in the second alone, and its maker a stranger to it.
 */
const GROUP_AND_STRANGERS = `with people as (select id from identity.users where organization_id = $1),
  members as (
    select organization_id as id from identity.organizations where organization_id = $1 and kind = 'vendor'
    union
    select organization_id from identity.organizations o where kind = 'client' and (created_by in (select id from people)
      or exists (select from identity.assignments a where a.organization_id = o.organization_id and a.user_id in (select id from people)))
  ),
  strangers as (
    select u.id as person, a.organization_id as organization
    from identity.assignments a join identity.users u on u.id = a.user_id
    where (a.organization_id in (select id from members)) <> (u.organization_id in (select id from members)) order by 1, 2 limit 20
  )
  select (select coalesce(array_agg(id::text order by id), '{}') from members) as members,
    (select coalesce(jsonb_agg(strangers), '[]') from strangers) as strangers`;

/**
 * A seller with all its clients: those its people made or look after. They can live by themselves when nobody outside sees
 * one of them and none of their people sees anybody outside; else it is said who does.
 */
export async function findSellerGroup(
  client: Pick<Way['source'], 'query'>,
  sellerId: string,
): Promise<string[]> {
  const { rows } = await client.query<{ members: string[]; strangers: Stranger[] }>(GROUP_AND_STRANGERS, [
    sellerId,
  ]);
  const { members: group = [], strangers = [] } = rows[0] ?? {};
  if (!group.includes(sellerId)) throw notASeller();
  if (sellerId === DEMO_VENDOR) throw demoStays();
  if (strangers.length > 0) throw notApart(strangers);
  return group;
}

const failure = (code: string, message: { zh: string; en: string }, details?: Record<string, unknown>) =>
  new AppError({
    ...{ kind: 'conflict', code: `identity.${code}`, message },
    ...(details === undefined ? {} : { details }),
  });

const notASeller = () =>
  failure('not_a_seller', {
    zh: '没有这个销售方组织。请给出销售方（而不是客户）的组织编号。',
    en: 'There is no seller with this id. Give the id of the seller, not of a client.',
  });

const demoStays = () =>
  failure('demo_stays', {
    zh: '演示用的销售方不能迁出。',
    en: 'The seller of the demo cannot be parted.',
  });

function notApart(strangers: readonly Stranger[]): AppError {
  const list = strangers.map(({ person, organization }) => `${person} → ${organization}`).join(', ');
  return failure(
    'not_apart',
    {
      zh: `有人同时看到该销售方内外的组织，请先解除这些分配（人员 → 组织）：${list}`,
      en: `Some people see organisations of this seller and others too. End these assignments first (person → organisation): ${list}`,
    },
    { strangers },
  );
}
