import type { EventPayload } from '@tokenholic/contracts';
import { formatMoney, formatPercent } from '@tokenholic/presentation';
import { type Description, described } from './description.ts';

/** Below this, CNY a year, an opportunity is not worth a task of its own. */
const WORTH_A_TASK = 10_000;

export const mapDescribers = {
  'map.drawn': drawn,
  'map.edited': ({ version, revision, totals }: EventPayload<'map.edited'>): Description =>
    described(
      'map',
      {
        zh: `修改了战图（版本 ${version}，第 ${revision} 次修改）`,
        en: `Map edited (version ${version}, edit ${revision})`,
      },
      { mood: 0.1, facts: { opportunity: totals.winnableTopThree } },
    ),
};

function drawn({ version, totals, basis, headline }: EventPayload<'map.drawn'>): Description {
  const winnable = totals.winnableTopThree;
  const shares = totals.shares.map(({ group, share }) => ({ group, share }));
  const rivals = {
    zh: formatPercent(totals.competitorShare, 'zh'),
    en: formatPercent(totals.competitorShare, 'en'),
  };
  const title = {
    zh: `Token 战图${version === 1 ? '画好了' : `更新到版本 ${version}`}，${rivals.zh} 在竞品云`,
    en: `Token map ${version === 1 ? 'drawn' : `updated to version ${version}`}, ${rivals.en} on competitors`,
  };
  const worth = basis === 'evidence' && winnable >= WORTH_A_TASK;
  return described('map', title, {
    form: 'card',
    text: headline,
    shares,
    weight: worth ? 2 : 1,
    mood: 0.3,
    notice: 'info',
    facts: { opportunity: winnable },
    tasks: worth
      ? [
          {
            key: 'map.follow_up',
            rule: 'follow_up_map',
            title: { zh: '按战图跟客户谈迁移方案', en: 'Take the map to the client as a migration plan' },
            reason: {
              zh: `前三个机会合计 ${formatMoney(winnable, 'zh').text} / 年`,
              en: `The top three opportunities add up to ${formatMoney(winnable, 'en').text} a year`,
            },
            outcome: {
              zh: `谈成后，我方份额可从 ${formatPercent(totals.ourShare, 'zh')} 升到 ${formatPercent(totals.ourShareAfterTopThree, 'zh')}`,
              en: `If won, our share goes from ${formatPercent(totals.ourShare, 'en')} to ${formatPercent(totals.ourShareAfterTopThree, 'en')}`,
            },
            action: 'open_map',
            impact: winnable,
            dueInHours: 24,
          },
        ]
      : [],
  });
}
