import type { LibraryPersona } from './persona.ts';

/** Customers of media, games, schools and hospitals. Invented people and figures. */
export const contentPersonas: readonly LibraryPersona[] = [
  {
    id: 'games',
    industryId: 'games',
    covers: ['games', 'social'],
    name: { zh: '程野', en: 'Cheng Ye' },
    role: { zh: '制作人', en: 'Producer' },
    company: { zh: '浮舟游戏', en: 'Fuzhou Boat Games' },
    size: 'medium',
    knowledge: 'informed',
    useCase: { zh: '游戏角色对话和美术出图', en: 'character dialogue and game art' },
    provider: { zh: '一家海外绘图服务', en: 'a foreign image service' },
    facts: {
      today: {
        zh: '剧情靠 12 个文案手写，出图是海外工具加外包。',
        en: '12 writers do all dialogue by hand; art comes from a foreign tool and outsourcing.',
      },
      history: {
        zh: '内测时接过一版角色对话，玩家十分钟就把它聊崩了。',
        en: 'In a closed test we let characters talk freely, and players broke them within ten minutes.',
      },
      pain: {
        zh: '版本更新赶不上，外包一来一回要三周。',
        en: 'We cannot keep up with updates: one round with the outsourcer takes three weeks.',
      },
      cost: {
        zh: '上个版本晚了五周，当月流水少了 900 万元。',
        en: 'The last version was five weeks late and cost 9 million yuan of revenue that month.',
      },
      volume: {
        zh: '每个月 4,000 张图，对话上线后预计每天 200 万次。',
        en: '4,000 images a month; dialogue would be 2 million calls a day once live.',
      },
      spend: {
        zh: '美术外包一个月 75 万元，海外工具 4 万元。',
        en: 'Art outsourcing is 750,000 yuan a month, the foreign tool 40,000.',
      },
      goal: { zh: '把一个版本的制作周期从 10 周降到 7 周。', en: 'Bring a version from 10 weeks to 7.' },
      stake: {
        zh: '公司就这一款在赚钱，我压力很大。',
        en: 'This is our only game that earns money, so it weighs on me.',
      },
      decider: {
        zh: '制作上我定，超过 100 万元要老板点头。',
        en: 'Production is my call; above 1 million yuan the owner has to nod.',
      },
      budget: {
        zh: '这个版本能挪 60 万元出来试。',
        en: 'I can move 600,000 yuan of this version’s budget to try it.',
      },
      deadline: { zh: '四月的周年庆版本要用上。', en: 'It must be in the anniversary version in April.' },
      data: {
        zh: '角色设定是我们的命根子，不能被别人学了去。',
        en: 'Our characters are our life: nobody else may learn from them.',
      },
      stack: {
        zh: 'Unity 客户端，服务端是 C++，运营后台是 Python。',
        en: 'A Unity client, C++ servers and a Python back office.',
      },
    },
  },
  {
    id: 'short-drama',
    industryId: 'short-drama',
    covers: ['short-drama', 'film-tv', 'media', 'short-video', 'online-literature', 'advertising', 'design'],
    name: { zh: '苏晚', en: 'Su Wan' },
    role: { zh: '内容事业部总经理', en: 'General manager of content' },
    company: { zh: '拾光短剧', en: 'Shiguang Drama' },
    size: 'medium',
    knowledge: 'novice',
    useCase: { zh: '剧本创作和视频生成', en: 'scripts and video generation' },
    provider: { zh: '一家视频模型的会员', en: 'a subscription to one video model' },
    facts: {
      today: {
        zh: '编剧 30 个人写本子，视频用会员账号一条条生成。',
        en: '30 writers do the scripts, and clips are generated one by one on a shared subscription.',
      },
      history: {
        zh: '试过整集生成，人物换个镜头脸就变了，返工比拍还贵。',
        en: 'We tried to generate whole episodes; faces changed between shots, and fixing it cost more than filming.',
      },
      pain: {
        zh: '爆款窗口就一周，我们出一部要 25 天。',
        en: 'A hit lasts a week, and one drama takes us 25 days.',
      },
      cost: {
        zh: '上季度有 6 个题材被同行抢先，少赚 500 万元。',
        en: 'Last quarter rivals were first on 6 themes; that cost us 5 million yuan.',
      },
      volume: {
        zh: '一个月 40 部剧，大约要生成 5,000 分钟的素材。',
        en: '40 dramas a month, about 5,000 minutes of generated footage.',
      },
      spend: {
        zh: '现在素材一个月花 85 万元，编剧另算。',
        en: 'Footage costs 850,000 yuan a month, writers not included.',
      },
      goal: {
        zh: '一部剧从 25 天压到 12 天，质量过审。',
        en: 'One drama in 12 days instead of 25, and it has to pass review.',
      },
      stake: {
        zh: '投资方给了对赌，今年要 400 部。',
        en: 'Our investors made it a condition: 400 dramas this year.',
      },
      decider: {
        zh: '内容我定，钱要联合创始人和我一起批。',
        en: 'Content is my decision; money needs my co-founder and me.',
      },
      budget: {
        zh: '试点 30 万元以内我能直接批。',
        en: 'Up to 300,000 yuan for a pilot I can approve myself.',
      },
      deadline: {
        zh: '春节档的 10 部要在一月中旬交片。',
        en: 'The 10 dramas of the spring festival are due in mid January.',
      },
      data: {
        zh: '剧本没播之前是机密，泄露一部就白做了。',
        en: 'Scripts are secret until they air; one leak and the work is for nothing.',
      },
      stack: {
        zh: '没有技术团队，剪辑用的是桌面软件和网盘。',
        en: 'We have no engineers, just desktop editing and a network drive.',
      },
    },
  },
  {
    id: 'education',
    industryId: 'education',
    covers: ['education'],
    name: { zh: '方宁', en: 'Fang Ning' },
    role: { zh: '产品副总裁', en: 'Vice president of product' },
    company: { zh: '知行学堂', en: 'Zhixing Learning' },
    size: 'medium',
    knowledge: 'informed',
    useCase: { zh: 'AI 辅导和作文批改', en: 'tutoring and essay marking' },
    provider: { zh: '一家国内大模型', en: 'one domestic model' },
    facts: {
      today: {
        zh: '辅导接了一家国内模型，作文还是 200 个兼职老师批。',
        en: 'Tutoring runs on a domestic model; essays are marked by 200 part-time teachers.',
      },
      history: {
        zh: '作文自动批改试过，评语千篇一律，家长投诉到校长那里。',
        en: 'We tried automatic marking; all comments read alike and parents complained to the principal.',
      },
      pain: {
        zh: '作文平均两天才发回来，学生早忘了自己写了什么。',
        en: 'Essays come back after two days, when pupils no longer know what they wrote.',
      },
      cost: {
        zh: '续费率因为这个掉了 6 个点，一年少收 1,300 万元。',
        en: 'Renewals fell by 6 points because of it: 13 million yuan a year.',
      },
      volume: {
        zh: '一个月 45 万篇作文，辅导问答每天 80 万次。',
        en: '450,000 essays a month, and 800,000 tutoring questions a day.',
      },
      spend: {
        zh: '批改费一篇 3 块 5，一个月要 157 万元。',
        en: 'Marking costs 3.5 yuan an essay, 1.57 million a month.',
      },
      goal: {
        zh: '当天返回，评语要让老师认可，续费率回到 82%。',
        en: 'Return them the same day, with comments teachers accept, and renewals back at 82%.',
      },
      stake: { zh: '这是我来公司接的第一个项目。', en: 'It is the first project I took on in this company.' },
      decider: {
        zh: '教研组说好才算好，CEO 拍板。',
        en: 'The teaching team has to approve the quality, then the CEO decides.',
      },
      budget: {
        zh: '下学期预算 200 万元，包含人工。',
        en: 'Next term’s budget is 2 million yuan, people included.',
      },
      deadline: {
        zh: '二月开学前要完成试用。',
        en: 'The trial has to be finished before term starts in February.',
      },
      data: {
        zh: '未成年人的信息管得严，姓名和学校不能给第三方。',
        en: 'Data of minors is strictly ruled: no names or schools to third parties.',
      },
      stack: {
        zh: '题库和学习记录在自己的云上，前端是小程序。',
        en: 'Questions and learning records are in our own cloud account, the front end is a mini-program.',
      },
    },
  },
  {
    id: 'healthcare',
    industryId: 'healthcare',
    covers: ['healthcare', 'pharma'],
    name: { zh: '钟文澜', en: 'Zhong Wenlan' },
    role: { zh: '医院信息中心主任', en: 'Head of the hospital’s information centre' },
    company: { zh: '滨海第二医院', en: 'Binhai Second Hospital' },
    size: 'large',
    knowledge: 'informed',
    useCase: { zh: '病历生成', en: 'clinical notes' },
    provider: { zh: '电子病历厂商自带的模型', en: 'the model of our records vendor' },
    facts: {
      today: {
        zh: '医生自己敲病历，住院部有 15 个文员帮着整理。',
        en: 'Doctors type their notes; 15 clerks tidy them up on the wards.',
      },
      history: {
        zh: '病历厂商送过一个助手，专科术语错得离谱，医生不肯用。',
        en: 'The records vendor gave us an assistant; it mangled specialist terms and doctors refused it.',
      },
      pain: {
        zh: '医生一天有 2 个小时在写病历，门诊排到晚上七点。',
        en: 'Doctors spend 2 hours a day on notes, and clinics run until seven in the evening.',
      },
      cost: {
        zh: '病历缺陷每年被医保扣 380 万元。',
        en: 'Faulty notes cost us 3.8 million yuan a year in insurance deductions.',
      },
      volume: {
        zh: '每天门诊 7,000 人次，住院病历 600 份。',
        en: '7,000 outpatients a day and 600 inpatient records.',
      },
      spend: {
        zh: '病历系统维护一年 260 万元，模型部分没有单独计价。',
        en: 'Maintaining the records system costs 2.6 million yuan a year; the model has no price of its own.',
      },
      goal: {
        zh: '写病历的时间减半，缺陷率降到 1% 以下。',
        en: 'Halve the time for notes and bring faults below 1%.',
      },
      stake: {
        zh: '明年评级要看病历质量，院长亲自抓。',
        en: 'Next year’s rating looks at the notes, and the president follows it himself.',
      },
      decider: {
        zh: '医务处和我一起评，院长办公会定，采购要招标。',
        en: 'Medical affairs and I evaluate, the president’s office decides, and purchasing needs a tender.',
      },
      budget: { zh: '信息化专项里有 120 万元。', en: 'There are 1.2 million yuan in the digital programme.' },
      deadline: {
        zh: '六月评级前要稳定运行三个月，所以三月要上。',
        en: 'It must run for three months before the rating in June, so it has to be live in March.',
      },
      data: {
        zh: '病人资料绝对不能出院内网，这是红线。',
        en: 'Patient data must never leave the hospital network: that is a red line.',
      },
      stack: {
        zh: 'HIS、EMR 是两家厂商的，接口走集成平台。',
        en: 'HIS and EMR come from two vendors and meet on an integration platform.',
      },
    },
  },
];
