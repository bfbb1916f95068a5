const ENGLISH =
  'a an the of in on at to for by with from as is was were are be been being did does do what which who whom whose when where why how many much that this these those it its and or not no into than then there their his her he she they them has have had would could can will may might s t about should shall we our us i me my you your please';
const CHINESE =
  '的 了 是 在 和 与 有 什么 哪 哪个 哪些 谁 何 为 被 对 于 由 从 到 个 多少 几 吗 呢 时候 年 哪里 哪一 多 少 怎么 如何 为什么 之 以 其 中 上 下 这 那 一 一个 将 会 也 都 而 及 或 等 所 该 位 名 我 我们 你 你们 您 请 请问';

/** Words that say how a sentence is built or that something is asked, not what it is about. */
export const stopWords: ReadonlySet<string> = new Set([...ENGLISH.split(' '), ...CHINESE.split(' ')]);
