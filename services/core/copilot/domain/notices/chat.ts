import type { ChannelKind, NoticeLevel } from '@tokenholic/contracts';
import { AGAIN, cut, headOf, lineOf, type Message, moreOf, OPEN, OPEN_ALL } from './words.ts';

// Bodies of incoming webhooks as Slack and Microsoft document them.
// https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
// https://docs.slack.dev/reference/block-kit/blocks
// https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook

/** The longest text that Slack takes in a header. */
const SLACK_HEADER = 150;
/** A section takes 3,000 characters, and a sign written as text becomes five at most. */
const SLACK_WORDS = 500;
/** Teams takes 28 KB in all; six lines of this stay far below it. */
const TEAMS_LINE = 1_000;

/** What Slack reads as its own signs is written as text, so that nobody's name becomes a link or a call to everybody. */
const slackText = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[*_~`]/g, '\u200b$&');

const MARK: Readonly<Record<NoticeLevel, string>> = { critical: '🔴', warning: '🟠', info: '🔵' };

const footOf = ({ again, language }: Message): string =>
  again ? `Tokenholic · ${AGAIN[language]}` : 'Tokenholic';

export function slackBody(message: Message): object {
  const { language, lines, link } = message;
  const head = cut(headOf(message), SLACK_HEADER);
  const more = moreOf(message);
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
  return {
    // Shown where blocks are not: in the notification of a phone.
    text: slackText(head),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: head } },
      ...lines.map((line) => {
        const words = slackText(cut(lineOf(line, language), SLACK_WORDS));
        return section(`${MARK[line.level]} ${words} <${line.link}|${OPEN[language]}>`);
      }),
      ...(more === null ? [] : [section(`${more} · <${link}|${OPEN_ALL[language]}>`)]),
      { type: 'context', elements: [{ type: 'plain_text', text: footOf(message) }] },
    ],
  };
}

const COLOUR: Readonly<Record<NoticeLevel, string>> = {
  critical: 'Attention',
  warning: 'Warning',
  info: 'Accent',
};

/** Adaptive Cards read Markdown in texts: its signs are written as text. */
const teamsText = (text: string) => cut(text, TEAMS_LINE).replace(/[\\[\]()*_`#>~-]/g, '\\$&');

export function teamsBody(message: Message): object {
  const { language, lines, link, again } = message;
  const more = moreOf(message);
  const block = (text: string, rest: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...rest });
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body: [
            block(teamsText(headOf(message)), { weight: 'Bolder', size: 'Medium' }),
            ...lines.map((line) =>
              block(`${teamsText(lineOf(line, language))} [${OPEN[language]}](${line.link})`, {
                color: COLOUR[line.level],
              }),
            ),
            ...(more === null ? [] : [block(more, { isSubtle: true })]),
            ...(again ? [block(AGAIN[language], { isSubtle: true, size: 'Small' })] : []),
          ],
          actions: [{ type: 'Action.OpenUrl', title: OPEN_ALL[language], url: link }],
        },
      },
    ],
  };
}

export const bodyOf: Readonly<Record<ChannelKind, (message: Message) => object>> = {
  slack: slackBody,
  teams: teamsBody,
};
