/**
 * Services and open models in use with companies whose makers the reference does not hold, by the use each is for where
 * nothing else is said: `use: names apart by |`. A use of one is a use with an unknown provider, or of one's own machines.
 */
const VENDORS: Readonly<Record<string, string>> = {
  tts_voice: 'ElevenLabs|Murf|Play.ht|XTTS|思必驰',
  asr_transcription: 'Deepgram|AssemblyAI|Speechmatics|SenseVoice|Otter.ai',
  music_generation: 'Suno|Udio',
  image_generation:
    'Midjourney|Adobe Firefly|Firefly|Stable Diffusion|SDXL|Stability AI|Ideogram|FLUX|可图|Kolors',
  image_editing: 'Perfect Corp|美图奇想|美图',
  video_generation: 'Runway|Luma AI|Pika Labs',
  digital_human: 'HeyGen|Synthesia|D-ID|硅基智能',
  virtual_try_on: 'IDM-VTON',
  code_assistant: 'Cursor|Windsurf|Tabnine|StarCoder|Replit',
  coding_agent: 'Devin',
  legal_assistant: 'Harvey|CoCounsel|幂律',
  translation: 'DeepL',
  office_writing: 'Grammarly|Notion AI',
  voice_agent: 'PolyAI|Parloa',
  cs_chatbot: 'Cognigy|Decagon|Intercom Fin|网易七鱼',
  hr_recruiting: 'HireVue|北森',
  medical_assistant: 'Infermedica|Abridge',
  video_understanding: 'Hikvision|商汤|旷视|海康|依图|云从',
};

/** What may be used for anything. */
const GENERAL = 'Perplexity|Cohere|Aleph Alpha|Luminous|AI21|Watsonx|零一万物|面壁|九天大模型';

/** Use by name, null where the name tells of none. */
export const outsideVendors: ReadonlyMap<string, string | null> = new Map([
  ...Object.entries(VENDORS).flatMap(([use, names]) =>
    names.split('|').map((name): [string, string] => [name, use]),
  ),
  ...GENERAL.split('|').map((name): [string, null] => [name, null]),
]);

/** Products of providers in the reference whose names do not say whose they are: `provider: names apart by |`. */
export const providerProducts: Readonly<Record<string, string>> = {
  aws: 'Amazon Polly|Amazon Lex|Amazon Connect|Amazon Rekognition|Rekognition|Amazon Transcribe|Textract|Amazon Alexa|Alexa|Amazon Nova',
  azure: 'Nuance|Azure Speech|Bing Chat',
  google: 'PaLM|Dialogflow|BigQuery|Google Translate|Cloud Vision|Google Assistant',
  openai: 'text-davinci|OpenAI Enterprise',
  volcengine: 'CapCut|剪映',
  baidu: '百度灵医|小度|百度小度',
  alibaba: '读光|aitryon',
  tencent: '腾讯智影|智影',
  zhipu: 'ChatGLM2|ChatGLM3',
};

/** Names that hold the name of a provider and mean somebody or something else. */
export const otherNames: readonly string[] = [
  ...[
    '腾讯体育',
    '腾讯视频',
    '腾讯音乐',
    '腾讯新闻',
    '阿里影业',
    '百度地图',
    '百度贴吧',
    '美团外卖',
    '小米手机',
    '小米汽车',
  ],
  ...[
    '快手小店',
    '快手平台',
    '华为手机',
    '谷歌地图',
    'Google Maps',
    'Google Play',
    'Amazon Prime',
    'Microsoft Excel',
  ],
  ...['昇腾集群', '昇腾卡', '昇腾芯片', '昇腾服务器', '昇腾算力', '兼容昇腾', '适配昇腾'],
];
