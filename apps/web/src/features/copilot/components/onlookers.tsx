import type { Onlooker } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

const SHOWN = 3;

/** Who else has this client on the screen: initials, the names for screen readers and on hover. */
export function OnlookerFaces({ people, small }: { people: readonly Onlooker[]; small?: boolean }) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name[language]);
  const label = t('presence.looking', {
    names: new Intl.ListFormat(language).format(names),
    count: names.length,
  });
  const size = small ? 'size-4 text-[9px]' : 'size-7 text-xs';
  return (
    <span role="img" aria-label={label} title={label} className="flex shrink-0 items-center -space-x-1">
      {people.slice(0, SHOWN).map(({ userId }, index) => (
        <span
          key={userId}
          className={`grid ${size} place-items-center rounded-full bg-[#2459bf] font-medium text-white ring-2 ring-paper`}
        >
          {names[index]?.slice(0, 1)}
        </span>
      ))}
      {people.length > SHOWN ? (
        <span
          className={`grid ${size} place-items-center rounded-full bg-sunken font-medium text-ink-2 ring-2 ring-paper`}
        >
          +{people.length - SHOWN}
        </span>
      ) : null}
    </span>
  );
}
