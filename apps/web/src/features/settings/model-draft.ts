import type { ModelConnectionSetting, SaveModelConnection } from '@tokenholic/contracts';

/** What stands in the form's fields, as typed. */
export interface ModelDraft {
  kind: SaveModelConnection['kind'];
  model: string;
  baseUrl: string;
  apiKey: string;
  priceInput: string;
  priceOutput: string;
}

export type DraftProblem =
  | 'model_needed'
  | 'base_url_needed'
  | 'base_url_wrong'
  | 'key_needed'
  | 'price_wrong';

export function draftOf(model: ModelConnectionSetting | null): ModelDraft {
  return {
    kind: model?.kind ?? 'bailian',
    model: model?.model ?? '',
    baseUrl: model?.baseUrl ?? '',
    apiKey: '',
    priceInput: model?.price == null ? '' : String(model.price.input),
    priceOutput: model?.price == null ? '' : String(model.price.output),
  };
}

/** What to send, or what is still wrong in the order of the fields. */
export function readDraft(
  draft: ModelDraft,
  isNew: boolean,
): { body: SaveModelConnection; problems: [] } | { body: null; problems: DraftProblem[] } {
  const problems: DraftProblem[] = [];
  const [model, baseUrl, apiKey] = [draft.model.trim(), draft.baseUrl.trim(), draft.apiKey.trim()];
  if (model === '') problems.push('model_needed');
  if (baseUrl === '' && draft.kind === 'openai_compatible') problems.push('base_url_needed');
  if (baseUrl !== '' && !(/^https?:\/\//i.test(baseUrl) && URL.canParse(baseUrl)))
    problems.push('base_url_wrong');
  if (isNew && apiKey === '') problems.push('key_needed');
  const price = readPrice(draft.priceInput, draft.priceOutput);
  if (price === undefined) problems.push('price_wrong');
  if (problems.length > 0 || price === undefined) return { body: null, problems };
  return {
    body: {
      ...{ kind: draft.kind, model, price },
      baseUrl: baseUrl === '' ? null : baseUrl,
      apiKey: apiKey === '' ? null : apiKey,
    },
    problems: [],
  };
}

/** Null when both are empty, undefined when they are no pair of prices. */
function readPrice(input: string, output: string): SaveModelConnection['price'] | undefined {
  if (input.trim() === '' && output.trim() === '') return null;
  const [first, second] = [Number(input), Number(output)];
  const isPrice = (text: string, value: number) => text.trim() !== '' && value >= 0 && Number.isFinite(value);
  return isPrice(input, first) && isPrice(output, second) ? { input: first, output: second } : undefined;
}
