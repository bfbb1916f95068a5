import type { LocalizedText } from '@tokenholic/contracts';
import type { TrialOutcome } from '@workflow/llm-sdk';

/** What trying a connection showed, and what to do about it. */
export const trialMessages: Readonly<Record<TrialOutcome, LocalizedText>> = {
  answered: { zh: '连接正常，模型已应答。', en: 'The connection works: the model answered.' },
  key_refused: {
    zh: '服务拒绝了这个 API Key。请核对 Key 以及它是否开通了该模型。',
    en: 'The service refused this API key. Check the key, and that it may use this model.',
  },
  model_unknown: {
    zh: '服务不认识这个模型名或地址。请核对模型名与接口地址。',
    en: 'The service does not know this model or address. Check the model name and the base URL.',
  },
  limited: {
    zh: 'Key 有效，但目前被限流或额度不足。请稍后再试，或检查额度。',
    en: 'The key works but is rate-limited or out of quota. Try again later, or check the quota.',
  },
  timed_out: {
    zh: '20 秒内没有应答。请检查网络或服务状态。',
    en: 'No answer within 20 seconds. Check the network and the service.',
  },
  unreachable: {
    zh: '连不上这个地址。请核对接口地址和网络。',
    en: 'The address cannot be reached. Check the base URL and the network.',
  },
  failed: {
    zh: '服务返回了错误。请稍后再试；如果一直如此，请核对接口地址与模型名。',
    en: 'The service answered with an error. Try again later; if it persists, check the base URL and the model name.',
  },
};
