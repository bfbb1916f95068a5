import type { Language } from '@tokenholic/contracts';
import { Mic, MicOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Field, Textarea } from '@/ui/field';
import { useListening } from '../model/speech';

interface ComposerProps {
  language: Language;
  busy: boolean;
  say: (text: string) => Promise<unknown>;
}

/** The line to say, typed or spoken. Ctrl or Command and Enter says it. */
export function Composer({ language, busy, say }: ComposerProps) {
  const { t } = useTranslation('roleplay');
  const [text, setText] = useState('');
  const listening = useListening(language, setText);
  const ready = !busy && text.trim() !== '';
  const send = () => {
    if (!ready) return;
    if (listening?.active === true) listening.toggle();
    say(text.trim()).then(
      () => setText(''),
      // The failure is shown above; the line stays to be sent again.
      () => undefined,
    );
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label={t('say')} help={t('say_help')}>
        {(ids) => (
          <Textarea
            {...ids}
            lang={language}
            maxLength={2000}
            rows={4}
            value={text}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                send();
              }
            }}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={!ready} className="max-md:grow">
          {t(busy ? 'waiting' : 'send')}
        </Button>
        {listening === null ? null : (
          <Button aria-pressed={listening.active} onClick={listening.toggle}>
            {listening.active ? (
              <MicOff aria-hidden className="size-4" />
            ) : (
              <Mic aria-hidden className="size-4" />
            )}
            {t(listening.active ? 'stop_listening' : 'speak')}
          </Button>
        )}
      </div>
    </form>
  );
}
