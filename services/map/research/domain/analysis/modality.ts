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

export function fits(model: ReadonlySet<OutputKind>, use: ReadonlySet<OutputKind> | undefined): boolean {
  return use === undefined || [...model].some((kind) => use.has(kind));
}

const KIND_BY_NAME: readonly { pattern: RegExp; kind: OutputKind }[] = [
  { pattern: /3d$/i, kind: 'three_d' },
  { pattern: /image|图像|图片/i, kind: 'image' },
  { pattern: /video|视频/i, kind: 'video' },
  { pattern: /tts|语音合成/i, kind: 'voice' },
  { pattern: /\basr\b|语音识别/i, kind: 'transcript' },
];

/** What a member of a family makes, where its name tells it: "混元3D", "Qwen-Image". Null where it does not. */
export function kindByName(name: string): ReadonlySet<OutputKind> | null {
  const found = KIND_BY_NAME.find(({ pattern }) => pattern.test(name));
  return found === undefined ? null : new Set([found.kind]);
}
