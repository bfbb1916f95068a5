import type { Language, ObjectionCategory, ObjectionReply } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonLook } from '@/ui/button';
import { Textarea } from '@/ui/field';
import { toast } from '@/ui/toast';

interface ReplyCardProps {
  reply: ObjectionReply;
  category: ObjectionCategory | null;
  language: Language;
  onUse: (text: string) => void;
  /** Keeps it among the client's drafts; null where no client is named. */
  onDraft: ((text: string) => void) | null;
  onPropose: (text: string) => void;
}

/** The numbers of sources are for the seller; what goes out reads without them. */
const withoutNumbers = (text: string) => text.replace(/ ?\[\d+\]/g, '');

/** One reply, to be changed, taken along, and put before colleagues. */
export function ReplyCard({ reply, category, language, onUse, onDraft, onPropose }: ReplyCardProps) {
  const { t } = useTranslation('objections');
  const [text, setText] = useState(reply.text);
  const copy = async () => {
    await navigator.clipboard.writeText(withoutNumbers(text));
    onUse(withoutNumbers(text));
    toast.success(t('copied'));
  };
  const mail = `mailto:?body=${encodeURIComponent(withoutNumbers(text))}`;
  return (
    <section
      aria-label={t(`tone.${reply.tone}`)}
      className="grid gap-2 rounded-card border border-line bg-surface p-4"
    >
      <h3 className="font-semibold">{t(`tone.${reply.tone}`)}</h3>
      <Textarea
        aria-label={t('reply_text', { tone: t(`tone.${reply.tone}`) })}
        lang={language}
        value={text}
        maxLength={6_000}
        onChange={(event) => setText(event.target.value)}
        className="field-sizing-content"
      />
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="primary" onClick={() => void copy()}>
          {t('copy')}
        </Button>
        {onDraft === null ? null : (
          <Button size="small" onClick={() => onDraft(withoutNumbers(text))}>
            {t('draft')}
          </Button>
        )}
        <a href={mail} className={buttonLook({ size: 'small' })} onClick={() => onUse(withoutNumbers(text))}>
          {t('mail')}
        </a>
        {category === null ? null : (
          <Button
            size="small"
            variant="ghost"
            onClick={() => {
              onPropose(withoutNumbers(text));
              toast.success(t('proposed'));
            }}
          >
            {t('propose')}
          </Button>
        )}
      </div>
    </section>
  );
}
