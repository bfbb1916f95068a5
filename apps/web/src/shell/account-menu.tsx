import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession, useSignOut, useSwitchDemoUser } from '@/api/session';
import { setLanguage, useLanguage } from '@/i18n';
import { setTextSize, setTheme, useTheme } from '@/preferences/preferences';
import { Menu, type MenuEntry } from '@/ui/menu';
import { usePlaces } from './places';

const SIZES = [100, 125, 150];

/** What some people look after; what belongs to accounts is not there in demo mode. */
const MANAGED = [
  { to: '/settings/notices', label: 'menu.notices', needs: 'copilot.use', inDemo: true },
  { to: '/members', label: 'menu.members', needs: 'members.manage', inDemo: false },
  { to: '/settings/keys', label: 'menu.keys', needs: 'keys.manage', inDemo: false },
  { to: '/settings/budgets', label: 'menu.budgets', needs: 'settings.manage', inDemo: true },
  { to: '/settings/privacy', label: 'menu.privacy', needs: 'privacy.export', inDemo: true },
  { to: '/consents', label: 'menu.consents', needs: 'client.write', inDemo: true },
  { to: '/settings/audit', label: 'menu.audit', needs: 'audit.read', inDemo: true },
  { to: '/outbox', label: 'menu.outbox', needs: 'installation.manage', inDemo: false },
] as const;

/** Who one is, and how the product looks. */
export function AccountMenu() {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const navigate = useNavigate();
  const { data: session } = useSession();
  const switchUser = useSwitchDemoUser();
  const places = usePlaces();
  const name = session?.user.name[language] ?? '…';
  const people: MenuEntry[] = session?.demo
    ? [
        { text: t('menu.look_as') },
        ...session.demoUsers.map((user) => ({
          text: user.name[language],
          checked: user.id === session.user.id,
          onSelect: () => switchUser.mutate(user.id),
        })),
      ]
    : [];
  const signOut = useSignOut();
  const allowed = session?.user.permissions ?? [];
  const managed = MANAGED.filter(({ needs }) => allowed.includes(needs)).map(({ to, label, inDemo }) => ({
    inDemo,
    text: t(label),
    onSelect: () => void navigate({ to }),
  }));
  const own: MenuEntry[] =
    session === undefined
      ? []
      : session.demo
        ? managed.filter(({ inDemo }) => inDemo)
        : [
            { text: name },
            { text: t('menu.account'), onSelect: () => void navigate({ to: '/account' }) },
            ...managed,
            { text: t('menu.sign_out'), onSelect: () => signOut.mutate() },
          ];
  const more: MenuEntry[] = [
    { text: t('menu.more') },
    ...places
      .filter(({ onPhone }) => !onPhone)
      .map(({ to, label }) => ({
        text: t(label),
        onSelect: () => void navigate({ to }),
      })),
  ];
  const looks: MenuEntry[] = [
    { text: t('menu.language') },
    { text: '中文', checked: language === 'zh', onSelect: () => setLanguage('zh') },
    { text: 'English', checked: language === 'en', onSelect: () => setLanguage('en') },
    { text: t('menu.theme') },
    { text: t('menu.light'), checked: theme === 'light', onSelect: () => setTheme('light') },
    { text: t('menu.dark'), checked: theme === 'dark', onSelect: () => setTheme('dark') },
    { text: t('menu.text_size') },
    ...SIZES.map((size) => ({ text: `${size}%`, onSelect: () => setTextSize(size) })),
  ];
  return (
    <Menu
      label={t('menu.title')}
      items={[...own, ...people, ...(more.length > 1 ? more : []), ...looks]}
      trigger={
        <button
          type="button"
          aria-label={`${t('menu.title')}: ${name}`}
          title={name}
          className="grid size-9 place-items-center rounded-full bg-[#2459bf] text-sm font-medium text-white max-md:size-11"
        >
          {name.slice(0, 1)}
        </button>
      }
    />
  );
}
