import type { LocalizedText } from '@tokenholic/contracts';

/**
 * How a contact, a person at a client, is found in each table that belongs to organisations, and what an erasure does there.
 * A table of the registry without an answer here fails a test.
 */
export type ContactPlace =
  /** Rows about one person: they go. */
  | { how: 'own'; column: string }
  /** The person's record: emptied, so that figures that counted it stay as they were. */
  | { how: 'record' }
  /** Copies that are of no use afterwards: rows that name the person go; `unless` names a column that must be empty. */
  | { how: 'copy'; unless: string | null }
  /** Texts in which the person may be named: names, addresses and own words are taken out of every text column. */
  | { how: 'named'; isTied: boolean }
  /** The log: names and words are taken out of the sealed part. */
  | { how: 'events' }
  /** Consent by address: what was agreed goes, what was refused stays as a hash that leads to nobody. */
  | { how: 'consents' }
  /** Stays, with a reason that stands on the receipt. */
  | { how: 'kept'; why: LocalizedText }
  /** No contact can stand in it. */
  | { how: 'none'; why: string };

const named: ContactPlace = { how: 'named', isTied: false };
/** Small tables about the client's people, whose words may have been copied without an id. */
const tied: ContactPlace = { how: 'named', isTied: true };
const copy: ContactPlace = { how: 'copy', unless: null };
const own = (column: string): ContactPlace => ({ how: 'own', column });
const none = (why: string): ContactPlace => ({ how: 'none', why });

const OURS = 'about our own people, by id';
const FIGURES = 'figures and states';
const KEYS = 'keys and secrets';
const INDEX = 'made from passages; goes with the document';

export const contactPlaces: Readonly<Record<string, ContactPlace>> = {
  'agents.checkpoint_writes': copy,
  'agents.checkpoints': copy,
  'approvals.absences': none(OURS),
  'approvals.moments': named,
  'approvals.requests': named,
  'approvals.settings': none('rules'),
  'battlemap.edits': named,
  'battlemap.maps': named,
  'battlemap.share_links': none(KEYS),
  'battlemap.versions': named,
  'budgets.limits': none(FIGURES),
  'budgets.months': none(FIGURES),
  'copilot.clients': tied,
  'copilot.deliveries': named,
  'copilot.drafts': named,
  'copilot.notice_channels': none('addresses of channels of ours'),
  'copilot.notice_reads': none(OURS),
  'copilot.notice_settings': none(OURS),
  'copilot.notices': named,
  'copilot.opened_clients': none(OURS),
  'copilot.people': none(OURS),
  'copilot.tasks': named,
  'copilot.timeline': named,
  'copilot.views': named,
  'deals.accounts': none('names of clients'),
  'deals.activities': named,
  'deals.advice': named,
  'deals.care_steps': copy,
  'deals.changes': named,
  'deals.contacts': { how: 'record' },
  'deals.deal_contacts': {
    how: 'kept',
    why: {
      zh: '仅保留角色，不含姓名，商机的数字因此不变',
      en: 'the role alone, of nobody by name, so that the figures of deals hold',
    },
  },
  'deals.deals': named,
  'deals.files': named,
  'deals.import_problems': named,
  'deals.imports': named,
  'deals.mailboxes': none(OURS),
  'deals.mails': copy,
  'deals.marks': none(FIGURES),
  'deals.patterns': none(FIGURES),
  'deals.settings': none('rules'),
  'deals.tasks': named,
  'deals.views': named,
  'identity.api_keys': none(KEYS),
  'identity.assignments': none(OURS),
  'identity.handoffs': named,
  // An invitation that was taken up belongs to an account, which is erased as a member.
  'identity.invitations': { how: 'copy', unless: 'accepted_by' },
  'identity.lifecycles': none(FIGURES),
  'identity.organizations': none('names of organisations'),
  'identity.specialist_requests': named,
  'identity.users': none('members, who are erased as such'),
  'kit.audit_entries': {
    how: 'kept',
    why: {
      zh: '审计记录的哈希链不可更改，含此人编号或姓名的条目保留，用于证明谁做了什么（GDPR 第 17(3)(b)、(e) 条）',
      en: 'the chain of the audit trail cannot be changed; entries with the person’s id or name stay, to show who did what (GDPR Art. 17(3)(b), (e))',
    },
  },
  'kit.data_keys': none(KEYS),
  'kit.dead_letters': named,
  'kit.events': { how: 'events' },
  'kit.idempotency_keys': copy,
  'kit.inbox': none('ids of events'),
  'kit.job_requests': named,
  'kit.parked_events': named,
  'kit.placements': none(FIGURES),
  'kit.secrets': none(KEYS),
  'knowledge.chunks': none('a document that names the person goes whole'),
  'knowledge.collections': named,
  'knowledge.documents': none('a document that names the person goes whole'),
  'knowledge.embed_turns': none(FIGURES),
  'knowledge.graph_turns': none(FIGURES),
  'knowledge.mentions': none(INDEX),
  'knowledge.page_turns': none(FIGURES),
  'knowledge.postings': none(INDEX),
  'knowledge.relations': none(INDEX),
  'knowledge.source_turns': none(FIGURES),
  'knowledge.sources': named,
  'knowledge.trial_questions': named,
  'knowledge.trial_runs': named,
  'knowledge.vocabulary': none(INDEX),
  'knowledge_vectors.blocks': none(INDEX),
  'knowledge_vectors.signatures': none(INDEX),
  'knowledge_vectors.vectors': none(INDEX),
  'objections.library': named,
  'objections.objections': named,
  'performance.answers': named,
  'performance.facts': none(FIGURES),
  'performance.objectives': none(OURS),
  'performance.pending': none(FIGURES),
  'personas.accounts': none('names of clients'),
  'personas.edits': own('contact_id'),
  'personas.interactions': own('contact_id'),
  'personas.subjects': own('contact_id'),
  'personas.versions': own('contact_id'),
  'portfolio.clients': named,
  'portfolio.days': none(FIGURES),
  'privacy.consent_policies': none('rules'),
  'privacy.consents': { how: 'consents' },
  'privacy.retention_runs': none(FIGURES),
  'requirements.clients': none('names of clients'),
  'requirements.drafts': tied,
  'research.clients': none('names of clients'),
  'research.findings': named,
  'research.materials': named,
  'research.pages': named,
  'research.profile_edits': named,
  'research.profiles': named,
  'research.reviews': named,
  'research.run_pages': named,
  'research.runs': named,
  'research.schedules': none(FIGURES),
  'roleplay.assignments': named,
  'roleplay.certificates': none(OURS),
  'roleplay.client_objections': tied,
  'roleplay.overrides': named,
  'roleplay.sessions': named,
  'roleplay.thresholds': none(FIGURES),
  'settings.connections': none('connections to models and search'),
  'solutions.lookups': named,
  'solutions.runs': named,
  'solutions.solutions': named,
  'solutions.versions': named,
};
