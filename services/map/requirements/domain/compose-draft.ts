import type {
  Finding,
  Language,
  LocalizedText,
  ProfileStatement,
  Quote,
  RequirementItem,
  RequirementSection,
} from '@tokenholic/contracts';

/** What is kept of a finding for a draft. */
export interface KnownFinding {
  useCaseId: string | null;
  providerId: string | null;
  modelName: string | null;
  standing: Finding['standing'];
  source: RequirementItem['source'];
}

export interface KnownStatement {
  aspect: ProfileStatement['aspect'];
  text: string;
  source: RequirementItem['source'];
}

/** Names by reference id. */
export interface Names {
  useCases: ReadonlyMap<string, LocalizedText>;
  providers: ReadonlyMap<string, LocalizedText>;
}

const sourceOf = (quote: Quote | undefined): RequirementItem['source'] =>
  quote === undefined ? null : { title: quote.pageTitle, url: quote.url, quote: quote.text };

export function knownFinding(finding: Finding): KnownFinding {
  const { useCaseId, providerId, modelName, standing, quotes } = finding;
  return { useCaseId, providerId, modelName, standing, source: sourceOf(quotes[0]) };
}

export function knownStatement({ aspect, text, quotes }: ProfileStatement): KnownStatement {
  return { aspect, text, source: sourceOf(quotes[0]) };
}

/** What no page tells and every project needs to know. */
const ALWAYS_ASKED: readonly [RequirementSection, LocalizedText][] = [
  [
    'constraint',
    {
      zh: '数据可以出境吗？哪些数据必须留在本地或专有环境？',
      en: 'May data leave the country? Which data must stay on premises or in a dedicated environment?',
    },
  ],
  [
    'constraint',
    {
      zh: '对响应时间和可用性有什么要求？高峰期并发大约多少？',
      en: 'What response time and availability do you need, and how many requests at once at peak?',
    },
  ],
  [
    'constraint',
    {
      zh: '需要对接哪些系统（客服、CRM、ERP、工单等）？',
      en: 'Which systems must it work with (contact centre, CRM, ERP, ticketing …)?',
    },
  ],
  [
    'question',
    {
      zh: '希望什么时候上线？怎样算成功，用哪个指标衡量？',
      en: 'When should it go live, and by which figure will you call it a success?',
    },
  ],
  [
    'question',
    {
      zh: '预算范围和决策流程是怎样的？还有哪些同事需要参与？',
      en: 'What are the budget and the way to a decision, and who else takes part?',
    },
  ],
];

/** A first draft of what a client needs, from what research found: facts to confirm, wishes to confirm, and open questions. */
export function composeDraft(
  known: { findings: readonly KnownFinding[]; statements: readonly KnownStatement[] },
  names: Names,
  language: Language,
  newId: () => string,
): RequirementItem[] {
  const zh = language === 'zh';
  const item = (
    section: RequirementSection,
    text: string,
    origin: RequirementItem['origin'],
    source: RequirementItem['source'] = null,
  ): RequirementItem => ({ id: newId(), section, text, origin, source, answer: null });
  const useOf = (finding: KnownFinding) => names.useCases.get(finding.useCaseId ?? '')?.[language];
  const byWhom = (finding: KnownFinding) => {
    const provider = names.providers.get(finding.providerId ?? '')?.[language];
    const { modelName } = finding;
    if (provider === undefined || modelName === null) return provider ?? modelName;
    return zh ? `${provider}（${modelName}）` : `${provider} (${modelName})`;
  };
  const named = known.findings.filter((finding) => useOf(finding) !== undefined);
  const current = named.filter(({ standing }) => standing === 'current');
  const told = current.flatMap((finding) => {
    const whom = byWhom(finding);
    const use = useOf(finding) ?? '';
    if (whom === null) return [];
    return [
      item(
        'situation',
        zh
          ? `${use}：目前使用${/^\p{Script=Latin}/u.test(whom) ? ' ' : ''}${whom}。`
          : `${use}: served by ${whom}.`,
        'evidence',
        finding.source,
      ),
    ];
  });
  const unknown = [...new Set(current.filter((finding) => byWhom(finding) === null).map(useOf))].map((use) =>
    item(
      'question',
      zh
        ? `${use}目前用的是哪家的哪个模型？每月大约多少次调用？`
        : `Which model from whom serves “${use}” today, and how many calls a month?`,
      'open',
    ),
  );
  const planned = named
    .filter(({ standing }) => standing === 'planned')
    .map((finding) =>
      item(
        'wish',
        zh ? `计划上线：${useOf(finding)}。` : `Planned: ${useOf(finding)}.`,
        'evidence',
        finding.source,
      ),
    );
  const stated = (aspect: KnownStatement['aspect'], section: RequirementSection, lead: string) =>
    known.statements
      .filter((statement) => statement.aspect === aspect)
      .map(({ text, source }) => item(section, `${lead}${text}`, 'evidence', source));
  return [
    ...stated('description', 'situation', ''),
    ...onlyOnce(told),
    ...stated('pain_point', 'pain', ''),
    ...stated('automation', 'wish', zh ? '希望用 AI 接手：' : 'To be taken over by AI: '),
    ...onlyOnce(planned),
    ...unknown,
    ...ALWAYS_ASKED.map(([section, text]) => item(section, text[language], 'open')),
  ];
}

function onlyOnce(items: readonly RequirementItem[]): RequirementItem[] {
  return [...new Map(items.map((entry) => [entry.text, entry])).values()];
}
