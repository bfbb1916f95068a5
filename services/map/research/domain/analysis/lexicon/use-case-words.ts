/** Further words for use cases, beside the reference's keywords: how job ads, blogs and press put it. One line, words apart by `|`. */
export const useCaseWords: Readonly<Record<string, readonly string[]>> = {
  ad_creative: [
    '广告素材|营销素材|投放素材|广告创意|营销AI|广告文案|创意生成|素材生成|投流素材|智能投放',
    'ad creative|ad creatives|marketing AI|campaign creative|ad generation|creative production',
    'marketing creatives|advertising creative|ad copy',
  ],
  ai_search: [
    'AI搜索|AI 搜索|智能搜索|搜索结果|搜索排序|站内搜索|问答搜索|搜索摘要',
    'AI search|generative search|conversational search|search relevance|search results|search ranking',
    'search clicks|search answers|search engine|site search|query understanding',
  ],
  asr_transcription: [
    '语音识别|转写|字幕|录音转文字|语音转文字',
    'transcription|captions|speech recognition|speech-to-text|call transcription|transcribes|transcribed',
    'live captions',
  ],
  autonomous_data: [
    '智驾数据|自动驾驶数据|数据闭环|仿真场景|智能驾驶数据|自动驾驶训练|场景挖掘',
    'driving data|robotaxi|driving scenes|driving scenarios|driving logs|simulation scenarios',
  ],
  code_assistant: [
    '代码助手|代码补全|编程助手|代码生成|写代码|代码开发|研发助手|智能编码|代码智能补全',
    'code assistant|code completion|coding assistant|pair programming|Copilot for developers',
    'GitHub Copilot|code generation|code suggestions|coding assistants|code autocomplete|writes code',
  ],
  coding_agent: [
    '编程智能体|代码智能体|自动编码|研发智能体|软件工程智能体',
    'coding agent|coding agents|autonomous coding|Claude Code|refactorings|refactoring',
    'software engineering agent|codebase migration|agentic coding',
  ],
  companion: ['情感陪伴|角色扮演|虚拟恋人|AI伙伴', 'AI companions|virtual companions|companion app'],
  consumer_assistant: [
    'AI助手|AI 助手|个人助理|出行助手|App助手',
    'consumer assistant|assistant app|in-app assistant|app assistant|personal assistant',
  ],
  content_moderation: [
    '内容审核|风控审核|违规内容识别|图文审核|评论审核|弹幕审核',
    'content moderation|moderation|trust and safety|moderates|harmful content|moderating',
  ],
  copywriting: [
    '文案|营销文案|商品描述|标题优化|推送文案',
    'product copy|marketing copy|marketing text|product descriptions|marketing e-mails|push notifications',
    'ad texts',
  ],
  credit_risk: [
    '信贷审批|授信|风控|反欺诈|尽调|信贷报告|贷后管理|合规审查|反洗钱|尽职调查|信审',
    'credit assistant|credit review|credit memos|underwriting|KYC|anti-money-laundering',
    'loan underwriting|loan review|risk review|credit underwriting|fraud detection|compliance checks',
    'merchant risk|credit scoring|credit decisions|due diligence',
  ],
  cs_chatbot: [
    '智能客服|客服|客服机器人|退款咨询|在线客服|客服助手|客户服务|自助服务|在线咨询',
    'customer service|customer support|support bot|service bot|chatbot|help desk|helpdesk',
    'customer e-mails|customer emails|customer enquiries|customer inquiries|customer chat|support tickets',
    'support assistant|support agent|support chatbot|service assistant|virtual assistant|customer care',
    'ticket replies',
  ],
  cs_quality: [
    '质检|坐席助手|坐席辅助|通话质检|客服质检|录音质检|服务质检',
    'agent helper|agent assist|call quality|quality checks|call summaries|conversation quality',
  ],
  data_analysis: [
    '智能问数|问数|数据分析助手|自然语言取数|经营分析|报表问答',
    'ChatBI|natural language to SQL|text-to-SQL|data agent|analytics assistant|analytics chatbot',
    'natural-language queries|data questions|business intelligence|SQL generation|dashboards by chat',
  ],
  data_labeling: [
    '数据标注|合成数据|数据合成|标注平台|自动标注',
    'data labelling|data labeling|synthetic data|training data generation|auto-labelling|auto-labeling',
    'annotation',
  ],
  deep_research: ['深度研究|研究智能体|深度调研', 'deep research|research agent|market research reports'],
  device_assistant: [
    '手机助手|端侧助手|智能眼镜|AI手机|系统助手',
    'Siri|phone assistant|on-device|on-device assistant|device assistant|smart speaker',
    'smart glasses assistant',
  ],
  digital_human: ['数字人|虚拟主播', 'digital human|digital presenters|AI avatars|AI presenter'],
  doc_processing: [
    '文档解析|单据识别|票据|信息抽取|文档识别|报关单|提单|表单识别|要素抽取|字段抽取|审单',
    'OCR|document processing|document desk|field extraction|invoice processing|bill of lading',
    'document extraction|data extraction|invoices|bills of lading|form processing|parses documents',
  ],
  fin_research: [
    '投研|投顾|研报|投研助手|智能投顾|研究报告生成|研报生成|财富顾问',
    'investment research|equity research|adviser assistant|wealth adviser|research assistant for analysts',
    'equity research assistant|analyst notes|wealth management assistant|market commentary',
  ],
  game_npc: [
    '智能NPC|玩家助手|队友AI|AI队友|剧情NPC|游戏角色',
    'NPC|in-game characters|non-player|NPCs|game characters|player assistant|in-game assistant',
    'game dialogue',
  ],
  game_production: [
    '游戏美术|美术资产|原画|关卡设计|美术资源',
    'game art|game assets|level design|asset production|art pipeline',
  ],
  gov_service: [
    '政务|市民热线|12345热线|12345 热线|政务热线|办事指南|市民服务|政策问答',
    '12345|citizen service|public enquiries|city hotline|municipal services',
  ],
  grading: [
    '批改|作文批改|阅卷|作业批改|自动评分',
    'grading|essay marking|marks essays|essay scoring|essay feedback|automated grading',
  ],
  gui_agent: [
    '界面操作|电脑操作|浏览器智能体',
    'RPA|computer use|browser agent|screen automation|computer-use agent',
  ],
  hr_recruiting: [
    '简历筛选|招聘助手|AI面试|人岗匹配|智能面试',
    'résumé screening|resume screening|recruiting assistant|CV screening|candidate matching|AI interviews',
    'interview assistant|job matching',
  ],
  image_editing: [
    '修图|抠图|图像编辑|去水印|抠像|消除路人',
    'photo editing|image editing|retouching|background removal',
  ],
  image_generation: [
    '图像生成|文生图|出图|定妆照|首帧图|海报生成|概念图|配图生成|生图|海报设计',
    'image generation|text-to-image|product images|concept art|product photos|generated images',
    'image model',
  ],
  incar_assistant: [
    '座舱|车机|车载语音|车载助手|智能座舱|语音座舱|车载大模型',
    'cockpit|in-car|in-vehicle|to the car|cockpit assistant|in-car assistant|in-vehicle assistant',
    'car assistant|voice assistant in the car',
  ],
  industrial_assistant: [
    '设备运维|工业知识|点检|设备维修|维修问答|设备故障|工艺优化|工厂助手|产线助手|维修助手|巡检助手',
    'maintenance assistant|equipment manuals|plant engineers|equipment repair|maintenance manuals',
    'machine operators|shop-floor assistant|predictive maintenance|maintenance technicians',
  ],
  insurance_claims: [
    '理赔|核保|定损|理赔材料',
    'claims handling|claims processing|claims assessment|claims triage|insurance claims|claim files',
    'claims reports',
  ],
  lead_mining: [
    '线索挖掘|销售线索|客户洞察|销售助手|商机挖掘|客户画像|销售智能体',
    'lead generation|sales leads|lead scoring|sales and service|sales insight',
    'sales intelligence|sales assistant|sales agent|prospecting|sales workflows|sales emails',
    'account research|CRM assistant',
  ],
  legal_assistant: [
    '合同审查|合同审核|法律检索|合同起草|法律咨询|法律助手|合同条款',
    'contract review|legal research|contract drafting|contract analysis|legal assistant|clause review',
    'reviews contracts|case law',
  ],
  listing_ops: [
    '商品发布|商品标题|上架|商品属性|商家助手|商家后台|详情页生成',
    'merchant platform|product listings|catalogue enrichment|catalog|merchant assistant|merchant tools',
    'seller assistant|seller tools|product attributes|catalogue data',
  ],
  long_doc_summary: [
    '文献综述|长文摘要|摘要生成|长文总结|研报摘要|文献摘要',
    'literature review|report summaries|document summaries|summarises reports|summarizes reports',
    'summarisation|summarization',
  ],
  medical_assistant: [
    '病历|问诊|导诊|医学信息|辅助诊断|医生助手|健康咨询|病历生成|分诊',
    'clinical notes|medical records|patient triage|medical affairs|clinical documentation|clinical note',
    'medical scribe|discharge summaries|patient questions|symptom checker|triage bot|clinical assistant',
  ],
  meeting_assistant: [
    '会议助手|会议纪要|会议总结|会议记录',
    'meeting notes|meeting assistant|meeting summaries|meeting summary|meeting minutes|meeting recaps',
    'meeting transcripts',
  ],
  multimodal_search: [
    '以图搜图|图搜|拍照搜索|商品识图',
    'visual search|image search|image retrieval|search by image|photo search',
  ],
  music_generation: ['AI配乐|歌曲生成', 'background music|song generation'],
  news_monitoring: ['舆情监测|舆情分析|新闻摘要', 'media monitoring|news summaries|news digests'],
  office_writing: [
    '办公写作|公文写作|写邮件|会议纪要写作|PPT生成|办公助手|智能写作|写周报|办公套件',
    'office products|office assistant|Microsoft 365 Copilot|drafting e-mails|drafts e-mails|draft e-mails',
    'drafting emails|writing reports|office suite|office software|workplace assistant',
  ],
  rag_qa: [
    '知识库问答|知识问答|知识助手|企业知识库|知识库|企业问答|员工问答|制度问答|文档问答|知识检索|内部知识',
    'knowledge assistant|knowledge base|internal search|policy questions|enterprise search',
    'internal assistant|employee assistant|staff questions|knowledge Q&A|intranet search',
    'engineering knowledge|questions from staff',
  ],
  recommendation: [
    '推荐排序|推荐系统|个性化推荐|推荐特征|生成式推荐|信息流推荐|猜你喜欢|用户画像',
    'recommendation|recommender|personalisation|personalization|recommendation feed|content feed',
    'recommendations|personalised feed|personalized feed|recommendation engine',
  ],
  script_writing: [
    '剧本创作|剧本生成|编剧助手|漫剧|剧本|分镜脚本|故事大纲|小说续写',
    'comic drama|comic-drama|scriptwriting|novelists|screenwriting|plot outlines|story drafts',
  ],
  shopping_agent: [
    '导购|AI购物|下单助手|购物助手|一句话下单|点餐|点单|导购助手',
    'shopping assistant|shopping agent|ordering by chat|chat ordering|agentic commerce|ordering assistant',
    'voice ordering|buying assistant|checkout by chat|order by chat|place orders',
  ],
  supply_logistics: [
    '运力预测|路线优化|派单|到港预测|路径规划|运单处理|需求预测',
    'dispatch|demand forecast|ETA|route planning|dispatch planning|delivery planning|shipment tracking',
    'freight matching|inventory planning|across logistics|warehouse planning',
  ],
  test_ops: [
    '代码评审|智能运维|测试用例生成|单元测试生成|告警分析|故障定位|代码审查',
    'code review|test generation|AIOps|incident analysis|log analysis|reviews pull requests',
    'pull request reviews|pull requests are reviewed|reviews merge requests|incident summaries|test cases',
    'root-cause analysis',
  ],
  three_d_generation: ['三维建模|3D建模|三维生成|3D模型生成', '3D models|3D modelling|3D modeling|3D assets'],
  translation: [
    '翻译|本地化|译制|机器翻译|翻译服务|多语种客服',
    'translation|localisation|localization|translate|translates|translated|machine translation',
    'translating|subtitles',
  ],
  tts_voice: [
    '语音合成|配音|旁白合成|有声书合成|合成语音|语音播报',
    'voice-over|text-to-speech|narration|dubbing|audiobooks|audiobook narration|synthetic voices',
  ],
  tutoring: [
    '学习机|答疑|作业辅导|AI老师|解题|AI家教|口语陪练|学习助手|讲题',
    'tutor|tutoring|homework help|learning machine|maths tutor|math tutor|AI tutor|study assistant',
    'learning assistant|language practice|homework',
  ],
  video_editing: [
    '智能剪辑|混剪|拆条|自动剪辑|高光剪辑|智能拆条',
    'video editing|auto-editing|highlight reels|video clips',
  ],
  video_generation: [
    '视频生成|文生视频|图生视频|生成视频|分镜|短片生成|预告片制作|AI短剧|动态分镜',
    'video generation|text-to-video|generated video|trailers|promo clips|generated clips|AI footage',
  ],
  video_understanding: [
    '视频理解|视频打标|视频分析|镜头检索|视频内容理解',
    'video understanding|video tagging|footage search|video analysis|video indexing',
  ],
  virtual_try_on: ['试衣|试穿|模特换装', 'try-on|fitting room'],
  voice_agent: [
    '语音客服|外呼|电话机器人|语音机器人|智能外呼|语音外呼|电话客服|热线',
    'voice agent|voicebot|phone bot|call handling|outbound calls|call centre bot|call center bot',
    'phone calls|phone line|inbound calls|call centre voice agent',
  ],
};
