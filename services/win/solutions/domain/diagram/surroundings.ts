import type { LocalizedText } from '@tokenholic/contracts';

/** Where a use case is used from, and which of the client's systems it usually has to reach. */
export interface Surroundings {
  channels: readonly Channel[];
  systems: readonly System[];
}

const text = (zh: string, en: string): LocalizedText => ({ zh, en });

export const channels = {
  web: text('官网与 App', 'Web and app'),
  mini: text('公众号与小程序', 'WeChat and mini program'),
  phone: text('电话线路', 'Phone lines'),
  desk: text('坐席工作台', 'Agent desktop'),
  office: text('钉钉与企业微信', 'DingTalk and WeCom'),
  ide: text('开发者 IDE', 'Developer IDE'),
  pipeline: text('CI 流水线', 'CI pipeline'),
  studio: text('创作工作台', 'Creation studio'),
  batch: text('批处理任务', 'Batch jobs'),
  shop: text('商城前台', 'Storefront'),
  seller: text('商家后台', 'Merchant console'),
  portal: text('报表门户', 'Reporting portal'),
  car: text('车机', 'Head unit'),
  device: text('终端设备', 'Devices'),
  game: text('游戏客户端', 'Game client'),
  ward: text('医生工作站', 'Clinician workstation'),
  learner: text('学习 App', 'Learning app'),
  hall: text('政务大厅与热线', 'Service hall and hotline'),
  rooms: text('会议终端', 'Meeting rooms'),
  field: text('现场移动端', 'Field app'),
} as const;
type Channel = keyof typeof channels;

export const systems = {
  crm: text('CRM 客户资料', 'CRM'),
  tickets: text('工单系统', 'Ticketing'),
  orders: text('订单与物流', 'Orders and logistics'),
  documents: text('制度与产品文档', 'Policies and product documents'),
  repository: text('代码仓库', 'Code repositories'),
  tracker: text('需求与缺陷系统', 'Issue tracker'),
  assets: text('素材与版权库', 'Asset and rights library'),
  content: text('内容管理系统', 'Content management'),
  catalogue: text('商品中心', 'Product catalogue'),
  warehouse: text('数据仓库', 'Data warehouse'),
  profiles: text('用户画像', 'User profiles'),
  core: text('核心业务系统', 'Core business system'),
  risk: text('风控与合规系统', 'Risk and compliance system'),
  market: text('行情与研报数据', 'Market and research data'),
  claims: text('理赔系统', 'Claims system'),
  records: text('病历系统', 'Medical records'),
  recordings: text('录音与会话存档', 'Recordings and chat archive'),
  contracts: text('合同与法规库', 'Contracts and statutes'),
  hr: text('人力资源系统', 'HR system'),
  lessons: text('题库与教务系统', 'Question bank and course system'),
  vehicle: text('车辆与地图数据', 'Vehicle and map data'),
  gameServer: text('游戏服务器', 'Game servers'),
  moderation: text('审核后台', 'Moderation console'),
  adverts: text('广告投放平台', 'Advertising platforms'),
  equipment: text('设备与生产系统', 'Equipment and production systems'),
  supply: text('仓储与运输系统', 'Warehouse and transport systems'),
  affairs: text('政务审批系统', 'Government case system'),
  messages: text('消息与日程', 'Mail and calendar'),
  monitoring: text('监控与告警', 'Monitoring and alerts'),
  desktop: text('业务系统界面', 'Business applications'),
} as const;
type System = keyof typeof systems;

const place = (some: readonly Channel[], many: readonly System[]): Surroundings => ({
  channels: some,
  systems: many,
});

const SERVICE = place(['web', 'mini', 'desk'], ['crm', 'tickets', 'orders']);
const CODE = place(['ide', 'pipeline'], ['repository', 'tracker']);
const CREATION = place(['studio', 'batch'], ['assets', 'content']);
const OFFICE = place(['office', 'web'], ['documents', 'messages']);
const PAPERS = place(['office', 'batch'], ['documents', 'core']);

/** By use case of the reference; what is not listed gets an office's. A test holds every use case against it. */
const byUseCase: Readonly<Record<string, Surroundings>> = {
  cs_chatbot: SERVICE,
  voice_agent: place(['phone', 'desk'], ['crm', 'orders', 'recordings']),
  cs_quality: place(['desk', 'batch'], ['recordings', 'crm']),
  lead_mining: place(['desk', 'office'], ['crm', 'recordings']),
  companion: place(['web', 'device'], ['profiles', 'moderation']),
  consumer_assistant: place(['web', 'mini'], ['profiles', 'content']),
  code_assistant: CODE,
  coding_agent: CODE,
  test_ops: place(['pipeline', 'ide'], ['repository', 'monitoring']),
  script_writing: CREATION,
  copywriting: place(['seller', 'studio'], ['catalogue', 'content']),
  image_generation: CREATION,
  image_editing: CREATION,
  virtual_try_on: place(['shop', 'seller'], ['catalogue', 'assets']),
  video_generation: CREATION,
  video_editing: CREATION,
  video_understanding: place(['batch', 'studio'], ['assets', 'content']),
  digital_human: place(['web', 'studio'], ['assets', 'content']),
  tts_voice: CREATION,
  asr_transcription: place(['phone', 'batch'], ['recordings', 'content']),
  music_generation: CREATION,
  three_d_generation: CREATION,
  translation: place(['office', 'batch'], ['content', 'documents']),
  content_moderation: place(['web', 'batch'], ['content', 'moderation']),
  news_monitoring: place(['office', 'batch'], ['content', 'warehouse']),
  rag_qa: place(['office', 'web'], ['documents', 'core']),
  doc_processing: PAPERS,
  long_doc_summary: PAPERS,
  office_writing: OFFICE,
  meeting_assistant: place(['rooms', 'office'], ['messages', 'documents']),
  deep_research: place(['office', 'web'], ['documents', 'market']),
  gui_agent: place(['office', 'batch'], ['desktop', 'core']),
  hr_recruiting: place(['office', 'web'], ['hr', 'messages']),
  ai_search: place(['web', 'mini'], ['content', 'profiles']),
  recommendation: place(['web', 'mini'], ['profiles', 'content', 'warehouse']),
  multimodal_search: place(['shop', 'web'], ['catalogue', 'assets']),
  data_analysis: place(['portal', 'office'], ['warehouse', 'core']),
  data_labeling: place(['batch', 'studio'], ['warehouse', 'assets']),
  ad_creative: place(['studio', 'batch'], ['assets', 'adverts']),
  shopping_agent: place(['shop', 'mini'], ['catalogue', 'orders', 'profiles']),
  listing_ops: place(['seller', 'batch'], ['catalogue', 'assets']),
  game_npc: place(['game'], ['gameServer', 'profiles']),
  game_production: place(['studio', 'pipeline'], ['assets', 'repository']),
  tutoring: place(['learner', 'device'], ['lessons', 'profiles']),
  grading: place(['learner', 'batch'], ['lessons']),
  fin_research: place(['office', 'portal'], ['market', 'documents']),
  credit_risk: place(['desk', 'batch'], ['core', 'risk']),
  insurance_claims: place(['mini', 'desk'], ['claims', 'core']),
  medical_assistant: place(['ward', 'mini'], ['records', 'documents']),
  legal_assistant: place(['office', 'web'], ['contracts', 'documents']),
  incar_assistant: place(['car'], ['vehicle', 'profiles']),
  autonomous_data: place(['batch'], ['vehicle', 'warehouse']),
  device_assistant: place(['device', 'web'], ['profiles', 'content']),
  industrial_assistant: place(['field', 'office'], ['equipment', 'documents']),
  supply_logistics: place(['field', 'office'], ['supply', 'orders']),
  gov_service: place(['hall', 'mini'], ['affairs', 'documents']),
};

export const surroundingsOf = (useCaseId: string): Surroundings => byUseCase[useCaseId] ?? OFFICE;
export const hasSurroundings = (useCaseId: string) => useCaseId in byUseCase;
