import type { Scenario } from '../scenario.ts';

export const technical: Scenario = {
  id: 'technical',
  opening: {
    zh: '我是架构组的陈启。PPT 我看过了，直接聊技术细节吧。',
    en: 'Chen Qi, architecture. I have seen the slides; let us go straight to the details.',
  },
  topics: [
    {
      id: 'latency',
      cue: /延迟|响应|首字|latency|response time|first token/i,
      tells: {
        zh: '首字超过一秒，前端体验就过不了关；我们看 P95，不看平均。',
        en: 'Above one second to the first token the front end fails. We look at p95, not the mean.',
      },
    },
    {
      id: 'load',
      cue: /并发|峰值|QPS|流量|concurren|peak|throughput|traffic/i,
      tells: {
        zh: '晚上八点是高峰，并发大约八百路，持续一个半小时。',
        en: 'The peak is at eight in the evening: some eight hundred at once for ninety minutes.',
      },
    },
    {
      id: 'stack',
      cue: /架构|技术栈|部署|集成|接口|architecture|stack|deploy|integrat|API/i,
      tells: {
        zh: '服务都在 Kubernetes 上，网关走 OpenAI 兼容接口，换模型最好不动代码。',
        en: 'All on Kubernetes behind an OpenAI-compatible gateway; changing models should not change code.',
      },
    },
    {
      id: 'quality',
      cue: /评测|效果|准确|质量|evaluat|accura|quality/i,
      tells: {
        zh: '我们有两千条标注问答，每次换模型都要重跑一遍。',
        en: 'We have two thousand labelled questions and rerun them for each change of model.',
      },
    },
    {
      id: 'security',
      cue: /安全|合规|审计|权限|secur|complian|audit|permission/i,
      tells: {
        zh: '要过等保三级，调用日志留半年，密钥按项目隔离。',
        en: 'Level 3 protection, half a year of call logs, keys apart for each project.',
      },
    },
  ],
  objections: [
    {
      id: 'lock',
      answer: /兼容|开源|迁移|标准|compatib|open|migrat|standard/i,
      says: {
        zh: '用了你们的平台，以后想换是不是就被绑死了？',
        en: 'Once on your platform, are we locked in?',
      },
    },
    {
      id: 'limit',
      answer: /限流|扩容|预留|重试|SLA|保障|quota|reserve|retry|scale/i,
      says: {
        zh: '别家高峰期老是 429，你们凭什么不会限流？',
        en: 'Others give us 429 at the peak. Why would you not?',
      },
    },
    {
      id: 'hallucinate',
      answer: /引用|检索|拒答|校验|评测|citation|retriev|refus|verif|evaluat/i,
      says: {
        zh: '模型编造答案怎么办？出一次错就是事故。',
        en: 'And when the model invents an answer? One mistake is an incident.',
      },
    },
  ],
};
