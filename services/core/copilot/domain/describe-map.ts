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
  'map.shared': ({ by, days }: EventPayload<'map.shared'>): Description =>
    described('map', {
      zh: `${by} 分享了战图，链接 ${days} 天内有效`,
      en: `${by} shared the map by a link valid for ${days} days`,
    }),
  'map.share_opened': shareOpened,
};

/** The first look is a sign of interest worth an answer; further ones are told, no more. */
function shareOpened({ linkId, views }: EventPayload<'map.share_opened'>): Description {
  if (views > 1)
    return described(
      'map',
      {
        zh: `分享的战图被再次打开（第 ${views} 次）`,
        en: `The shared map was opened again (${views} times)`,
      },
      { mood: 0.1 },
    );
  return described(
    'map',
    { zh: '客户打开了您分享的战图', en: 'The shared map was opened' },
    {
      ...{ form: 'card', weight: 2, mood: 0.4, notice: 'info' },
      tasks: [
        {
          key: `map.share.${linkId}`,
          rule: 'follow_up_share',
          title: { zh: '趁客户刚看过战图，约一次沟通', en: 'Arrange a talk while the map is fresh in mind' },
          reason: { zh: '分享链接第一次被打开', en: 'The shared link was opened for the first time' },
          outcome: null,
          action: 'draft_email',
          impact: 0,
          dueInHours: 24,
        },
      ],
    },
  );
}

function drawn({ version, totals, basis, headline, changes }: EventPayload<'map.drawn'>): Description {
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
    // A look that found nothing new is told, and asks for nothing.
    form: changes?.moved === 0 ? 'line' : 'card',
    text: changes?.text ?? headline,
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
