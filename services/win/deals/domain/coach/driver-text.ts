import {
  type DealStage,
  type DecisionRole,
  dealStageSchema,
  decisionRoleSchema,
  type LocalizedText,
} from '@tokenholic/contracts';
import { ROLE_NAMES } from '../headline.ts';
import { both } from './picture.ts';

const NUMBERS: Readonly<Record<string, LocalizedText>> = {
  log_amount: both('金额', 'Amount'),
  log_days: both('已进行的时间', 'Time it has taken'),
  contacts: both('联系人数量', 'Number of contacts'),
  activity: both('往来频率', 'How often you talk'),
  inbound: both('客户主动联系的比例', 'Share begun by the client'),
  pushes: both('成交日推迟', 'Close date moved back'),
  competitor: both('有竞争对手', 'A competitor is named'),
};

/** A feature of the model as a person reads it; `present` false: it is missing on this deal. */
export function driverText(
  feature: string,
  present: boolean,
  stageName: (stage: DealStage) => LocalizedText,
): LocalizedText {
  const known = NUMBERS[feature];
  if (known !== undefined) return known;
  const [kind, ...rest] = feature.split(':');
  const name = rest.join(':');
  const role = decisionRoleSchema.safeParse(name);
  if (kind === 'role' && role.success) return roleText(role.data, present);
  const stage = dealStageSchema.safeParse(name);
  if (kind === 'stage' && stage.success) {
    const { zh, en } = stageName(stage.data);
    return present ? both(`阶段：${zh}`, `Stage: ${en}`) : both(`未到或已过「${zh}」`, `Not in ${en}`);
  }
  const label = {
    product: both('产品', 'Product'),
    competitor: both('竞争对手', 'Competitor'),
    source: both('来源', 'Source'),
  }[kind ?? ''];
  const { zh, en } = label ?? both('', '');
  return present
    ? both(`${zh}：${name}`, `${en}: ${name}`)
    : both(`${zh}不是 ${name}`, `${en} is not ${name}`);
}

function roleText(role: DecisionRole, present: boolean): LocalizedText {
  const { zh, en } = ROLE_NAMES[role];
  return present ? both(`有${zh}`, `Has: ${en}`) : both(`没有${zh}`, `Missing: ${en}`);
}
