import type { LocalizedText, Price } from '@tokenholic/contracts';
import {
  type ListPrice,
  type Reference,
  type ReferenceModel,
  SELF_HOSTED,
  UNKNOWN_PROVIDER,
  type VolumeModel,
} from '@tokenholic/reference';

export type PriceTables = Pick<Reference, 'models' | 'exchangeRate'>;

export interface PriceQuestion {
  providerId: string;
  modelId: string | null;
  modelName: string | null;
  volume: VolumeModel;
  useCaseModalities: readonly string[];
}

/**
 * List price in CNY per million token equivalents, by provider, model and length tier, mixed as the use case mixes input
 * and output. Without an exact model: the median of the family's, else of the provider's, list prices of the right kind,
 * and the label says so. Self-hosted and unknown have no vendor price; what is not in the reference stays unknown.
 */
export function priceOf(question: PriceQuestion, tables: PriceTables): Price | null {
  const { providerId } = question;
  if (providerId === SELF_HOSTED || providerId === UNKNOWN_PROVIDER) return null;
  const exact = tables.models.find((model) => model.id === question.modelId);
  if (exact !== undefined && exact.familyOnly !== true) return priceOfModel(exact, question, tables);
  const served = tables.models.filter(
    (model) => model.servedBy.includes(providerId) && isOfKind(model, question),
  );
  const name = (exact?.family ?? question.modelName)?.toLowerCase() ?? null;
  const family = name === null ? [] : served.filter((model) => belongsTo(model, name));
  if (name !== null && family.length === 0) return null;
  return medianPrice(name === null ? served : family, question, tables, exact?.family ?? question.modelName);
}

function belongsTo(model: ReferenceModel, name: string): boolean {
  const family = model.family.toLowerCase();
  return name.startsWith(family) || family.startsWith(name) || model.name.toLowerCase().includes(name);
}

const KINDS: Record<VolumeModel['modality'], readonly string[]> = {
  text: ['text'],
  code: ['code', 'text'],
  reasoning: ['reasoning'],
  image: ['image-generation'],
  video: ['video-generation'],
  vision: ['image-understanding', 'video-understanding', 'multimodal', 'ocr', 'multimodal-embedding'],
  speech: ['text-to-speech', 'speech-to-text', 'audio-understanding', 'speech-realtime'],
};

function isOfKind(model: ReferenceModel, { volume, useCaseModalities }: PriceQuestion): boolean {
  const kinds = KINDS[volume.modality];
  const wanted = kinds.filter((kind) => useCaseModalities.includes(kind));
  return model.modalities.some((modality) => (wanted.length > 0 ? wanted : kinds).includes(modality));
}

function priceOfModel(model: ReferenceModel, question: PriceQuestion, tables: PriceTables): Price | null {
  const list = model.prices.find((price) => price.providerId === question.providerId);
  if (list === undefined) return null;
  const cnyPerMillionTokens = inCnyPerMillion(list, question.volume, tables.exchangeRate.cnyPerUsd);
  return cnyPerMillionTokens === null
    ? null
    : { cnyPerMillionTokens, label: labelOf(list, question.volume), source: list.source };
}

function medianPrice(
  models: readonly ReferenceModel[],
  question: PriceQuestion,
  tables: PriceTables,
  familyName: string | null,
): Price | null {
  const prices = models
    .map((model) => priceOfModel(model, question, tables))
    .filter((price) => price !== null)
    .sort((a, b) => a.cnyPerMillionTokens - b.cnyPerMillionTokens);
  const middle = prices[Math.floor((prices.length - 1) / 2)];
  if (middle === undefined) return null;
  const of = familyName ?? '';
  return {
    cnyPerMillionTokens: middle.cnyPerMillionTokens,
    label: {
      zh: `未指明型号，取${of === '' ? '该供应商同类' : ` ${of} 系列`} ${prices.length} 个列表价的中位数（${middle.label.zh}）`,
      en: `No model named: median of ${prices.length} list prices of ${of === '' ? "the provider's models of this kind" : `the ${of} family`} (${middle.label.en})`,
    },
    source: { ...middle.source, confidence: 'low' },
  };
}

/** The tier that a request of this length falls into. */
export function tierOf(
  list: ListPrice,
  requestInputTokens: number,
): { input: number | null; output: number | null; upTo: number | null } {
  const tier = [...list.tiers]
    .sort((a, b) => (a.inputTokensUpTo ?? Infinity) - (b.inputTokensUpTo ?? Infinity))
    .find((item) => item.inputTokensUpTo === null || requestInputTokens <= item.inputTokensUpTo);
  return tier === undefined
    ? { input: list.input, output: list.output, upTo: null }
    : { input: tier.input, output: tier.output, upTo: tier.inputTokensUpTo };
}

function inCnyPerMillion(list: ListPrice, volume: VolumeModel, cnyPerUsd: number): number | null {
  const rate = list.currency === 'USD' ? cnyPerUsd : 1;
  const input = volume.inputTokensPerUnit.mid;
  const output = volume.outputTokensPerUnit.mid;
  if (list.unit === 'million_tokens') {
    const tier = tierOf(list, volume.requestInputTokens);
    if (tier.input === null) {
      // Video, image and speech models are billed by what they produce alone.
      return tier.output !== null && isProduced(volume.modality) ? rate * tier.output : null;
    }
    return (rate * (tier.input * input + (tier.output ?? tier.input) * output)) / (input + output);
  }
  if (list.perUnit === null || volume.nativePerUnit?.unit !== list.unit) return null;
  return (rate * list.perUnit * volume.nativePerUnit.amount * 1e6) / (input + output);
}

function isProduced(modality: VolumeModel['modality']): boolean {
  return modality === 'video' || modality === 'image' || modality === 'speech';
}

const UNIT_LABELS: Record<Exclude<ListPrice['unit'], 'million_tokens'>, LocalizedText> = {
  video_second: { zh: '每秒视频', en: 'per second of video' },
  audio_second: { zh: '每秒音频', en: 'per second of audio' },
  image: { zh: '每张', en: 'per image' },
  ten_thousand_characters: { zh: '每万字符', en: 'per 10,000 characters' },
  call: { zh: '每次调用', en: 'per call' },
};

function labelOf(list: ListPrice, volume: VolumeModel): LocalizedText {
  const sign = list.currency === 'USD' ? '$' : '¥';
  if (list.unit !== 'million_tokens') {
    const unit = UNIT_LABELS[list.unit];
    return { zh: `${sign}${list.perUnit} ${unit.zh}`, en: `${sign}${list.perUnit} ${unit.en}` };
  }
  const tier = tierOf(list, volume.requestInputTokens);
  const length = tier.upTo === null ? '' : `, ≤ ${Math.round(tier.upTo / 1_000)}K`;
  const amounts = [tier.input, tier.output]
    .filter((price) => price !== null)
    .map((price) => `${sign}${price}`)
    .join(' / ');
  return {
    zh: `每百万 Token 输入/输出 ${amounts}${length}`,
    en: `${amounts} per 1M tokens in / out${length}`,
  };
}
