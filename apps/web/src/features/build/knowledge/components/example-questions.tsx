import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';

interface ExampleQuestionsProps {
  questions: readonly string[];
  ask: (question: string) => void;
}

/** Questions to start from; pressing one asks it. */
export function ExampleQuestions({ questions, ask }: ExampleQuestionsProps) {
  const { t } = useTranslation('knowledge');
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="grid gap-2">
      <h2 id={heading} className="text-xs font-medium text-ink-2">
        {t('examples')}
      </h2>
      <ul className="flex flex-wrap gap-2 max-md:grid">
        {questions.map((question) => (
          <li key={question} className="grid">
            <Button
              className="h-auto min-h-9 justify-start py-1.5 text-left whitespace-normal max-md:h-auto max-md:min-h-11"
              onClick={() => ask(question)}
            >
              {question}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
