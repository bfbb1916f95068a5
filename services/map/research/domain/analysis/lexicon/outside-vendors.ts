/**
 * Services and open models in use with companies whose makers the reference does not hold, by the use each is for where
 * nothing else is said: `use: names apart by |`. A use of one is a use with an unknown provider, or of one's own machines.
 */
const VENDORS: Readonly<Record<string, string>> = {
  tts_voice:
    'ElevenLabs|Kokoro|IndexTTS|F5-TTS|Fish Speech|Murf|Play.ht|XTTS|思必驰|Cartesia|WellSaid|Resemble AI|Descript|Speechify|Fish Audio|GPT-SoVITS|ChatTTS|出门问问|魔音工坊|标贝|捷通华声|小冰',
  asr_transcription:
    'Deepgram|AssemblyAI|Speechmatics|Otter.ai|Rev.ai|Gladia|Verbit|Trint|Sonix|Soniox|云知声|声网',
  music_generation: 'Suno|Udio|YuE|ACE-Step|AIVA|Soundraw|Stable Audio|Mubert|天工音乐|网易天音',
  image_generation:
    'Midjourney|Stable Diffusion 3|Adobe Firefly|Firefly|Stable Diffusion|SDXL|Stability AI|Ideogram|FLUX|Leonardo AI|Recraft|Krea|Playground AI|Stable Diffusion XL|LiblibAI|哩布哩布|堆友|无界AI|Adobe Express',
  image_editing: 'Perfect Corp|美图奇想|美图|Photoroom|Remove.bg|Clipdrop|Topaz Labs|Pebblely|稿定|佐糖|醒图',
  video_generation:
    'Runway|Gen-4|Gen-3 Alpha|Open-Sora|Mochi 1|Luma AI|Pika Labs|Luma|Pika|Moonvalley|LTX Video|Lightricks|Hedra|右转科技|白日梦AI',
  digital_human:
    'LiveTalking|MuseTalk|Wav2Lip|HeyGen|Synthesia|D-ID|硅基智能|Colossyan|DeepBrain AI|Hour One|Soul Machines|UneeQ|Tavus|相芯|魔珐|世优|风平智能|闪剪',
  virtual_try_on: 'IDM-VTON|CatVTON|Veesual|Zeekit|Revery|Botika|Lalaland|Vue.ai|Fashn',
  code_assistant:
    'Cursor|Windsurf|Tabnine|StarCoder|Replit|Sourcegraph Cody|Codeium|JetBrains AI|Augment Code|Supermaven|aiXcoder|硅心|Zed AI|Cline|Continue.dev',
  coding_agent: 'Devin|Factory AI|Cognition|Sweep AI|OpenHands|Replit Agent|Lovable|Bolt.new',
  legal_assistant:
    'Harvey|CoCounsel|幂律|Luminance|Robin AI|Spellbook|Ironclad|Legora|Lexis+ AI|LexisNexis|北大法宝|威科|Kira Systems|Evisort|无讼|元典',
  translation: 'DeepL|Lilt|Unbabel|Smartling|ModernMT|Systran|小牛翻译|有道翻译|彩云小译|传神',
  office_writing: 'Grammarly|Notion AI|Jasper|Writer.com|Lex.page|Gamma|Tome|笔灵|秘塔写作猫|WPS AI',
  voice_agent:
    'PolyAI|Parloa|Cresta Voice|Replicant|Bland AI|Retell|Vapi|Sierra AI|Skit.ai|百应|一知智能|思必驰外呼|竹间',
  cs_chatbot:
    'Cognigy|Decagon|Intercom Fin|网易七鱼|Ada CX|Sierra|Zendesk AI|Zendesk|Freshdesk|Freddy AI|Kore.ai|Rasa|LivePerson|Drift|Kustomer|Gorgias|智齿|晓多|追一|容联|沃丰|小i机器人|Udesk',
  hr_recruiting: 'HireVue|北森|Eightfold|Paradox|Textio|Pymetrics|Beamery|Workday|大易|近屿智能|海纳AI',
  medical_assistant:
    'Infermedica|Abridge|Nabla|Tortus|Tortus AI|Heidi Health|Suki|DeepScribe|Ambience|Corti|Ada Health|Lunit|Aidoc|左手医生|森亿|惠每|推想|深睿|医渡|医联',
  video_understanding:
    'Hikvision|商汤|旷视|海康|依图|云从|Twelve Labs|BriefCam|Verkada|宇视|云天励飞|澎思|极视角|格灵深瞳',
  video_editing: 'Opus Clip|OpusClip|WSC Sports|Veed|Kapwing|Vizard|万兴喵影|一帧秒创',
  three_d_generation: 'Meshy|Rodin|Hyper3D|Luma Genie|Kaedim|CSM AI|Sloyd|影眸',
  test_ops: 'CodeRabbit|Greptile|Diffblue|Qodo|Dynatrace|Datadog|PagerDuty|Snyk|擎创|博睿',
  meeting_assistant:
    'Otter|Fireflies|Fathom|tl;dv|Zoom AI Companion|Zoom IQ|Webex AI|Read.ai|Granola|Supernormal',
  cs_quality: 'Observe.AI|Cresta|CallMiner|NICE Enlighten|Verint|循环智能|深维智信|Gong|Chorus.ai',
  content_moderation:
    'Hive|Hive AI|ActiveFence|Spectrum Labs|WebPurify|Besedo|Checkstep|Llama Guard|数美|网易易盾|易盾|图普',
  doc_processing:
    'ABBYY|Rossum|Hyperscience|Kofax|Tungsten Automation|Mindee|Nanonets|Klippa|合合|来也|达观|太极图',
  gui_agent: 'UiPath|Automation Anywhere|Blue Prism|Manus|Adept|影刀|实在智能|弘玑',
  grading: 'Gradescope|Turnitin|Graide|CoGrader|科大智学|批改网',
  tutoring: 'Khanmigo|Squirrel AI|松鼠AI|MagicSchool|Duolingo Max',
  insurance_claims: 'Tractable|Shift Technology|CCC Intelligent Solutions|Snapsheet|Claim Genius|Solera',
  credit_risk: 'Feedzai|Featurespace|Zest AI|Upstart|FICO|Quantexa|ComplyAdvantage|同盾|百融|冰鉴',
  fin_research: 'AlphaSense|Kensho|Hebbia|Rogo|萝卜投研|恒生聚源|Bloomberg Terminal AI',
  lead_mining: 'Clay|Apollo.io|ZoomInfo|6sense|Seamless.AI|探迹|励销',
  ad_creative: 'AdCreative.ai|Pencil|Smartly|Persado|Phrasee|Typeface|筷子科技',
  data_analysis: 'ThoughtSpot|Tableau Pulse|Hex Magic|Sisense|帆软|观远|数势|思迈特|Aloudata',
  data_labeling: 'Scale AI|Labelbox|Snorkel|Appen|Surge AI|Gretel|海天瑞声|标贝科技|云测数据',
  autonomous_data:
    'Parallel Domain|Applied Intuition|Nvidia Cosmos|NVIDIA Cosmos|Cosmos|51WORLD|51Sim|Waabi|Wayve GAIA',
  game_npc: 'Inworld|Convai|Nvidia ACE|Charisma.ai|rct AI',
  game_production: 'Scenario.gg|Layer AI|Ludo.ai|Promethean AI',
  incar_assistant: 'Cerence|SoundHound|斑马智行|仙豆',
  industrial_assistant: 'Augury|C3 AI|Uptake|Siemens Industrial Copilot|Landing AI|创新奇智|思谋|阿丘',
  supply_logistics: 'Blue Yonder|o9 Solutions|Kinaxis|RELEX|project44|Pactum|FourKites|杉数|悠桦林|蓝幸',
  multimodal_search: 'Syte|jina-clip|ViSenze|Jina|Pinecone|码隆',
  ai_search: 'Glean|Coveo|Algolia|Elastic AI|秘塔|You.com',
  shopping_agent: 'Constructor.io|Rep AI|Manifest AI',
  recommendation: 'Dynamic Yield|Bloomreach|Algonomy|神策|第四范式',
  news_monitoring: 'Meltwater|Cision|Dataminr|Signal AI|识微|蚁坊|清博',
  companion: 'Replika|Character.AI|Inflection|星野',
  gov_service: 'Govtech|拓尔思|数字认证',
  deep_research: 'Elicit|Consensus AI|Undermind|Exa',
  device_assistant: 'Sensory|SoundAI|声智',
};

/** What may be used for anything. */
const GENERAL =
  'Perplexity|Sonar Pro|Cohere|Aleph Alpha|Luminous|AI21|Watsonx|零一万物|面壁|九天大模型|Command R+|Command R|Command A|Embed 4|IBM Granite|Granite|Jamba|Writer Palmyra|Reka|DBRX|Falcon|Nemotron|InternLM|InternVL|书生|Yi-34B|Yi-Lightning|商量|日日新|SenseNova|360智脑|孟子|澜舟|Inflection|Salesforce Einstein|Einstein GPT|Agentforce|Joule|Now Assist|Apple Intelligence';

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

/** Clouds and gateways outside the catalogue that serve others' models: whoever is served there has an unknown provider. */
export const outsideHosts: readonly string[] = [
  ...[
    'Fireworks',
    'Fireworks AI',
    'Together AI',
    'Together.ai',
    'Groq',
    'GroqCloud',
    'Cerebras',
    'Replicate',
  ],
  ...[
    'Hugging Face',
    'DeepInfra',
    'Nebius',
    'Novita',
    'Anyscale',
    'Baseten',
    'Lambda Labs',
    'CoreWeave',
    'RunPod',
  ],
  ...[
    'Oracle Cloud',
    'OCI Generative AI',
    'IBM Cloud',
    'OVHcloud',
    'Scaleway',
    'Hetzner',
    'STACKIT',
    'NVIDIA NIM',
  ],
  ...[
    'Portkey',
    'Databricks',
    'Snowflake Cortex',
    'Cloudflare Workers AI',
    'SambaNova',
    'Perplexity API',
    'fal.ai',
  ],
  ...[
    '天翼云',
    '天翼节点',
    '移动云',
    '联通云',
    '京东云',
    '金山云',
    '浪潮云',
    'UCloud',
    '优刻得',
    '青云',
    '网易数帆',
  ],
  ...[
    '无问芯穹',
    'PPIO',
    '派欧云',
    '七牛云',
    '并行科技',
    '九章云极',
    '潞晨云',
    '百度飞桨',
    'Gitee AI',
    '魔搭',
    'ModelScope',
  ],
];
