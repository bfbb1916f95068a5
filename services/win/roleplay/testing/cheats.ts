import type { Language } from '@tokenholic/contracts';
import { customerWords, openConcern, type Talk } from '../domain/talk/talk.ts';
import { toObjections, toQuestions } from './good-answers.ts';
import { asks } from './questions.ts';
import type { Seller } from './sellers.ts';

const turnOf = ({ heard }: Talk) => heard.length;
const pick = (list: readonly string[], index: number) => list[index % list.length] ?? '';

const keywords: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '总成本、缓存、批量、分级、小模型、按量、折扣、节省、回本',
    '脱敏，加密，专属，隔离，不训练，审计，日志，权限，合同',
    '兼容 开源 导出 网关 切换 迁移 并行 灰度 回滚',
    '痛点？目标？预算？决策？时间？数据？系统？',
    '试点、评测、样本、知识库、转人工、门槛、监控',
    '下周三、会议、试点、总监、可以吗',
  ],
  en: [
    'total cost, caching, batch, tiers, smaller model, usage based, discount, savings',
    'masking, encryption, private, isolation, no training, audit, logs, access, contract',
    'compatible / open weights / export / gateway / switch / parallel / rollback',
    'pain? goal? budget? decision? timeline? data? systems?',
    'pilot, evaluation, samples, knowledge base, human review, threshold, monitoring',
    'next Wednesday, meeting, pilot, director, agreed',
  ],
};
/** The same keywords dressed up with small words. */
const dressed: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '我们有总成本和缓存和批量和分级和脱敏和加密和专属和隔离和兼容和开源和导出和并行和灰度和回滚和评测和样本和试点。',
    '您的痛点和目标和预算和决策和时间和数据和系统是什么？',
    '可以试点和评测和样本和门槛和转人工和知识库和我们的工程师和按量和折扣和审计和日志。',
  ],
  en: [
    'We have total cost and caching and batch and tiers and masking and encryption and private and isolated and compatible and open weights and export and parallel and gradual and rollback and evaluation and samples and pilot.',
    'What is your pain and goal and budget and decision and timeline and data and system?',
    'There is a pilot and an evaluation and a sample and a threshold and a human and a knowledge base and our engineers will and pay as you use and discount and audit and logs.',
  ],
};
const all = (language: Language) =>
  [...Object.values(toObjections), ...Object.values(toQuestions)].map((text) => text[language]);

/** Ways to get a score without holding a talk. */
export const cheats: Readonly<Record<string, Seller>> = {
  'lists of keywords': (talk) => pick(keywords[talk.setting.language], turnOf(talk)),
  'keywords dressed up as sentences': (talk) => pick(dressed[talk.setting.language], turnOf(talk)),
  'one good answer again and again': ({ setting }) => toObjections.security_data?.[setting.language] ?? '',
  'every good answer pasted at once, each time': ({ setting }) => all(setting.language).join(' '),
  'all questions in one line, each time': ({ setting }) =>
    Object.values(asks)
      .map((text) => text[setting.language])
      .join(' '),
  'good answers to something else': (talk) => {
    const open = openConcern(talk);
    const list = all(talk.setting.language).filter(
      (text) => open === null || !open.expectation.ideas.some((idea) => idea.test(text)),
    );
    return pick(list, turnOf(talk));
  },
  'the customer’s own words': (talk) => talk.replies.at(-1)?.text ?? '',
  'everything the customer has said': customerWords,
  'question words alone': ({ setting, heard }) =>
    pick(
      setting.language === 'zh'
        ? ['什么？怎么？为什么？', '多少？谁？哪些？如何？', '为什么什么怎么多少？']
        : ['What? How? Why?', 'Who? Which? When? Where?', 'What how why which who?'],
      heard.length,
    ),
  'kind words alone': ({ setting, heard }) =>
    pick(
      setting.language === 'zh'
        ? ['我理解您的顾虑。', '您说得对，我很理解。', '这个顾虑很正常。', '确实是这样，能理解。']
        : [
            'I understand your concern.',
            'You are right, I see why.',
            'That is a fair concern.',
            'That makes sense, I understand.',
          ],
      heard.length,
    ),
  'a next step alone': ({ setting, heard }) =>
    setting.language === 'zh'
      ? `我们下周${pick(['一', '二', '三', '四', '五'], heard.length)}和您的总监一起开会看试点，可以吗？`
      : `Could we meet next ${pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], heard.length)} with your director about the pilot?`,
  silence: () => '…',
};
