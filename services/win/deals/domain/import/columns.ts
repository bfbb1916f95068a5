import type { CustomField, ImportField } from '@tokenholic/contracts';

// Looked at in this order; each field is used once. What names a person stands before what names the client.
const GUESSES: readonly (readonly [ImportField, RegExp])[] = [
  ['contact_email', /邮箱|电子邮件|e-?mail/i],
  ['contact_role', /决策角色|角色|contact.?role|decision.?role/i],
  ['contact_title', /联系人职务|职务|职位|job.?title|position|contact.?title/i],
  ['contact_name', /联系人|contact(?!.*(id|date))/i],
  ['currency', /币种|货币|currency/i],
  ['amount', /金额|合同额|价值|amount|value|revenue|price/i],
  ['created', /创建|建立日期|开始日期|engage.?date|created?|open(ed)?.?date/i],
  ['close_date', /成交日|结束日期|预计|关闭日期|close.?date|closing|expected/i],
  ['reason', /原因|reason/i],
  ['stage', /阶段|状态|stage|status/i],
  ['competitors', /竞争|对手|competitor/i],
  ['products', /产品|商品|product/i],
  ['source', /来源|渠道|source|channel/i],
  ['title', /商机|项目|名称|主题|opportunity.?name|deal.?name|title|subject|^deal$|^name$/i],
  ['client', /客户|公司|企业|account|client|customer|company/i],
];

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** A heading that is the name of a field of the organisation's own is that field. */
function ownField(heading: string, fields: readonly CustomField[], taken: Set<ImportField>): ImportField {
  const field = fields.find(
    ({ name, of, retired }) =>
      of === 'deal' && !retired && [fold(name.zh), fold(name.en)].includes(fold(heading)),
  );
  if (field === undefined || taken.has(`custom:${field.key}`)) return 'ignore';
  taken.add(`custom:${field.key}`);
  return `custom:${field.key}`;
}

/** What each column probably holds, by its heading. */
export function guessColumns(headings: readonly string[], fields: readonly CustomField[]): ImportField[] {
  const taken = new Set<ImportField>();
  const guessed = headings.map((heading) => ownField(heading, fields, taken));
  for (const [field, pattern] of GUESSES) {
    const at = headings.findIndex((heading, index) => guessed[index] === 'ignore' && pattern.test(heading));
    if (at < 0 || taken.has(field)) continue;
    // “客户” alone is the client; “客户名称” too, though it also says “名称”.
    const better =
      field === 'title' && /客户|公司|account|client|customer/i.test(headings[at] ?? '') ? 'client' : field;
    if (taken.has(better)) continue;
    guessed[at] = better;
    taken.add(better);
    if (better !== field) {
      const next = headings.findIndex(
        (heading, index) => guessed[index] === 'ignore' && pattern.test(heading),
      );
      if (next >= 0) {
        guessed[next] = field;
        taken.add(field);
      }
    }
  }
  return guessed;
}
