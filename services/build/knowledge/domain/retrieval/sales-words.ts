import type { GlossaryEntry } from './glossary.ts';

// Words of the trade that no name of a product or use case holds. One line an entry: Chinese, then English.
const LINES = `
价格,单价,定价,收费 | price,pricing,cost
折扣,优惠 | discount,discounted
免费额度 | free quota
节省计划 | savings plan
半价 | half price
账单,计费 | billing
预算 | budget
模型 | model
大模型 | large model,llm
开源,开放权重 | open weights,open-weight,open source
微调,调优,训练 | fine-tuning,tuning,training
部署 | deployment,deploy
推理 | inference
批量 | batch
缓存 | cache,cached
上下文 | context
上下文缓存 | context cache
限流,并发限制 | rate limit
延迟,时延,响应速度 | latency,response time
吞吐 | throughput
预置吞吐 | provisioned throughput
地域,区域 | region
新加坡 | singapore
北京 | beijing
香港 | hong kong
弗吉尼亚 | virginia
法兰克福 | frankfurt
东京 | tokyo
数据出境,数据驻留,数据不出境 | where data rests,data residency
合规 | compliance
安全 | security,safety
隐私 | privacy
加密 | encryption
内容安全,内容审核 | content moderation
知识库 | knowledge base
检索 | retrieval,search
向量 | vector,embedding
重排 | rerank
智能体 | agent
工作流 | workflow
插件 | plugin
迁移,切换 | migration,move,switch
兼容 | compatible
接口 | api,interface
密钥 | key
语音识别 | speech recognition
语音合成 | speech synthesis,text to speech
声音复刻 | voice cloning
视频生成 | video generation
图像生成,文生图 | image generation
图像理解 | image understanding
翻译 | translation
代码 | code
客服 | customer service
竞争对手,竞品 | competitor
优势 | advantage,strength
劣势,不足 | weakness
案例,客户案例 | case,customer case
效果,结果 | result,results
份额 | share
客户 | customer,client
企业 | enterprise
银行 | bank,banking
汽车 | automotive,car
物流 | logistics
游戏 | game,games
教育 | education
医疗 | healthcare
电商 | e-commerce
短剧 | short drama
火山引擎,火山 | volcengine,volcano engine
豆包 | doubao
百度 | baidu
腾讯 | tencent
华为 | huawei
阿里云 | alibaba cloud,aliyun
通义,千问,通义千问 | qwen
百炼 | bailian,model studio
万相 | wan
可灵 | kling
每秒 | per second
每百万 | per million
小时 | hour
分钟 | minute
每月,月 | month
每天,日 | day
`;

/** Pairs of words that sellers and buyers of AI services use in both languages. */
export const salesWords: readonly GlossaryEntry[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [zh = '', en = ''] = line.split(' | ');
    return { zh: zh.split(','), en: en.split(',') };
  });
