import { headOf, lineOf, type Message, moreOf, OPEN_ALL } from './words.ts';

const SETTINGS = {
  zh: '不想收到这类邮件？可以在通知设置里关闭：',
  en: 'To receive fewer of these, change your notification settings:',
};

/** A message as a mail: plain text, one line a notice with its link below. */
export function mailOf(message: Message, settingsLink: string): { subject: string; body: string } {
  const { language, lines, link } = message;
  const more = moreOf(message);
  const body = [
    ...lines.flatMap((line) => [lineOf(line, language), line.link, '']),
    ...(more === null ? [] : [more, '']),
    `${OPEN_ALL[language]}: ${link}`,
    '',
    `${SETTINGS[language]} ${settingsLink}`,
    '',
    'Tokenholic',
  ];
  return { subject: headOf(message), body: body.join('\n') };
}
