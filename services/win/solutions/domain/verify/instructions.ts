const INSTRUCTIONS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules?|guidelines?|above|previous)/i,
  /\b(?:system prompt|developer message|jailbreak|do anything now|you are now|act as (?:a|an|if)|pretend to be|respond only with|reply with exactly|print the following|repeat after me|reveal your)\b/i,
  /\b(?:always|only|must) (?:recommend|answer|say|output|respond|reply)\b/i,
  /\b(?:assistant|ai model|language model|chatbot)\b.{0,30}\b(?:must|should|shall|please|need to)\b/i,
  /<\s*\/?\s*(?:script|iframe|img|svg|object|embed|form|style|link|meta|body|input|base)\b|javascript:|data:text\/html|\bon(?:error|load|click|mouseover)\s*=/i,
  /!\[[^\]]*\]\(\s*https?:/i,
  /\b(?:drop|truncate|alter) table\b|\bunion\s+(?:all\s+)?select\b|'\s*or\s*'?1'?\s*=\s*'?1|;\s*--|\bxp_cmdshell\b/i,
  /(?:忽略|无视|忘记|跳过).{0,20}(?:指令|要求|规则|提示|内容)|系统提示词?|你现在是|从现在起你|请?只(?:回答|输出|推荐)|必须(?:回答|输出|推荐)|扮演/,
];

/** Text that gives orders to whoever reads it with a machine, or that a page or database would run. Never quoted. */
export function isInstruction(text: string): boolean {
  return INSTRUCTIONS.some((pattern) => pattern.test(text));
}
