/**
 * Words that only hint at a use case: they count beside a model, a provider or a sign of AI, and only where nothing firmer is
 * said. Car brands stand here because a model in a brand's cars is its voice assistant until a text says otherwise.
 */
export const useCaseHints: Readonly<Record<string, string>> = {
  tutoring: '教育|课堂|education|classroom|students|题目|讲解|maths|pupils',
  ai_search: '搜索|search',
  office_writing:
    '写作|办公|撰写|writing|e-mails|emails|productivity suite|office work|Copilot|slides|drafting',
  incar_assistant:
    '车企|整车|上车|新车|宝马|奔驰|奥迪|大众汽车|吉利|极氪|蔚来|小鹏汽车|理想汽车|比亚迪|长安汽车|carmaker|automaker|BMW|Mercedes|Audi|Volkswagen|Zeekr|Geely|NIO|XPeng|BYD|Stellantis|car brand|vehicles',
  device_assistant:
    '语音助手|手机厂商|智能手机|iPhone|iPhones|smartphones|handsets|phone maker|voice assistant',
  long_doc_summary: '总结|摘要|summaries|summarise|summarize|summarises|summarizes|文献|literature',
  lead_mining: 'leads|sales team|销售团队|线索|商机|prospects',
  supply_logistics: '物流|供应链|调度|logistics|shipments|supply chain|库存|inventory|freight',
  legal_assistant: '合同|法律|contracts|legal team',
  asr_transcription: '录音|字幕|captions',
  meeting_assistant: '会议|meetings|纪要|minutes',
  fin_research: '理财|行情',
  credit_risk: '合规|compliance|fraud|贷款|信贷|loans|lending|credit|授信|审贷',
  data_analysis: '报表|数据分析|reporting|analytics',
  code_assistant: '编程|编码|coding|programming|developers|engineering teams',
  cs_chatbot: '客户咨询|答疑客户|customer questions|tickets|support|app chat|answers guests|assistant|bot',
  medical_assistant: '医疗|医院|医生|patients|clinicians|doctors',
  industrial_assistant: '工厂|产线|factory|factories|维修|检修|technicians|repair',
  gov_service: '政府|government|市民|居民|residents|citizens|council',
  copywriting: '营销|推广|详情页|copy|product pages|marketing',
  hr_recruiting: '招聘|简历|hiring|recruitment|面试|候选人|interviews|candidates|résumés',
  game_npc: '玩家|players',
  insurance_claims: '保单|保险|insurance policies|理赔|claims',
  recommendation: '推荐|ranking',
  video_editing: '剪辑|clipping|highlights',
  image_generation: '海报|artwork|posters|封面|插图|配图|covers|visuals|illustrations',
  video_generation:
    '视频|短视频|成片|video clips|footage|videos|镜头|动画|宣传片|shots|films|trailers|animation',
  content_moderation: '审核|违规|screened|harmful',
  translation: '多语言|multilingual|出海|译|languages',
  news_monitoring: '热点|日报|资讯|news|新闻|briefing',
  companion: '陪伴|companion',
  digital_human: '口播|avatar',
  tts_voice: '播报|朗读|旁白|声音|配音|voices|voice',
  script_writing: '剧本|大纲|编剧|scripts|plots|screenwriters|novels',
  data_labeling: '标注|labels|labelling',
  game_production: '美术|贴图|textures|game art',
  three_d_generation: '三维|3D',
  music_generation: '歌曲|旋律|songs|melodies',
  ad_creative: '广告|投放|advertising|campaign',
  rag_qa: '制度|规程|policies|procedures|handbook',
  test_ops: '测试|用例|日志|logs|tests',
  grading: '作文|作业|essays|exams',
  voice_agent: '电话|来电|通话|calls|telephone|phone line',
  doc_processing: '单据|录入|表单|invoices|forms',
  shopping_agent: '选购|shoppers',
  virtual_try_on: '试穿|换装',
  video_understanding: '监控|摄像头|cameras',
  deep_research: '调研|research',
  image_editing: '照片|photos',
};

/** Words of the reference that everyday texts use for other things too: a hint, no more. */
export const tooCommon: ReadonlySet<string> = new Set(
  [
    '合同|法律|法务|总结|摘要|录音|热点|日报|招聘|简历|供应商|物流|供应链|调度|结构化|清洗|打标|工艺|仿真|投放|上架|类目|待办|陪伴|高光',
    '消除|播报|售前|售后|客群|字幕|成片|二创|原画|数据分析|行业研究|研究报告|剪辑|海报|短视频制作|漫剧|语音助手|保单|审核|召回',
    '个性化|多语言|音色|朗读|运单|客诉|报关|脚本|台词|本地化|资讯播报|世界模型|智驾|自动驾驶|对口型|插画|合规审查|口播|标题生成|比价|答疑',
    'logistics|supply chain|shipment|customs|compliance|fraud|assessment|multilingual|companion|avatar|highlight|proposal|resume',
    'consultation|poster|illustration|action items|clipping|narration|soundtrack|moderate|Copilot|dispatch|slogan|triage',
    'FAQ|classification at scale|market report|product advisor|underwriting|research notes|iPhone|grading',
  ]
    .join('|')
    .split('|')
    .map((word) => word.toLowerCase()),
);

/** Words of the reference that tell of no use where people write them: whose they are, not what is done. */
export const tellsNothing: ReadonlySet<string> = new Set(['供应商']);

/** Words that several use cases claim, with the one that is usually meant. */
export const usuallyMeans: Readonly<Record<string, string>> = {
  copilot: 'office_writing',
  写作助手: 'office_writing',
  字幕: 'asr_transcription',
  素材检索: 'video_understanding',
  配音: 'tts_voice',
  会议纪要: 'meeting_assistant',
  听悟: 'meeting_assistant',
  'meeting notes': 'meeting_assistant',
  'phone agent': 'voice_agent',
  质检: 'cs_quality',
  'quality inspection': 'industrial_assistant',
  'policy q&a': 'rag_qa',
  'contract review': 'legal_assistant',
  公文: 'office_writing',
  手机助手: 'device_assistant',
  合规审查: 'credit_risk',
  underwriting: 'credit_risk',
  核保: 'insurance_claims',
};
