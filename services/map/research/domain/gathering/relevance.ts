/** Words that tell of AI at work, in both languages. Wide on purpose: what is kept is still read by the analysis. */
const ABOUT_AI =
  /大模型|大语言模型|人工智能|机器学习|深度学习|智能体|提示词|生成式|多模态|通义|千问|百炼|豆包|火山引擎|文心|混元|盘古|\b(?:ai|llms?|gpt|genai|nlp|rag|mlops?|openai|anthropic|claude|gemini|qwen|deepseek|bedrock|vertex|azure openai|copilot|chatbots?|generative|machine learning|deep learning|language models?|prompt engineer\w*|agentic|ai agents?)\b/gi;

/** How often a text speaks of AI. */
export function aiMentions(text: string): number {
  return text.match(ABOUT_AI)?.length ?? 0;
}

/**
 * The paragraphs of a long document that speak of AI, each with its neighbours and the last heading before it, in order and up to a
 * length; the whole text when it is short. What was left out is marked with an ellipsis.
 */
export function passagesAboutAi(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const paragraphs = text.split(/\n{1,}/).filter((paragraph) => paragraph.trim() !== '');
  const kept = new Set<number>();
  let heading = -1;
  let length = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (/^#{1,6}\s/.test(paragraph)) heading = index;
    if (aiMentions(paragraph) === 0) continue;
    for (const near of [heading, index - 1, index, index + 1]) {
      const size = paragraphs[near]?.length ?? 0;
      if (size === 0 || kept.has(near) || length + size > longest) continue;
      kept.add(near);
      length += size;
    }
  }
  const order = [...kept].sort((a, b) => a - b);
  return order
    .map(
      (index, place) => `${place > 0 && order[place - 1] !== index - 1 ? '…\n\n' : ''}${paragraphs[index]}`,
    )
    .join('\n\n');
}
