import type { KnowledgeDocumentDetail } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Textarea } from '@/ui/field';
import { ErrorState, Skeleton } from '@/ui/states';
import { useAct, useDocument } from '../api/knowledge';
import { Passage } from './passage';

/** A document as it was cut into passages; an entry typed in can be changed here. */
export function DocumentDialog({ documentId, close }: { documentId: string; close: () => void }) {
  const { t } = useTranslation('knowledge');
  const document = useDocument(documentId);
  const writes = useAllowed('knowledge.write');
  return (
    <Dialog open onClose={close} title={document.data?.title ?? t('document')} className="md:w-[760px]">
      {document.isPending ? <Skeleton className="h-40" /> : null}
      {document.error === null ? null : <ErrorState error={document.error} />}
      {document.data?.body != null && writes ? <EntryForm document={document.data} close={close} /> : null}
      <ol className="grid gap-3">
        {document.data?.passages.map(({ number, heading, page, text }) => (
          <li key={number} className="grid gap-1 border-t border-line pt-3">
            <p className="flex flex-wrap gap-x-3 text-xs text-ink-2">
              {heading.length > 0 ? <span>{heading.join(' › ')}</span> : null}
              {page === null ? null : <span>{t('page', { number: page })}</span>}
            </p>
            <Passage text={text} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function EntryForm({ document, close }: { document: KnowledgeDocumentDetail; close: () => void }) {
  const { t } = useTranslation('knowledge');
  const { t: shell } = useTranslation();
  const act = useAct();
  const [question, setQuestion] = useState(document.title);
  const [answer, setAnswer] = useState(document.body ?? '');
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const entry = { question, answer };
        act.mutate({ act: 'edit_entry', documentId: document.id, entry }, { onSuccess: close });
      }}
    >
      <Field label={t('entry_question')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={300}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('entry_answer')}>
        {(ids) => <Textarea {...ids} value={answer} onChange={(event) => setAnswer(event.target.value)} />}
      </Field>
      {act.error === null ? null : <ErrorState error={act.error} />}
      <Button
        type="submit"
        variant="primary"
        className="justify-self-start"
        disabled={act.isPending || question.trim() === '' || answer.trim() === ''}
      >
        {shell('action.save')}
      </Button>
    </form>
  );
}
