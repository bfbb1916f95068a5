import '../details-texts';
import type { Sticker, StickerColor } from '@tokenholic/contracts';
import { formatDateTime, stickerPaper } from '@tokenholic/presentation';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Textarea } from '@/ui/field';

const LONGEST = 500;
const COLORS = ['yellow', 'pink', 'blue', 'green'] as const satisfies readonly StickerColor[];

/** What a sticker says and its colour; a new one when none is given. */
export default function StickerEditor({
  sticker,
  onSave,
  onRemove,
  onClose,
}: {
  sticker: Sticker | null;
  onSave: (text: string, color: StickerColor) => Promise<boolean>;
  onRemove: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('map');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  const [text, setText] = useState(sticker?.text ?? '');
  const [color, setColor] = useState<StickerColor>(sticker?.color ?? 'yellow');
  const [saving, setSaving] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || saving) return;
    setSaving(true);
    if (await onSave(text.trim(), color)) onClose();
    setSaving(false);
  };
  return (
    <Dialog open onClose={onClose} title={t(sticker === null ? 'sticker.new' : 'sticker.edit')}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label={t('sticker.text')}>
          {(ids) => (
            <Textarea
              {...ids}
              rows={4}
              maxLength={LONGEST}
              value={text}
              onChange={(event) => setText(event.target.value)}
              placeholder={t('sticker.placeholder')}
            />
          )}
        </Field>
        <fieldset className="flex gap-2">
          <legend className="mb-1 font-medium">{t('sticker.color')}</legend>
          {COLORS.map((choice) => (
            <label
              key={choice}
              className="grid size-11 cursor-pointer place-items-center rounded-control border border-line-strong has-checked:outline-2 has-checked:outline-offset-2 has-checked:outline-ink has-focus-visible:ring-2 has-focus-visible:ring-ink"
              style={{ background: stickerPaper[choice] }}
            >
              <input
                type="radio"
                name="color"
                className="sr-only"
                checked={color === choice}
                onChange={() => setColor(choice)}
              />
              <span className="sr-only">{t(`sticker.colors.${choice}`)}</span>
            </label>
          ))}
        </fieldset>
        {sticker === null ? null : (
          <p className="text-xs text-ink-3">
            {sticker.by} · {formatDateTime(sticker.at, language)}
          </p>
        )}
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={text.trim() === '' || saving}>
            {t(sticker === null ? 'sticker.put' : 'sticker.save')}
          </Button>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
          {sticker === null ? null : (
            <Button variant="danger" className="ml-auto" onClick={onRemove}>
              {t('sticker.remove')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
