import type { RequirementAnswer, RequirementSection, SentRequirements } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { Button } from '@/ui/button';
import { Field, Textarea } from '@/ui/field';
import { type Addition, type Answers, asks } from './answers';

type Item = SentRequirements['items'][number];

interface GuestSectionProps {
  section: RequirementSection;
  items: readonly Item[];
  answers: Answers;
  additions: readonly Addition[];
  onAnswer: (itemId: string, answer: RequirementAnswer) => void;
  onAdd: (addition: Addition) => void;
}

/** The items of a section, each to be confirmed or answered, and room for what is missing. */
export function GuestSection({ section, items, answers, additions, onAnswer, onAdd }: GuestSectionProps) {
  const { t } = useTranslation('requirements-guest');
  return (
    <section
      aria-label={t(`section.${section}`)}
      className="grid gap-4 rounded-card border border-line bg-surface p-5 max-md:p-4"
    >
      <h2 className="text-lg font-semibold">{t(`section.${section}`)}</h2>
      {items.map((item) => {
        const answer = answers[item.id];
        return asks(item) ? (
          <Field key={item.id} label={item.text}>
            {(ids) => (
              <Textarea
                {...ids}
                maxLength={2_000}
                value={answer?.text ?? ''}
                onChange={(event) => onAnswer(item.id, { kind: 'answered', text: event.target.value })}
              />
            )}
          </Field>
        ) : (
          <Statement
            key={item.id}
            item={item}
            answer={answer ?? null}
            onAnswer={(next) => onAnswer(item.id, next)}
          />
        );
      })}
      {additions.map((addition) => (
        <Textarea
          key={addition.id}
          aria-label={t('addition')}
          autoFocus
          maxLength={2_000}
          value={addition.text}
          onChange={(event) => onAdd({ ...addition, text: event.target.value })}
        />
      ))}
      <Button
        size="small"
        variant="ghost"
        className="justify-self-start"
        onClick={() => onAdd({ id: newId(), section, text: '' })}
      >
        + {t('add')}
      </Button>
    </section>
  );
}

const CHOICES = ['right', 'changed', 'wrong'] as const;

function Statement({
  item,
  answer,
  onAnswer,
}: {
  item: Item;
  answer: RequirementAnswer | null;
  onAnswer: (answer: RequirementAnswer) => void;
}) {
  const { t } = useTranslation('requirements-guest');
  return (
    <fieldset className="grid min-w-0 gap-2 border-t border-line pt-3 first-of-type:border-0 first-of-type:pt-0">
      <legend className="contents">
        <span>{item.text}</span>
      </legend>
      {item.source === null ? null : (
        <p className="text-xs text-ink-3">{t('found', { title: item.source.title })}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {CHOICES.map((kind) => (
          <label
            key={kind}
            className="flex min-h-9 cursor-pointer items-center gap-2 rounded-control border border-line-strong px-3 has-checked:border-ink has-checked:bg-ink has-checked:text-paper max-md:min-h-11"
          >
            <input
              type="radio"
              name={item.id}
              checked={answer?.kind === kind}
              onChange={() => onAnswer({ kind, text: answer?.text ?? '' })}
            />
            {t(`choice.${kind}`)}
          </label>
        ))}
      </div>
      {answer?.kind === 'changed' || answer?.kind === 'wrong' ? (
        <Textarea
          aria-label={t(answer.kind === 'changed' ? 'instead' : 'why')}
          placeholder={t(answer.kind === 'changed' ? 'instead' : 'why')}
          maxLength={2_000}
          value={answer.text}
          onChange={(event) => onAnswer({ ...answer, text: event.target.value })}
        />
      ) : null}
    </fieldset>
  );
}
