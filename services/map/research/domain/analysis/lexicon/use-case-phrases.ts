/** What texts say instead of a use's name: its steps, its results, those it serves. One line, phrases apart by `|`. */
export const useCasePhrases: Readonly<Record<string, string>> = {
  ad_creative:
    '广告图|信息流素材|买量视频|广告片|投放图|投放视频|推广素材|ad images|ad variants|paid social|banner ads|display ads|campaign assets|campaign images|social ads|advertising campaign|ad campaign',
  ai_search:
    '搜索问答|答案生成|搜索助手|搜索框里的回答|search assistant|answers on top of search|answer box|search summary|answers in search',
  asr_transcription:
    '语音转文本|实时字幕|录音整理|语音听写|语音输入|录音转写|transcripts|transcribing|dictation|live subtitles|closed captions|voice input|voice typing|recordings are transcribed',
  autonomous_data:
    '场景库|感知数据|驾驶数据|仿真视频|仿真训练|road-test video|driving footage|traffic simulation|scenario generation|synthetic scenes|driving simulation|rare scenes',
  code_assistant:
    '编码工具|代码编写|编程工具|IDE插件|代码续写|code completions|coding tool|programming assistant|write code|writing code|write software|code editor assistant',
  coding_agent:
    '自动修复缺陷|代码迁移|大规模重构|代码重构|自动改代码|large refactoring|code migration|legacy code migration|fixes bugs on its own|autonomous software engineer',
  companion:
    '虚拟朋友|陪聊|情感聊天|陪伴机器人|AI朋友|虚拟陪伴|companion chat|character chats|AI characters|role play|virtual companion',
  consumer_assistant:
    '智能管家|出行助理|行程助手|旅行助手|行程规划助手|生活助手|用户端助手|travel assistant|trip planner|travel planner|concierge|digital assistant|passenger assistant|banking assistant|guest assistant|app users can ask',
  content_moderation:
    '内容风控|图片审核|文本审核|违规图片|鉴黄|内容治理|评论区治理|图文审核|审核图片|photo screening|harmful posts|abuse detection|image moderation|comment moderation|flags harmful|posts are screened|screens posts|unsafe images|moderation model',
  copywriting:
    '推文撰写|软文|公众号文章|营销邮件|商品介绍|卖点文案|宣传文案|产品介绍文案|newsletters|product texts|promotional texts|promotional e-mails|promotional emails|social media posts|marketing emails|item descriptions|blurbs|product copy',
  credit_risk:
    '尽职调查报告|信用评估|可疑交易|欺诈识别|合规检查|信贷调查|信贷审核|洗钱|loan application|credit application|credit report|money laundering|money-laundering|fraud alert|suspicious transaction|suspicious activity|credit analysis|loan file|credit file|compliance review|sanctions screening|risk control',
  cs_chatbot:
    '客服问答|客服系统|售后咨询|用户咨询|客户提问|咨询回复|答疑机器人|客服平台|在线答疑|客户支持|客服工单|回复客户|customer help|customer questions|support conversations|support requests|answers customers|customer queries|help centre bot|help center bot|support inbox|customer messages|shopper questions|customer contacts|web chat|live chat|support chat|service desk|guest messages|customer dialogue',
  cs_quality:
    '通话小结|工单总结|工单摘要|会话摘要|对话质检|服务小结|坐席提示|wrap-up notes|agent coaching|call scoring|quality monitoring|contact summary|post-call|ticket summary|service quality checks',
  data_analysis:
    '自然语言查询|数据问答|对话式分析|数据助手|查数|用中文提问|经营数据问答|报表问数|questions about data|questions about the data|question into SQL|into SQL|SQL queries|data assistant|ask the data|spreadsheet questions|questions about spreadsheets|queries in plain English|plain-language queries|turned into SQL|asks in plain language',
  data_labeling:
    '打标签|数据清洗|训练样本|自动打标|预标注|标注环节|labels images|labelled data|pre-labelling|data annotation|training examples|training data',
  deep_research:
    '行业调研|深度报告|市场调研|文献调研|竞品调研|desk research|literature search|market research|competitive analysis|market scan',
  device_assistant:
    '语音控制|家电语音|智能音箱|智能家居|系统级助手|端侧模型|耳机助手|语音遥控|smart home|voice control|smart TV|earbuds|wearable|on-device model|voice remote|phone assistant',
  digital_human:
    '虚拟人|虚拟讲师|AI主播|数字分身|数智人|virtual presenter|talking avatar|virtual host|digital presenter|live avatar',
  doc_processing:
    '票据录入|单据录入|表单录入|发票识别|运单识别|面单识别|证照识别|材料识别|合同抽取|字段提取|信息提取|单证录入|单据抽取|reads invoices|paperwork|customs forms|form reading|scanned documents|data capture|label reading|receipts|document intake|delivery notes|purchase orders|document reading|reading of invoices',
  fin_research:
    '研报撰写|投资研究|财报分析|研究员助手|research desk|analyst reports|earnings summary|portfolio research|investment memo|stock research|investment notes|research summary|reads filings',
  game_npc:
    '剧情对话|NPC对话|智能队友|游戏内助手|NPC dialogue|in-game companion|non-player characters|in-game dialogue',
  game_production:
    '游戏原画|角色立绘|场景美术|游戏贴图|美术侧|game textures|level art|in-game assets|game sprites',
  gov_service:
    '政务大厅|市民咨询|办事咨询|政策解答|市民提问|城市热线|citizen questions|resident enquiries|council services|questions from residents|public services|permit questions|municipal hotline',
  grading:
    '作业批阅|homework marking|homework is marked|自动打分|试卷批阅|批改作业|marks homework|exam marking|grades papers|scores essays|essay marks|marking of essays|marking essays',
  gui_agent:
    '流程自动化|网页操作|界面自动化|桌面操作|desktop automation|UI automation|operates the browser|screen automation',
  hr_recruiting:
    '简历解析|招聘初筛|人才匹配|候选人筛选|AI面试官|CV parsing|shortlisting|candidate shortlist|interview questions|job applications|applicant screening',
  image_editing:
    '去背景|白底图|老照片修复|换场景|图片精修|edits photos|photo edits|removes backgrounds|image retouching|changes the scene',
  image_generation:
    '商品主图|设定图|宣传海报|概念设计|封面生成|封面设计|角色设计|product shots|key art|cover images|thumbnails|product photos|stills|image creation|artwork',
  incar_assistant:
    '车内助手|车机语音|车内语音助手|车内对话|talks to the driver|drivers can talk|in-car voice|cockpit voice|vehicle assistant|voice assistant for drivers|chat with their car',
  industrial_assistant:
    '故障诊断助手|故障码|检修助手|运维助手|维修手册|维修师傅|操作规程问答|工艺问答|设备问答|检修人员|repair assistant|repair technicians|fault codes|equipment questions|troubleshooting|maintenance procedures|field technicians|plant assistant',
  insurance_claims:
    '理赔初审|理赔审核|车损|人伤案件|核保问答|赔案|claims photos|claim assessment|damage assessment|motor claims|claim summaries|first notice of loss',
  lead_mining:
    '线索打分|线索评分|销售跟进|商机评估|潜客|lead qualification|qualifies leads|scores leads|sales outreach|lead scoring|sales prospects',
  legal_assistant:
    '合同比对|法规检索|类案检索|法律问答|合同初审|法律文书|contract comparison|clause comparison|NDA review|legal questions|legal documents|contracts are reviewed|court rulings',
  listing_ops:
    '商品信息补全|属性补全|店铺运营|商家工具|listing titles|product titles|merchant listings|item attributes|enriches listings',
  long_doc_summary:
    '文献阅读|报告摘要|评论摘要|研报速读|长文速读|review summaries|literature reading|digests of reports|report summary|literature reviews are',
  medical_assistant:
    '病历书写|出院小结|门诊病历|患者随访|预问诊|影像报告|就诊记录|patient notes|consultation notes|radiology reports|patient intake|clinical note drafting|doctor notes',
  meeting_assistant:
    '会议摘要|会议转写|会议速记|meeting recap|minutes of meetings|meeting transcript|meeting recordings',
  multimodal_search: '找同款|以图找图|图片搜索|search by photo|similar images|find similar products',
  music_generation: '背景音乐|编曲|写歌|jingles|compose music|background tracks|songs are',
  news_monitoring: '新闻早报|资讯摘要|舆情日报|舆情|press digest|news briefing|press review|media briefing',
  office_writing:
    'weekly reports|报告撰写|邮件草稿|办公文档|公文起草|材料撰写|标书撰写|邮件起草|e-mail drafts|email drafts|slide decks|slide outlines|report drafting|internal documents|proposals are written|site reports|drafting and rewriting',
  rag_qa:
    '员工助手|规程查询|内部助手|内部机器人|员工提问|内部文档问答|staff assistant|questions from employees|policy assistant|internal chatbot|company handbook|questions about policies|answers staff|internal documents search',
  recommendation:
    '兴趣标签|个性化首页|用户兴趣|推荐侧|feed ranking|interest tags|personalised home|recommended items|ranking of posts|recommender model',
  script_writing:
    '剧情大纲|小说大纲|剧本大纲|写剧本|plot outline|novel outline|storylines|writes scripts|screenplays',
  shopping_agent:
    '搭配建议|智能点餐|点餐助手|选购助手|AI 点单|orders by chat|shopping advice|takes orders|product finder|gift finder|outfit advice',
  supply_logistics:
    '配送路线|库存预测|运价预测|装载优化|排程|路线规划|delivery routes|forecasts demand|demand planning|timetable planning|stock planning|load planning|inventory forecast|route suggestions|demand forecasts',
  test_ops:
    '合并请求|用例补全|根因分析|测试脚本|merge requests|unit test|test suites|root cause analysis|failing builds|log triage',
  three_d_generation: '三维道具|三维模型|三维资产|3D props|3D model',
  translation: '译制|译文|初译|字幕组|subtitle translation|translations|localised into|translation workflow',
  tts_voice: '播音|合成音|有声化|read aloud|voiceovers|synthetic narration|audio versions',
  tutoring:
    '题目讲解|口语练习|伴学|讲题功能|maths explanations|homework tutor|speaking practice|study help|exam practice',
  video_editing: '赛事集锦|精彩片段|直播切片|cuts clips|match highlights|highlight clips',
  video_generation:
    '动画生成|片头动画|宣传片制作|AI视频|样片生成|moving shots|animated clips|AI video|product videos|promo videos',
  video_understanding: '视频巡检|视频识别|监控视频|footage analysis|video recognition|surveillance video',
  virtual_try_on: '虚拟试妆|试衣间|virtual fitting|try on clothes',
  voice_agent:
    '电话回访|外呼机器人|语音应答|电话通知|语音热线|接听来电|voice bot|answers calls|picks up calls|reminder calls|outbound reminders|telephone assistant|helpline|telephone bot|calls are answered',
};
