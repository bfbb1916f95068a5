// What people of each kind write, as sales people read it every day. Written apart from the rules: nothing here was chosen
// because a rule finds it, and many a sentence none of them does.

type Pool = Readonly<Record<string, { zh: readonly string[]; en: readonly string[] }>>;

export const style: Pool = {
  analytical: {
    zh: [
      '请说明这个准确率是怎么测出来的，样本有多少。',
      '我把你们的参数逐项核对了一遍，有三处对不上。',
      '麻烦把计算口径和假设条件列清楚。',
      '我需要看到完整的文档再往下谈。',
      '这两个方案的差别在哪里，能不能做一张明细表？',
      '上次提到的结论依据是什么？',
      '还有几个问题没有想明白，先不急着定。',
      '原理部分写得太简略，我们的工程师会追问。',
    ],
    en: [
      'Could you explain how exactly that accuracy was obtained and on what sample?',
      'I went through your parameters line by line and three of them do not add up.',
      'Please set out the assumptions behind the calculation.',
      'I would need the full documentation before we go further.',
      'What is the difference between the two options? A table would help.',
      'On what evidence does the last claim rest?',
      'There are still points I have not thought through.',
      'The section on the method is too short, our engineers will ask.',
    ],
  },
  driving: {
    zh: [
      '先说结论，行还是不行？',
      '这件事今天内给我答复。',
      '别绕弯子，直接给个方案。',
      '我要的是结果，过程你们自己把握。',
      '周五之前定下来，不要再拖。',
      '一句话告诉我差多少。',
      '这周必须有进展。',
      '会就不开了，你发我两个选项。',
    ],
    en: [
      'Bottom line first: yes or no?',
      'I want an answer by Friday.',
      'Please get to the point and send me a proposal.',
      'I care about results, how you get there is up to you.',
      'We decide this week, no more meetings.',
      'Just tell me how far apart we are.',
      'There has to be progress this week.',
      'Skip the call, send me two options.',
    ],
  },
  amiable: {
    zh: [
      '我先征求一下同事们的意见再回复你。',
      '这事还得跟各部门商量。',
      '大家觉得可以，我们就往下走。',
      '希望能让团队都参与进来，一起看看。',
      '我们内部还要对齐一次。',
      '运营那边也有顾虑，想听听他们怎么说。',
      '不想让任何一方觉得为难。',
      '等大家都认可了再定也不迟。',
    ],
    en: [
      'Let me check with my colleagues and come back to you.',
      'We will have to discuss it with every department.',
      'If everyone is comfortable with it we can go on.',
      'I would like the whole team to look at this together.',
      'We need one more round to get aligned internally.',
      'Operations has concerns too and I want to hear them out.',
      'I do not want anybody to feel pushed.',
      'There is no hurry, let us find consensus first.',
    ],
  },
  expressive: {
    zh: [
      '想象一下，如果每个编剧都有一个助手，会是什么样！',
      '这个思路太棒了，我很激动。',
      '我们要做行业里第一个吃螃蟹的。',
      '这才是未来的方向。',
      '我喜欢这种大胆的想法。',
      '创新不是修修补补，要敢于颠覆。',
      '上次的演示让全场都沸腾了。',
      '别光讲功能，讲讲愿景。',
    ],
    en: [
      'Imagine every writer with an assistant of their own!',
      'I love this idea, it is really exciting.',
      'I want us to be the ones everybody talks about.',
      'This could be a game changer for the whole industry.',
      'That is the kind of bold move I was hoping for.',
      'Do not show me features, show me the vision.',
      'The room was buzzing after your demo.',
      'Let us dream a little bigger than that.',
    ],
  },
};

export const proof: Pool = {
  data: {
    zh: [
      '能不能给一份压测报告？',
      '上个月的错误率是 2.3%，你们能做到多少？',
      '请附上评测数据。',
      '我们内部看的指标有五个。',
      '没有数字我很难向上汇报。',
      '高峰时 P95 是 850 ms。',
      '对比基准是哪一版？',
    ],
    en: [
      'Can you share a benchmark?',
      'Our error rate last month was 2.3%, what can you do?',
      'Please attach the measured figures.',
      'We track five metrics internally.',
      'Without numbers I cannot report upwards.',
      'Our p95 at peak is 850 ms.',
      'Which version is the baseline?',
    ],
  },
  story: {
    zh: [
      '有没有同行的案例可以参考？',
      '别家是怎么上线的，讲讲经过。',
      '想去标杆客户那边参观一下。',
      '谁已经在用了？他们遇到过什么坑？',
      '举个例子说明一下吧。',
      '上次你讲的那个客户故事很打动人。',
      '我更想听一线的人怎么讲。',
    ],
    en: [
      'Who else in our trade is using it?',
      'Tell me how other companies went about it.',
      'Could we visit a reference customer?',
      'I liked the success story you told us last time.',
      'Can you give me an example of how that works?',
      'A case study would help me more than a slide.',
      'I would rather hear it from somebody who lived through it.',
    ],
  },
};

export const risk: Pool = {
  cautious: {
    zh: [
      '先小范围试点，别一下子铺开。',
      '万一出了问题怎么回退？',
      '我们还是稳妥一点。',
      '这里面的风险你们评估过吗？',
      '上线前必须有兜底方案。',
      '上一次换系统的教训还在眼前。',
    ],
    en: [
      'Let us pilot first with one team.',
      'What if it goes wrong, how do we roll back?',
      'I would rather be careful here.',
      'Have you looked at the risks?',
      'We need a fallback before go-live.',
      'The last replacement still gives me bad dreams.',
    ],
  },
  open: {
    zh: [
      '先跑起来再说，有问题再改。',
      '内测名额给我们留一个。',
      '我们不怕试错。',
      '新模型一出就想尝鲜。',
      '试试看嘛，大不了换回来。',
      '规矩是可以改的。',
    ],
    en: [
      'Let us just try it and fix what breaks.',
      'Put us down for early access.',
      'We are happy to experiment.',
      'Is there a beta we could join?',
      'I say go for it.',
      'Rules can be changed.',
    ],
  },
};

export const role: Pool = {
  economic_buyer: {
    zh: [
      '预算由我这边批。',
      '金额合适的话我来定。',
      '超过一百万要我签字。',
      '这笔钱花得值不值，我要算清楚。',
    ],
    en: [
      'My budget for this is fixed until March.',
      'If the amount is right I will sign off.',
      'Anything over a million needs my signature.',
      'I have to be sure the money is well spent.',
    ],
  },
  champion: {
    zh: [
      '我去推动内部立项。',
      '我会跟老板汇报你们的方案。',
      '你们放心，我支持你们。',
      '我来安排你们见一下分管领导。',
    ],
    en: [
      'I will push this internally.',
      'I am going to make the case to our board.',
      'You know I am on your side here.',
      'I will introduce you to the person who decides.',
    ],
  },
  technical_evaluator: {
    zh: ['接口文档里没有写重试策略。', '测试环境什么时候开通？', '并发上限是多少？', 'SDK 支持流式吗？'],
    en: [
      'The API reference says nothing about retries.',
      'When do we get a sandbox?',
      'What are the rate limits?',
      'Does the SDK stream?',
    ],
  },
  user: {
    zh: [
      '我们每天要用它处理三百单。',
      '界面上能不能少点几下？',
      '坐席反映操作起来不顺手。',
      '夜班的同事最在意好不好用。',
    ],
    en: [
      'We use it every day for three hundred cases.',
      'Could it take fewer clicks?',
      'My agents say the screen is cluttered.',
      'The night shift cares most about how it feels.',
    ],
  },
  procurement: {
    zh: [
      '按流程要三家比价。',
      '请更新报价单，付款账期 60 天。',
      '需要先走供应商准入。',
      '招标文件下周发出。',
    ],
    en: [
      'Our process asks for three quotes.',
      'Please send an updated offer with payment terms of net 60.',
      'You will have to go through vendor onboarding first.',
      'The tender goes out next week.',
    ],
  },
  legal: {
    zh: [
      '合同第七条的责任上限我们不能接受。',
      '法务还在看保密协议。',
      '请明确违约责任。',
      '管辖法院要改在杭州。',
    ],
    en: [
      'We cannot accept the cap on liability in clause seven.',
      'The NDA is still with us, redlines follow.',
      'Please clarify the indemnity.',
      'Governing law has to change.',
    ],
  },
  blocker: {
    zh: ['我不看好这次更换。', '现有系统够用，没必要换。', '为什么要换？我没看到理由。', '这个提议我反对。'],
    en: [
      'I am not convinced by any of this.',
      'There is no reason to switch.',
      'I cannot support this proposal.',
      'Why change something that runs?',
    ],
  },
};

export const topic: Pool = {
  cost: {
    zh: ['单价还能不能再谈？', '今年预算只剩这么多。', '成本这块我们很敏感。', '总拥有成本要算到三年。'],
    en: [
      'Is there room in the pricing?',
      'The budget for this year is nearly spent.',
      'Cost is what we look at first.',
      'Tell me the three-year total.',
    ],
  },
  quality: {
    zh: [
      '答案的准确率是第一位的。',
      '最怕模型出现幻觉。',
      '效果要稳定。',
      '同一个问题两次答得不一样可不行。',
    ],
    en: [
      'Accuracy comes first.',
      'Hallucinations are what worries us.',
      'Quality has to be consistent.',
      'The same question must not get two answers.',
    ],
  },
  performance: {
    zh: ['高峰并发要撑得住。', '响应时间不能超过一秒。', '延迟现在是多少？', '周五晚上流量会翻三倍。'],
    en: [
      'It must hold at peak.',
      'What latency do you see?',
      'Throughput matters most on Fridays.',
      'Traffic triples in the evening.',
    ],
  },
  security: {
    zh: ['数据不能出境。', '合规部门要看审计日志。', '加密方案请说明。', '等保材料准备好了吗？'],
    en: [
      'Prompts must stay in the region.',
      'Compliance wants to see the audit trail.',
      'How is the data encrypted?',
      'Who has access to it?',
    ],
  },
  integration: {
    zh: [
      '要能跟我们的工单系统对接。',
      '迁移要改多少代码？',
      '老系统的接口只有 SOAP。',
      '和现有流程怎么打通？',
    ],
    en: [
      'It has to integrate with our ticketing.',
      'How much do we rewrite to migrate?',
      'Our legacy systems only speak SOAP.',
      'How does it fit what we run?',
    ],
  },
  support: {
    zh: ['出了事谁来响应？', '售后有没有专人？', '能不能安排驻场？', '培训怎么做？'],
    en: [
      'Who answers when it breaks at night?',
      'Is there an account manager for us?',
      'What does your SLA say?',
      'How do you do training?',
    ],
  },
  timeline: {
    zh: ['上线时间不能晚于十月。', '排期能不能提前两周？', '交付节点请列一下。', '年底大促前要用上。'],
    en: [
      'Go-live has to be before October.',
      'Can the schedule move up by two weeks?',
      'Please list the milestones.',
      'We need it before the holidays.',
    ],
  },
  independence: {
    zh: ['我们坚持多云。', '担心以后被一家绑定。', '退出机制要写清楚。', '能不能换成开源模型？'],
    en: [
      'We insist on multi-cloud.',
      'I am wary of lock-in.',
      'The exit plan must be in writing.',
      'Could it be an open-source model?',
    ],
  },
  business_result: {
    zh: ['转化能提高多少？', '最后要看营收增长。', '客户满意度上不去就没意义。', '多久能回本？'],
    en: [
      'How much does conversion go up?',
      'In the end it is revenue that counts.',
      'What is the payback?',
      'Retention is what my boss asks about.',
    ],
  },
  ease_of_use: {
    zh: ['一线能不能快速上手？', '界面要简单。', '最好不用培训就会用。', '操作步骤太多没人愿意用。'],
    en: [
      'It should be intuitive.',
      'How steep is the learning curve?',
      'The interface must be simple.',
      'People will not read a manual.',
    ],
  },
};

export const pain: Pool = {
  cost: {
    zh: ['上季度费用已经超支。', '现在这家太贵了，老板天天念。'],
    en: ['We are over budget on tokens already.', 'What we pay today is too expensive.'],
  },
  quality: {
    zh: ['客服机器人经常答错，投诉很多。', '准确率不稳定，让人头疼。'],
    en: ['The bot gives wrong answers and customers complain.', 'Quality is unstable and it is frustrating.'],
  },
  performance: {
    zh: ['晚高峰排队太久，页面卡死。', '响应慢得受不了。'],
    en: ['It is too slow at peak and requests fail.', 'Latency is painful every Friday.'],
  },
  security: {
    zh: ['上次审计没通过，权限混乱，麻烦不断。', '数据泄露投诉让我们很头疼。'],
    en: ['We failed the last audit.', 'Access control is a nightmare today.'],
  },
  integration: {
    zh: ['接口老是对接失败。', '迁移改造一拖再拖，太麻烦。'],
    en: ['The connectors keep breaking.', 'We are stuck with legacy systems nobody can change.'],
  },
  support: {
    zh: ['提了工单没人管。', '现在的售后太糟了。'],
    en: ['Support tickets go unanswered, nobody responds.', 'We struggle with their support team.'],
  },
  timeline: {
    zh: ['项目已经延期两个月。', '交付总是来不及。'],
    en: ['Delivery is two months behind schedule.', 'The launch date keeps slipping and it is painful.'],
  },
  independence: {
    zh: ['我们被现在的厂商绑死了。', '想换都退不出来，绑定太深。'],
    en: ['We are trapped by lock-in today.', 'A single vendor makes us stuck.'],
  },
  business_result: {
    zh: ['转化一直在下滑。', '老客户流失，营收跟着掉。'],
    en: ['Conversion is dropping every month, we are losing customers.', 'Revenue is dropping.'],
  },
  ease_of_use: {
    zh: ['现在的后台太难用，操作麻烦。', '界面糟糕，天天加班补录。'],
    en: ['The interface is clumsy and people struggle.', 'There are too many clicks, it is painful.'],
  },
};

export const objection: Pool = {
  price: {
    zh: ['你们的价格偏高。', '这个报价太贵了，批不下来。'],
    en: ['Your price is too high for us.', 'There are cheaper offers on my desk.'],
  },
  security: {
    zh: ['数据放在你们那里，合规过不了。', '隐私这块我很担心，谁负责？'],
    en: ['I am worried about our data with you.', 'This will not pass compliance.'],
  },
  lock_in: {
    zh: ['怕被你们绑死。', '以后想换换不了怎么办？'],
    en: ['I fear being locked in.', 'We would be trapped on your platform.'],
  },
  timing: {
    zh: ['现在不是时候，明年再说。', '团队没精力做这个。'],
    en: ['It is not the right time, maybe next year.', 'Come back after the freeze.'],
  },
  competitor: {
    zh: ['火山的报价更便宜。', '另一家已经在给我们做了。'],
    en: ['Azure already offers this cheaper.', 'The other vendor is simply better.'],
  },
  quality: {
    zh: ['你们的效果还达不到要求。', '试用时答错了好几次。'],
    en: ['It is not accurate enough for us.', 'It fails our tests.'],
  },
  authority: {
    zh: ['这不是我说了算。', '要总部批了才行。'],
    en: ['That is not my call.', 'It needs approval from above.'],
  },
  need: { zh: ['我们现在的够用。', '暂时不需要。'], en: ['What we have works.', 'We do not need this.'] },
  migration: {
    zh: ['迁移成本太大。', '改造的工作量怕是做不完。'],
    en: ['The migration effort is huge.', 'It is too much work to move.'],
  },
};

/** What anybody writes, and says nothing of anybody. */
export const filler = {
  zh: [
    '附件请查收。',
    '会议纪要已经看过。',
    '下周三下午有空。',
    '电话里没说完，这里补充一下。',
    '材料收到了。',
    '名单我发给小李了。',
    '地址还是老地方。',
    '我们继续。',
  ],
  en: [
    'The file is attached.',
    'I read the minutes.',
    'Wednesday afternoon is fine.',
    'One more thing after our call.',
    'The papers have arrived.',
    'I sent the list to Sam.',
    'Same place as last time.',
    'Let us carry on.',
  ],
} as const;

export const greeting: Pool = {
  formal: { zh: ['尊敬的王经理：', '您好，'], en: ['Dear Mr Wang,', 'Dear Ms Lin,'] },
  neutral: { zh: ['王工：', '王经理，'], en: ['Hello Wang,', 'Good morning,'] },
  casual: { zh: ['老王，', '在吗～'], en: ['Hey,', 'Hi there,'] },
};
export const closing: Pool = {
  formal: {
    zh: ['烦请贵方尽快回复为盼。\n此致\n敬礼', '感谢您的支持。\n顺颂商祺'],
    en: [
      'We would appreciate your reply.\nKind regards',
      'I would be grateful for an answer.\nYours sincerely',
    ],
  },
  neutral: { zh: ['谢谢。', '等你消息。'], en: ['Thank you.', 'Let me know.'] },
  casual: { zh: ['搞定了叫我哈', '行吧，回头聊啦'], en: ['Cheers', 'Thx, ping me!'] },
};
