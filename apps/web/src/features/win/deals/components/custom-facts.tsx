import type { CustomField, CustomValues } from '@tokenholic/contracts';
import { useLanguage, useLocal } from '@/i18n';
import { customText } from '../model/custom-text';
import { useFields } from '../model/use-stages';

/** The organisation's own fields as lines of a list of facts. */
export function CustomFacts({ of, values }: { of: CustomField['of']; values: CustomValues }) {
  const local = useLocal();
  const language = useLanguage();
  return useFields(of).map((field) => {
    const text = customText(field, values[field.key], language);
    return (
      <div key={field.key} className="contents">
        <dt className="text-ink-3">{local(field.name)}</dt>
        <dd className="min-w-0 break-words">
          {field.type === 'link' && /^https?:/.test(text) ? (
            <a href={text} target="_blank" rel="noreferrer noopener" className="underline">
              {text}
            </a>
          ) : (
            text || '—'
          )}
        </dd>
      </div>
    );
  });
}
