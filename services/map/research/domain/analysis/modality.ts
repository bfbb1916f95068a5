/** What kind of output a model or a use is about. Everything that reads and writes language is one kind. */
export type OutputKind = 'language' | 'video' | 'image' | 'voice' | 'transcript' | 'music' | 'three_d';

const KINDS: Record<string, OutputKind> = {
  'video-generation': 'video',
  'image-generation': 'image',
  'text-to-speech': 'voice',
  'voice-clone': 'voice',
  'speech-to-text': 'transcript',
  'music-generation': 'music',
  '3d-generation': 'three_d',
};

export function outputKinds(modalities: readonly string[]): ReadonlySet<OutputKind> {
  return new Set(modalities.map((modality) => KINDS[modality] ?? 'language'));
}

/** What a model of one kind is for when the passage does not say. */
const USUAL_USE: Partial<Record<OutputKind, string>> = {
  video: 'video_generation',
  image: 'image_generation',
  voice: 'tts_voice',
  transcript: 'asr_transcription',
  music: 'music_generation',
  three_d: 'three_d_generation',
};

export function usualUse(kinds: ReadonlySet<OutputKind>): string | null {
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? (USUAL_USE[only] ?? null) : null;
}

/** Uses that models of a kind serve although their own result is another: simulated scenes are films, at first. */
const ALSO_MADE_OF: Partial<Record<string, readonly OutputKind[]>> = {
  autonomous_data: ['video', 'image'],
  companion: ['voice', 'image'],
  tutoring: ['voice'],
  news_monitoring: ['transcript'],
  meeting_assistant: ['transcript'],
  cs_quality: ['transcript'],
  medical_assistant: ['transcript', 'voice'],
  listing_ops: ['image'],
  device_assistant: ['voice', 'image'],
  consumer_assistant: ['voice', 'image'],
  game_npc: ['voice'],
  digital_human: ['image'],
};

/** What a use's results are made of. */
export function kindsOfUse(id: string, modalities: readonly string[]): ReadonlySet<OutputKind> {
  return new Set([...outputKinds(modalities), ...(ALSO_MADE_OF[id] ?? [])]);
}

export function fits(model: ReadonlySet<OutputKind>, use: ReadonlySet<OutputKind> | undefined): boolean {
  return use === undefined || [...model].some((kind) => use.has(kind));
}

const KIND_BY_NAME: readonly { pattern: RegExp; kind: OutputKind }[] = [
  { pattern: /3d$/i, kind: 'three_d' },
  { pattern: /image|图像|图片|文生图/i, kind: 'image' },
  { pattern: /video|视频/i, kind: 'video' },
  { pattern: /music|音乐/i, kind: 'music' },
  { pattern: /\basr\b|sensevoice|语音识别|transcri/i, kind: 'transcript' },
  { pattern: /tts|语音合成|语音|speech|voice/i, kind: 'voice' },
];

const WORD_AFTER =
  /^\s?(?:AI )?(?:的|['’]s )?\s?(图像|文生图|图片|视频|音乐|语音识别|语音合成|语音(?=模型|大模型|合成)|3D|image|video|music|voice|speech|TTS|ASR)(?!助手|客服|理解)/i;

/** What a member of a family makes, where its name or the word after it tells: "混元3D", "Qwen-Image", "混元图像". */
export function kindByName(name: string, after = ''): ReadonlySet<OutputKind> | null {
  const word = WORD_AFTER.exec(after.slice(0, 16))?.[1];
  for (const told of [name, word ?? '']) {
    const found = KIND_BY_NAME.find(({ pattern }) => told !== '' && pattern.test(told));
    if (found !== undefined) return new Set([found.kind]);
  }
  return null;
}
