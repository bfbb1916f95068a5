import type { RequirementItem } from '@tokenholic/contracts';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Textarea } from '@/ui/field';

interface ItemLineProps {
  item: RequirementItem;
  canEdit: boolean;
  onChange: (item: RequirementItem) => void;
  onRemove: () => void;
}

const ANSWER_LOOK = {
  right: 'text-ok',
  changed: 'text-warn',
  wrong: 'text-danger',
  answered: 'text-info',
} as const;

/** One item with where it comes from and, once it is back, what the client says of it. */
export function ItemLine({ item, canEdit, onChange, onRemove }: ItemLineProps) {
  const { t } = useTranslation('requirements');
  const { text, origin, source, answer } = item;
  return (
    <li className="grid gap-1 border-t border-line pt-2 first:border-0 first:pt-0">
      {canEdit ? (
        <div className="flex items-start gap-2">
          <Textarea
            aria-label={t('item')}
            value={text}
            maxLength={2_000}
            rows={1}
            onChange={(event) => onChange({ ...item, text: event.target.value })}
            className="field-sizing-content min-h-9 flex-1"
          />
          <Button
            size="icon"
            variant="ghost"
            aria-label={t('remove', { text: text.slice(0, 60) })}
            onClick={onRemove}
          >
            <X className="size-4" />
          </Button>
        </div>
      ) : (
        <p className={answer?.kind === 'wrong' ? 'text-ink-3 line-through' : ''}>{text}</p>
      )}
      {answer === null ? null : (
        <p className={`font-medium ${ANSWER_LOOK[answer.kind]}`}>
          {t(`answer.${answer.kind}`)}
          {answer.text === '' ? null : <span className="font-normal text-ink">{answer.text}</span>}
        </p>
      )}
      <p className="text-xs text-ink-3">
        {t(`origin.${origin}`)}
        {source === null ? null : (
          <>
            {' · '}
            {source.url === null ? (
              <span title={source.quote}>{source.title}</span>
            ) : (
              <a
                href={source.url}
                title={source.quote}
                target="_blank"
                rel="noreferrer noopener"
                className="underline"
              >
                {source.title}
              </a>
            )}
          </>
        )}
      </p>
    </li>
  );
}
