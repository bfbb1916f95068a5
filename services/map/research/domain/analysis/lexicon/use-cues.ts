/** The clause says in so many words that something is in use. */
export const useCue =
  /使用|采用|选用|选了|选择了|引入|切换到|换成|换用|接入|调用|基于|部署|运行在|运行于|跑在|跑的是|承担|承接|承载|生成|驱动|支撑|支持|搭载|切到|切给|交给|交由|迁(?:到|移至)|改用|走(?:的是)?|沿用|借助|依托|凭借|由.{1,40}(?:完成|回答|生成|处理|负责|提供|驱动|撰写|承担|承建|支撑|打分|给出|产出|朗读|协助)|接在|接的是|上线|落地|合作|用的是|用(?!户|于|例|途|人|工)|底座|基座|底层|背后|来自|归|靠|交付给|授权|订阅|采购|购买|\buses?\b|\busing\b|\bused\b(?! to )|\bruns? (?:on|through|in)\b|\brunning on\b|powered by|driven by|built (?:on|around|upon|with)|based on|founded on|deployed|relies on|rely on|depends? on|backed by|served by|supported by|supplied by|provided by|through|switched to|moved to|migrated to|adopted|introduc(?:es|ed|ing)|\bchose(?:n)?\b|\bselected\b|\btalks? to\b|\b(?:go|goes|went|sent|passed|handed) to\b|in production|\bhandle[sd]?\b|\bgenerate[sd]?\b|\bcalls?\b|launch(?:ed|es)|upgraded|supplies|signed|\bput\b|behind|drafts?\b|\bwrites?\b|written (?:by|with)|translate[sd]?\b|answer(?:s|ed)\b|\breads?\b|done by|made (?:in|with|by)|comes? from|work of|thinks with|\bhas\b|\bhave\b|subscribe\w*|licen[cs]e[sd]?|\bcuts?\b|lifted|covers?\b|brings?\b|shortens?|joined|pairs?\b|earned|installed|reached|\bsits\b|\bruns\b|\bdefault model\b|默认模型|推出|发布|升级|覆盖|提效/i;

/** The sentence is about artificial intelligence at all. */
export const aiCue =
  /AI|人工智能|大模型|模型|智能体|大语言模型|LLM|生成式|算法|机器学习|token|推理|智能|\bmodels?\b|\bagents?\b|\bassistant\b|chatbot|copilot|machine learning|generative|gpt|neural|prompt/i;

/** A stronger sign: the sentence can only be about language models and their like. */
export const firmAiCue =
  /\bAI\b|AI|AIGC|人工智能|供应商(?:未|尚未)|supplier (?:is|was|has) not|大模型|智能体|大语言模型|LLM|生成式|\b(?:language|large|generative) models?\b|\bgenerative\b|artificial intelligence|\bagents?\b|chatbot|voicebot|\bassistant\b|机器人/i;

/** "AI in customer service": a use without a verb. */
export const placedUseCue = /\b(?:AI|agents?|models?|LLMs?) (?:in|for|across) /i;

/** The same thing as just named does something else too: "the same model", "it also", "该助手还". */
export const sameAgainCue =
  /同一(?:个|套|款)?(?:大?模型|底座|系统|平台|助手|智能体|引擎|方案)|同样由(?:它|其)|也由(?:它|其)|(?:它|该(?:系统|平台|助手|模型)|其)(?:还|也|同时)|\bthe same (?:model|assistant|system|engine|platform|agent|service|one|tool)\b|\b(?:it|this|the (?:system|assistant|model|tool)) (?:also|further)\b|\bso (?:is|are|does)\b/i;

/** Stands right before a name that is made use of: "with", "is", "由", "用". */
export const governsName =
  /(?:\b(?:with|by|in|on|through|via|using|to|from|uses?|is|are|was|were|asks?|lets?|has|have|for)\s(?:[\w'’-]+\s){0,2}|(?:[用由靠给让走接经调为是选归买换配]|：|: |- )[^，。,.]{0,6})$/i;

/** What follows a name that is at work: "Gemini reads …", "豆包负责 …". */
export const doesSomething =
  /^(?:\s(?:now |then |also |still |already )?(?!is\b|was\b|has\b|costs\b|leads\b|scores\b|does\b|says\b|beats\b|wins\b|this\b|its\b|as\b)[a-z]{3,}s\b|[^，。]{0,5}(?:出[图片稿]?|写|做|画|读|译|审|答|管|来(?!自)|负责|处理|打底|生成|完成|代劳|接待|跑))/;
