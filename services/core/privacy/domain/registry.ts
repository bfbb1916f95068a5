/**
 * Where data of organisations and people lives: one line a table. A table without a line fails a test, so that nothing
 * is left out of an export or an erasure because nobody thought of it.
 */
export const holdings = ['people', 'contacts', 'content', 'activity', 'security', 'technical'] as const;
/** What kind of data a table holds. */
export type Holding = (typeof holdings)[number];

interface OrganizationTable {
  scope: 'organization';
  holds: Holding;
  /** Given by or about the organisation's own people: theirs to take along. The rest is the seller's work on them. */
  theirs: boolean;
  /** Columns never exported: secrets and hashes of secrets. */
  hidden: readonly string[];
  /** Rows that are a person's own: deleted with the person. */
  personColumn: string | null;
  /** Columns in whose text a person may be named. */
  mentions: readonly string[];
  /** Keys of files the rows stand for: `materials/{id}`. */
  blob: string | null;
  /** Rows of the vendor's that are about one client: erased with that client. */
  clientColumn: string | null;
  /** How long rows are kept; null: as long as their organisation. */
  kept: Kept | null;
}

/** A rule of retention: rows go when a moment lies longer back than this. */
export interface Kept {
  days: number;
  /** The moment that counts; rows without one stay. */
  since: string;
  why: { zh: string; en: string };
}

interface PersonTable {
  scope: 'person';
  holds: Holding;
  /** Condition, in SQL, for the rows of the people an erasure is about. */
  rows: string;
  hidden: readonly string[];
}

interface OtherTable {
  scope: 'none';
  /** Why nothing in it is anybody's. */
  reason: string;
}

export type TableEntry = OrganizationTable | PersonTable | OtherTable;

const own = (holds: Holding, more: Partial<OrganizationTable> = {}): OrganizationTable => ({
  ...{
    scope: 'organization',
    holds,
    theirs: false,
    hidden: [],
    personColumn: null,
    mentions: [],
    blob: null,
    clientColumn: null,
    kept: null,
  },
  ...more,
});
const ofPerson = (holds: Holding, rows: string, hidden: readonly string[] = []): PersonTable => ({
  ...{ scope: 'person', holds, rows, hidden },
});
const nobodys = (reason: string): OtherTable => ({ scope: 'none', reason });

const keptFor = (days: number, since: string, zh: string, en: string): { kept: Kept } => ({
  kept: { days, since, why: { zh, en } },
});

const BY_PERSON = 'user_id = any ((select privacy.current_people())::uuid[])';
const theirs = true;

export const registry: Readonly<Record<string, TableEntry>> = {
  'accounts.attempts': nobodys('counts under a hash of what was tried; gone within an hour'),
  'accounts.credentials': ofPerson('security', BY_PERSON, [
    ...['password', 'access_token', 'refresh_token', 'id_token'],
  ]),
  'accounts.departed': nobodys(
    'hashes of what somebody could come back with whose organisation lives elsewhere, and where',
  ),
  'accounts.mails': ofPerson('people', 'recipient = any ((select privacy.current_addresses())::text[])', [
    'body',
  ]),
  'accounts.people': ofPerson('people', 'id = any ((select privacy.current_people())::uuid[])'),
  'accounts.second_factors': ofPerson('security', BY_PERSON, ['secret', 'backup_codes']),
  'accounts.sessions': ofPerson('security', BY_PERSON, ['token']),
  'accounts.signing_keys': nobodys('keys of the installation'),
  'accounts.verifications': ofPerson('security', 'value = any ((select privacy.current_people())::text[])', [
    ...['identifier', 'value'],
  ]),
  'agents.checkpoint_writes': own('technical'),
  'agents.checkpoints': own('technical'),
  'approvals.absences': own('activity', { personColumn: 'user_id', mentions: ['stand_in_name'] }),
  'approvals.moments': own('activity', {
    clientColumn: 'client_id',
    mentions: ['by_name', 'on_behalf_of', 'comment'],
  }),
  'approvals.requests': own('content', {
    clientColumn: 'client_id',
    mentions: ['requested_by_name', 'steps', 'title', 'detail'],
  }),
  'approvals.settings': own('technical'),
  'battlemap.edits': own('content', { mentions: ['edit', 'made_by'] }),
  'battlemap.maps': own('content'),
  'battlemap.share_links': own('security', { hidden: ['token_hash'], mentions: ['created_by'] }),
  'battlemap.versions': own('content'),
  'budgets.limits': own('technical'),
  'budgets.months': own('activity'),
  'copilot.clients': own('content', { mentions: ['last_zh', 'last_en', 'search_text'] }),
  'copilot.deliveries': own('activity', {
    personColumn: 'target_id',
    clientColumn: 'client_id',
    ...keptFor(90, 'created_at', '发送记录只用于排查问题', 'what was sent is of use only to find a fault'),
  }),
  'copilot.drafts': own('content', { mentions: ['subject', 'body', 'edited_subject', 'edited_body'] }),
  'copilot.notice_channels': own('technical'),
  'copilot.notice_reads': own('activity', {
    personColumn: 'user_id',
    ...keptFor(730, 'read_at', '与通知一同删除', 'goes with the notices'),
  }),
  'copilot.notice_settings': own('activity', { personColumn: 'user_id' }),
  'copilot.notices': own('activity', {
    personColumn: 'person_id',
    mentions: ['text'],
    ...keptFor(730, 'at', '通知两年后不再有人查看', 'nobody reads a notice after two years'),
  }),
  'copilot.opened_clients': own('activity', {
    personColumn: 'user_id',
    ...keptFor(
      400,
      'opened_at',
      '谁看过哪个客户，一年后不再需要',
      'who looked at whom is of no use after a year',
    ),
  }),
  'copilot.people': own('activity', { personColumn: 'user_id' }),
  'copilot.tasks': own('content', { mentions: ['title', 'reason', 'outcome', 'feedback'] }),
  'copilot.timeline': own('activity', { mentions: ['title', 'text'] }),
  'copilot.views': own('activity', { personColumn: 'user_id' }),
  'deals.accounts': own('contacts'),
  'deals.activities': own('content', { mentions: ['by_name', 'subject', 'text'] }),
  'deals.advice': own('content', { mentions: ['by_name', 'reason'] }),
  'deals.care_steps': own('content', { mentions: ['by_name', 'before', 'text'] }),
  'deals.changes': own('content', { mentions: ['by_name', 'owners', 'before', 'after'] }),
  'deals.contacts': own('contacts', { mentions: ['notes'] }),
  'deals.deal_contacts': own('contacts'),
  'deals.deals': own('content', { mentions: ['owner_name', 'search_text'] }),
  'deals.files': own('content', { mentions: ['by_name', 'name'], blob: 'deal-files/{id}' }),
  'deals.import_problems': own('technical', { mentions: ['text'] }),
  'deals.imports': own('activity', { personColumn: 'user_id', blob: 'deal-imports/{id}' }),
  'deals.mailboxes': own('contacts', { personColumn: 'user_id', mentions: ['user_name'] }),
  'deals.mails': own('content', {
    ...{ personColumn: 'user_id', blob: 'deal-mails/{id}' },
    mentions: ['sender', 'recipients', 'subject', 'text'],
  }),
  'deals.marks': own('technical'),
  'deals.patterns': own('technical'),
  'deals.settings': own('technical'),
  'deals.tasks': own('content', { mentions: ['title'] }),
  'deals.views': own('activity', { personColumn: 'user_id', mentions: ['by_name', 'name'] }),
  'identity.api_keys': own('security', { theirs, hidden: ['key_hash'] }),
  'identity.assignments': own('people', { personColumn: 'user_id' }),
  'identity.handoffs': own('activity', { mentions: ['note', 'reason'] }),
  'identity.invitations': own('contacts', {
    ...{ theirs, hidden: ['token_hash', 'email_index'], mentions: ['email'] },
    ...keptFor(
      730,
      'expires_at',
      '邀请失效两年后，地址不再需要',
      'two years after an invitation ended its address is of no use',
    ),
  }),
  'identity.lifecycles': own('activity'),
  'identity.organizations': own('contacts', { theirs }),
  'identity.specialist_requests': own('activity', {
    personColumn: 'specialist_id',
    mentions: ['question', 'note'],
  }),
  'identity.users': own('people', { theirs, mentions: ['name_zh', 'name_en'] }),
  'kit.audit_entries': own('security'),
  'kit.arrivals': nobodys('names a seller while its rows are being carried here'),
  'kit.consumers': nobodys('one cursor over the log of everybody'),
  'kit.data_keys': own('security', { hidden: ['wrapped'] }),
  'kit.dead_letters': own('technical', { mentions: ['error'] }),
  'kit.departures': nobodys('where an organisation went that is not here any more, and how many rows'),
  'kit.events': own('activity', { hidden: ['personal_fields'], mentions: ['payload', 'personal'] }),
  'kit.idempotency_keys': own('technical', { mentions: ['response'], hidden: ['fingerprint'] }),
  'kit.inbox': own('technical'),
  'kit.installation_key': nobodys('which version of the installation’s own key seals now'),
  'kit.job_requests': own('technical', { mentions: ['data'] }),
  'kit.migrations': nobodys('which files were applied to this database'),
  'kit.parked_events': own('technical', { mentions: ['error'] }),
  'kit.placements': own('technical'),
  'kit.root_keys': nobodys('keys of keys, wrapped by whoever keeps the master key'),
  'kit.secrets': own('security', { hidden: ['nonce', 'tag', 'sealed'] }),
  'knowledge.chunks': own('content'),
  'knowledge.collections': own('content'),
  'knowledge.documents': own('content', { blob: 'knowledge/{id}' }),
  'knowledge.embed_turns': own('technical'),
  'knowledge.graph_turns': own('technical'),
  'knowledge.mentions': own('content'),
  'knowledge.page_turns': own('technical'),
  'knowledge.postings': own('technical'),
  'knowledge.relations': own('content'),
  'knowledge.source_turns': own('technical'),
  'knowledge.sources': own('content'),
  'knowledge.trial_questions': own('content'),
  'knowledge.trial_runs': own('content'),
  'knowledge.vocabulary': own('technical'),
  'knowledge_vectors.blocks': own('technical'),
  'knowledge_vectors.signatures': own('technical', { hidden: ['signature'] }),
  'knowledge_vectors.vectors': own('technical', { hidden: ['embedding'] }),
  'objections.library': own('content', { mentions: ['text', 'reason', 'proposed_by', 'decided_by'] }),
  'objections.objections': own('content', {
    clientColumn: 'client_id',
    mentions: ['text', 'sent', 'replies', 'created_by'],
  }),
  'performance.answers': own('activity', { personColumn: 'user_id', mentions: ['feedback'] }),
  'performance.facts': own('activity', { personColumn: 'user_id' }),
  'performance.objectives': own('activity', {
    personColumn: 'user_id',
    mentions: ['set_by_name', 'note'],
  }),
  'performance.pending': own('activity', { personColumn: 'user_id' }),
  'personas.accounts': own('contacts'),
  'personas.edits': own('content', { mentions: ['by_name', 'value'] }),
  'personas.interactions': own('content', { mentions: ['words'] }),
  'personas.subjects': own('contacts'),
  'personas.versions': own('content', { mentions: ['traits'] }),
  'portfolio.clients': own('content', { mentions: ['agents'] }),
  'portfolio.days': own('content'),
  'privacy.consents': own('contacts', { theirs, hidden: ['address_index'], mentions: ['address', 'proof'] }),
  'privacy.consent_policies': own('technical'),
  'privacy.receipts': nobodys('names ids and places of what was erased, never what stood there'),
  'privacy.retention_runs': own(
    'technical',
    keptFor(730, 'started_at', '保留两年以备检查', 'shown to auditors for two years'),
  ),
  'requirements.clients': own('content'),
  'requirements.drafts': own('content', {
    hidden: ['token_hash'],
    mentions: ['created_by', 'returned_by', 'comment', 'items'],
  }),
  'research.clients': own('contacts'),
  'research.findings': own('content'),
  'research.materials': own('content', { theirs, blob: 'materials/{id}' }),
  'research.pages': own('content'),
  'research.profile_edits': own('content', { mentions: ['text', 'edited_by'] }),
  'research.profiles': own('content'),
  'research.reviews': own('content', { mentions: ['verdict', 'reviewed_by'] }),
  'research.run_pages': own('technical'),
  'research.runs': own('content', { mentions: ['input', 'conclusion'] }),
  'research.schedules': own('technical', { mentions: ['set_by'] }),
  'roleplay.assignments': own('activity', {
    personColumn: 'user_id',
    clientColumn: 'client_id',
    mentions: ['by', 'note'],
  }),
  'roleplay.certificates': own('activity', { personColumn: 'user_id' }),
  'roleplay.client_objections': own('content'),
  'roleplay.overrides': own('activity', { personColumn: 'user_id', mentions: ['by', 'reason'] }),
  'roleplay.sessions': own('activity', { personColumn: 'user_id', clientColumn: 'client_id' }),
  'roleplay.thresholds': own('technical'),
  'settings.connections': own('technical'),
  'solutions.lookups': own('technical'),
  'solutions.runs': own('content', { mentions: ['request', 'by'] }),
  'solutions.solutions': own('content', { clientColumn: 'client_id' }),
  'solutions.versions': own('content', { mentions: ['by', 'feedback', 'reason', 'diagram_edits'] }),
};

export interface Named<Entry> {
  name: string;
  entry: Entry;
}

export const organizationTables: readonly Named<OrganizationTable>[] = Object.entries(registry).flatMap(
  ([name, entry]) => (entry.scope === 'organization' ? [{ name, entry }] : []),
);
export const personTables: readonly Named<PersonTable>[] = Object.entries(registry).flatMap(
  ([name, entry]) => (entry.scope === 'person' ? [{ name, entry }] : []),
);

/** Stores besides tables that an erasure goes through. */
export const otherStores = ['files', 'cache', 'jobs', 'sign-in memory'] as const;

/** Holds each organisation's keys: gone, nothing sealed under them opens, also in a backup. */
export const KEYS = 'kit.data_keys';

/** Tables whose rows go after a time of their own. */
export const keptTables: readonly { name: string; kept: Kept }[] = organizationTables.flatMap(
  ({ name, entry }) => (entry.kept === null ? [] : [{ name, kept: entry.kept }]),
);
