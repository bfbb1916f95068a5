import { carriersOf, isSameAs, plainOf } from './likeness.ts';
import { countWords, type Sentence, sentencesOf } from './sentences.ts';
import { type Step, stepIn } from './step.ts';

const OPEN_ZH =
  /什么|怎么|如何|哪些|哪个|哪一|哪里|为什么|为何|多少|多大|多久|几个|谁|啥|怎样|具体|展开|说说|讲讲|介绍一下/;
const OPEN_EN =
  /\b(?:what|how|why|which|who|whom|whose|where|when)\b|\btell me\b|\bwalk me through\b|\bdescribe\b|\bhelp me understand\b/i;
const INTERROGATIVES = /\b(?:what|how|why|which|who|when|where)\b|什么|怎么|如何|哪些|为什么|多少|谁/gi;
const CARE =
  /理解您|我理解|明白您|能理解|您说得对|说得有道理|确实(?:是|会|不|有|要|很)|换(?:作|做|成)我|这个顾虑|很正常|谢谢您(?:告诉|直说|坦诚)|听起来|\bi (?:understand|see why|hear you|get that|appreciate)|\bthat makes sense|\bfair (?:point|concern|question|enough)|\byou(?:'re| are) right|\bthat is (?:a )?(?:fair|reasonable|understandable)|\bthank you for (?:telling|being)|\bit sounds like|\bin your place|\bno wonder/i;
const JARGON =
  /\b(?:RAG|MoE|LoRA|SFT|RLHF|KV[- ]?cache|embedding|transformer|tokenizer|quanti[sz]ation|context window|fine[- ]tun\w+|inference|throughput|QPS|TPM|TTFT|agentic|multimodal|vector|SDK|MCP)\b|向量|微调|量化|推理引擎|上下文窗口|多模态|蒸馏|召回|嵌入/gi;

/** What can be told from one line of the seller, beside the talk so far. */
export interface Reading {
  text: string;
  sentences: readonly Sentence[];
  /** Sentences that count: genuine, and not said before. Empty when the line is a list, a copy or an echo. */
  heard: readonly Sentence[];
  open: readonly string[];
  closed: readonly string[];
  /** Why nothing in it counts. */
  void: 'listed' | 'repeated' | 'echoed' | null;
  care: string | null;
  step: Step | null;
  jargon: number;
  words: number;
}

/** Reads a line. `said`: the seller's earlier lines, `heard`: the customer's last words. */
export function readLine(text: string, said: readonly Reading[], customer: string): Reading {
  const sentences = sentencesOf(text);
  const before = said.flatMap((line) => line.sentences);
  const unheard = distinct(sentences).filter(
    (sentence) => !before.some((earlier) => isSameAs(sentence, earlier)),
  );
  const genuine = unheard.filter((sentence) => sentence.genuine);
  const state = voidOf(sentences, unheard, genuine, text, customer);
  const heard = state === null ? genuine : [];
  const questions = heard.filter(isOneQuestion);
  const isOpen = ({ text: sentence }: Sentence) => OPEN_ZH.test(sentence) || OPEN_EN.test(sentence);
  return {
    ...{ text, sentences, heard, void: state },
    open: questions.filter(isOpen).map((sentence) => sentence.text),
    closed: questions.filter((one) => one.asks && !isOpen(one)).map((sentence) => sentence.text),
    care: heard.find((sentence) => CARE.test(sentence.text))?.text ?? null,
    step: stepIn(heard),
    jargon: new Set((text.match(JARGON) ?? []).map((word) => word.toLowerCase())).size,
    words: countWords(text),
  };
}

/** A question mark, or a request to tell; not a row of question words. */
function isOneQuestion({ text, asks }: Sentence): boolean {
  if (
    !asks &&
    !/^(?:请|麻烦|能不能|可以)?(?:您)?(?:给我)?(?:说说|讲讲|介绍)|^(?:please )?(?:tell me|walk me|describe|help me)/i.test(
      text,
    )
  )
    return false;
  return new Set((text.match(INTERROGATIVES) ?? []).map((word) => word.toLowerCase())).size <= 2;
}

function voidOf(
  all: readonly Sentence[],
  unheard: readonly Sentence[],
  genuine: readonly Sentence[],
  text: string,
  customer: string,
): Reading['void'] {
  if (customer !== '' && isSameAs(comparable(text), comparable(customer))) return 'echoed';
  if (all.length > 0 && unheard.length * 2 <= all.length) return 'repeated';
  const real = genuine.reduce((sum, sentence) => sum + countWords(sentence.text), 0);
  const words = unheard.reduce((sum, sentence) => sum + countWords(sentence.text), 0);
  return words >= 6 && real * 2 < words ? 'listed' : null;
}

function distinct(sentences: readonly Sentence[]): Sentence[] {
  const kept: Sentence[] = [];
  for (const sentence of sentences) if (!kept.some((one) => isSameAs(one, sentence))) kept.push(sentence);
  return kept;
}

const comparable = (text: string) => ({ plain: plainOf(text), carriers: carriersOf(text) });
