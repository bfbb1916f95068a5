import type { CoachEvidence, DealRisk, DecisionRole } from '@tokenholic/contracts';
import { both, DAY, type DealPicture, daysSince, fact, reached, saidAbout, saidEvidence } from './picture.ts';

const QUIET_BLOCKER_DAYS = 21;
const LEVELS = { high: 0, medium: 1, low: 2 } as const;

/** What could cost an open deal, the worst first; each rests on facts of its record. */
export function risksOf(picture: DealPicture, now: Date): DealRisk[] {
  if (picture.stage === 'won' || picture.stage === 'lost') return [];
  return [...momentum(picture, now), ...people(picture, now), ...contest(picture)].sort(
    (a, b) => LEVELS[a.level] - LEVELS[b.level],
  );
}

function risk(
  kind: DealRisk['kind'],
  level: DealRisk['level'],
  meddicc: string | null,
  zh: string,
  en: string,
  evidence: CoachEvidence[],
): DealRisk {
  return { kind, level, meddicc, text: both(zh, en), evidence };
}

function momentum(picture: DealPicture, now: Date): DealRisk[] {
  const today = now.toISOString().slice(0, 10);
  const found: DealRisk[] = [];
  const last = picture.said[0];
  const quiet = daysSince(last?.at ?? picture.createdAt, now);
  if (quiet >= picture.rottingDays)
    found.push(
      risk(
        ...(['stalled', quiet >= 2 * picture.rottingDays ? 'high' : 'medium', null] as const),
        ...([`已经 ${quiet} 天没有往来`, `Nothing was said for ${quiet} days`] as const),
        last === undefined ? [fact('还没有任何往来记录', 'Nothing is on record')] : [saidEvidence(last)],
      ),
    );
  const next = picture.steps[0];
  if (next === undefined)
    found.push(
      risk('no_next_step', 'high', null, '没有约定下一步', 'No next step is agreed', [
        fact('待办为空', 'The list of next steps is empty'),
      ]),
    );
  else if (next.dueOn < today)
    found.push(
      risk('no_next_step', 'medium', null, '下一步已经过期', 'The next step is overdue', [
        fact(`「${next.title}」应在 ${next.dueOn} 前完成`, `“${next.title}” was due on ${next.dueOn}`),
      ]),
    );
  if (picture.closeDate < today)
    found.push(
      risk('overdue', 'high', null, '预计成交日已过', 'The close date has passed', [
        fact(`预计成交日是 ${picture.closeDate}`, `It was to close on ${picture.closeDate}`),
      ]),
    );
  if (picture.pushes.length > 0)
    found.push(
      risk(
        ...(['pushed', picture.pushes.length > 1 ? 'high' : 'medium', null] as const),
        `成交日推迟过 ${picture.pushes.length} 次`,
        `The close date was moved back ${picture.pushes.length === 1 ? 'once' : `${picture.pushes.length} times`}`,
        picture.pushes.map(({ from, to }) => fact(`从 ${from} 到 ${to}`, `From ${from} to ${to}`)),
      ),
    );
  const month = picture.said.filter(({ at }) => now.getTime() - at.getTime() < 45 * DAY);
  if (month.length >= 3 && month.every(({ direction }) => direction === 'out'))
    found.push(
      risk('one_sided', 'medium', null, '最近都是我方在联系', 'Only we reach out lately', [
        fact(
          `45 天内 ${month.length} 次往来，没有一次由客户发起`,
          `${month.length} contacts in 45 days, none begun by the client`,
        ),
      ]),
    );
  return found;
}

function people(picture: DealPicture, now: Date): DealRisk[] {
  const has = (...roles: DecisionRole[]) => picture.people.some(({ role }) => roles.includes(role));
  const names = picture.people.map(({ name }) => name);
  const who = [
    fact(
      names.length === 0 ? '还没有记录联系人' : `已知联系人：${names.join('、')}`,
      names.length === 0 ? 'Nobody is on record' : `Known: ${names.join(', ')}`,
    ),
  ];
  const found: DealRisk[] = [];
  if (picture.people.length <= 1 && reached(picture.stage, 'discovery'))
    found.push(risk('single_threaded', 'high', null, '只靠一个人推动', 'It hangs on one person', who));
  if (!has('economic_buyer') && reached(picture.stage, 'evaluation'))
    found.push(
      risk('no_economic_buyer', 'high', 'E', '不知道谁拍板', 'Nobody knows who signs off the money', who),
    );
  if (!has('champion') && reached(picture.stage, 'evaluation'))
    found.push(
      risk('no_champion', 'medium', 'C', '内部没有人替我们说话', 'Nobody inside speaks for us', who),
    );
  if (!has('technical_evaluator') && reached(picture.stage, 'evaluation'))
    found.push(
      risk('no_criteria', 'medium', 'D', '没有接触定标准的人', 'Whoever sets the criteria is unknown', who),
    );
  if (!has('procurement', 'legal') && reached(picture.stage, 'proposal'))
    found.push(
      risk(
        'no_paper_process',
        'medium',
        'P',
        '采购和法务流程不清楚',
        'The way through procurement and legal is unknown',
        who,
      ),
    );
  for (const { name, lastAt } of picture.people.filter(({ role }) => role === 'blocker')) {
    const days = lastAt === null ? null : daysSince(lastAt, now);
    if (days !== null && days < QUIET_BLOCKER_DAYS) continue;
    const heard = picture.said.find(({ subject, text }) =>
      `${subject}${text}`.includes(name.split(' ')[0] ?? name),
    );
    found.push(
      risk(
        'blocker',
        'high',
        null,
        `${name} 反对，而我们没有在谈`,
        `${name} is against it and nobody is talking to them`,
        [
          fact(
            days === null ? '没有往来记录' : `上次往来在 ${days} 天前`,
            days === null ? 'Nothing was ever said' : `Last spoken to ${days} days ago`,
          ),
          ...(heard === undefined ? [] : [saidEvidence(heard)]),
        ],
      ),
    );
  }
  return found;
}

/** Words in which money or an amount of work stands: somebody has put a figure on the value. */
export const METRICS = [
  '%',
  '％',
  '元',
  '万',
  '天',
  '成本',
  '时间',
  'cost',
  'hour',
  'cents',
  'save',
  '$',
  '¥',
  'half',
];

function contest(picture: DealPicture): DealRisk[] {
  const found: DealRisk[] = [];
  if (picture.competitors.length > 0 && reached(picture.stage, 'discovery')) {
    const heard = saidAbout(picture, picture.competitors);
    const names = picture.competitors;
    found.push(
      risk(
        ...(['competitor', reached(picture.stage, 'proposal') ? 'medium' : 'low', 'C'] as const),
        ...([`${names.join('、')} 也在争取`, `${names.join(', ')} is in the race`] as const),
        [
          fact(`登记的竞争对手：${names.join('、')}`, `Competitors on record: ${names.join(', ')}`),
          ...(heard === undefined ? [] : [saidEvidence(heard)]),
        ],
      ),
    );
  }
  if (reached(picture.stage, 'evaluation') && saidAbout(picture, METRICS) === undefined)
    found.push(
      risk('no_metrics', 'low', 'M', '客户的收益还没有数字', 'The client’s gain has no figure yet', [
        fact(
          `${picture.said.length} 条往来里没有提到金额、时间或比例`,
          `No amount, time or share is named in ${picture.said.length} records`,
        ),
      ]),
    );
  return found;
}
