import { Angry, Annoyed, Laugh, Meh, Smile } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Mood, moodOf } from '../model/labels';

const FACES: Readonly<Record<Mood, typeof Smile>> = {
  hostile: Angry,
  cool: Annoyed,
  neutral: Meh,
  interested: Smile,
  keen: Laugh,
};

/** The customer's mood as a face, a word and a bar. */
export function MoodMeter({ mood }: { mood: number }) {
  const { t } = useTranslation('roleplay');
  const word = moodOf(mood);
  const Face = FACES[word];
  return (
    <div className="grid gap-1.5">
      <p className="flex items-center gap-2 text-lg font-semibold">
        <Face aria-hidden className="size-6" />
        {t(`mood.${word}`)}
        <span className="text-xs font-normal text-ink-3">{t('mood.of', { mood })}</span>
      </p>
      <span aria-hidden className="block h-2 overflow-hidden rounded-tile bg-sunken">
        <span className="block h-full bg-ink transition-[width] duration-200" style={{ width: `${mood}%` }} />
      </span>
    </div>
  );
}
