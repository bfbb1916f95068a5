import type { GraphRelation } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';

interface RelationListProps {
  relations: readonly GraphRelation[];
  nameOf: (key: string) => string;
  go: (key: string) => void;
  open: (documentId: string) => void;
}

/** The same as the picture, in rows: who, how, whom, and the sentence that says so. */
export function RelationList({ relations, nameOf, go, open }: RelationListProps) {
  const { t } = useTranslation('knowledge');
  return (
    <ul className="grid gap-2">
      {relations.map((relation) => (
        <li
          key={`${relation.subject} ${relation.relation} ${relation.object}`}
          className="grid gap-1 rounded-card border border-line bg-surface p-3"
        >
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Name keyOf={relation.subject} nameOf={nameOf} go={go} />
            <span className="text-ink-2">{t(`relation.${relation.relation}`)}</span>
            <Name keyOf={relation.object} nameOf={nameOf} go={go} />
            <span className="text-xs text-ink-2">
              {t('relation_sure', {
                share: Math.round(relation.confidence * 100),
                count: relation.passages,
              })}
            </span>
          </p>
          {relation.evidence.map(({ passageId, documentId, title, quote, via, model }) => (
            <p key={passageId} className="text-xs text-ink-2 [overflow-wrap:anywhere]">
              <q>{quote}</q>{' '}
              <button type="button" className="underline max-md:min-h-11" onClick={() => open(documentId)}>
                {title}
              </button>{' '}
              {via === 'model' ? t('read_by_model', { model }) : t('read_by_rules')}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Name({
  keyOf,
  nameOf,
  go,
}: {
  keyOf: string;
  nameOf: RelationListProps['nameOf'];
  go: RelationListProps['go'];
}) {
  return (
    <Button
      variant="ghost"
      size="small"
      className="h-auto min-h-8 px-1.5 py-1 text-left font-semibold whitespace-normal text-ink max-md:min-h-11"
      onClick={() => go(keyOf)}
    >
      {nameOf(keyOf)}
    </Button>
  );
}
