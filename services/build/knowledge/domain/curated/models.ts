import type { ListPrice, ReferenceModel } from '@tokenholic/reference';
import { type CuratedDocument, lines } from './curated-document.ts';

const OURS = 'alibaba';
const UNITS: Record<ListPrice['unit'], { zh: string; en: string }> = {
  million_tokens: { zh: '每百万 Token', en: 'per million tokens' },
  video_second: { zh: '每秒视频', en: 'per second of video' },
  audio_second: { zh: '每秒音频', en: 'per second of audio' },
  image: { zh: '每张图片', en: 'per image' },
  ten_thousand_characters: { zh: '每万字符', en: 'per ten thousand characters' },
  call: { zh: '每次调用', en: 'per call' },
};

/** One document for each family of models that we serve: what each is, and its list price. */
export function modelDocuments(models: readonly ReferenceModel[]): CuratedDocument[] {
  const served = models.filter(({ servedBy, familyOnly }) => servedBy.includes(OURS) && familyOnly !== true);
  const families = [...new Set(served.map(({ family }) => family))];
  return families.map((family) => {
    const own = served.filter((model) => model.family === family);
    return {
      key: `models/${family}`,
      title: `模型与价格 · Models and prices: ${family}`,
      origin: own[0]?.source.url ?? null,
      asOf:
        own
          .map(({ source }) => source.asOf)
          .sort()
          .at(-1) ?? null,
      body: own.map(modelBody).join('\n\n'),
    };
  });
}

function modelBody({ name, prices, contextTokens, releasedOn, openWeights }: ReferenceModel): string {
  const price = prices.find(({ providerId }) => providerId === OURS);
  return lines(
    `## ${name}`,
    price === undefined
      ? `${name}：阿里云列表价未查到。 ${name}: no list price found at Alibaba Cloud.`
      : priceLines(name, price),
    contextTokens !== null &&
      `${name} 上下文长度 ${contextTokens} Token。 Context window of ${name}: ${contextTokens} tokens.`,
    openWeights === true &&
      `${name} 开放权重，可以自行部署。 ${name} has open weights and can be self-hosted.`,
    releasedOn !== null && `${name} 发布于 ${releasedOn}。 ${name} was released on ${releasedOn}.`,
  );
}

function priceLines(name: string, price: ListPrice): string | null {
  const { input, output, perUnit, tiers, currency } = price;
  const unit = UNITS[price.unit];
  const parts = [
    input !== null || output !== null
      ? `${name} 在阿里云的列表价：${unit.zh}输入 ${input ?? '未知'}、输出 ${output ?? '未知'} ${currency}。 List price of ${name} at Alibaba Cloud ${unit.en}: input ${input ?? 'unknown'}, output ${output ?? 'unknown'} ${currency}.`
      : null,
    perUnit === null
      ? null
      : `${name} 在阿里云的列表价：${unit.zh} ${perUnit} ${currency}。 List price of ${name} at Alibaba Cloud: ${perUnit} ${currency} ${unit.en}.`,
    tiers.length > 1
      ? lines(
          '输入长度上限 · Input up to | 输入 · Input | 输出 · Output |',
          ...tiers.map((tier) =>
            [tier.inputTokensUpTo ?? '∞', tier.input ?? '?', tier.output ?? '?', ''].join(' | ').trim(),
          ),
        )
      : null,
  ];
  return lines(...parts) || null;
}
