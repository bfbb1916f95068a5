import { useTranslation } from 'react-i18next';
import { useSession, useSwitchDemoUser } from '@/api/session';
import { setLanguage, useLanguage } from '@/i18n';
import { setTextSize, setTheme, useTheme } from '@/preferences/preferences';
import { Menu, MenuItem, MenuLabel } from '@/ui/menu';

const SIZES = [100, 125, 150];

/** Who one is, and how the product looks. */
export function AccountMenu() {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const { data: session } = useSession();
  const switchUser = useSwitchDemoUser();
  const name = session?.user.name[language] ?? '…';
  return (
    <Menu
      label={t('menu.title')}
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
    >
      {session?.demo ? (
        <>
          <MenuLabel>{t('menu.look_as')}</MenuLabel>
          {session.demoUsers.map((user) => (
            <MenuItem
              key={user.id}
              checked={user.id === session.user.id}
              onSelect={() => switchUser.mutate(user.id)}
            >
              {user.name[language]}
            </MenuItem>
          ))}
        </>
      ) : null}
      <MenuLabel>{t('menu.language')}</MenuLabel>
      <MenuItem checked={language === 'zh'} onSelect={() => setLanguage('zh')}>
        中文
      </MenuItem>
      <MenuItem checked={language === 'en'} onSelect={() => setLanguage('en')}>
        English
      </MenuItem>
      <MenuLabel>{t('menu.theme')}</MenuLabel>
      <MenuItem checked={theme === 'light'} onSelect={() => setTheme('light')}>
        {t('menu.light')}
      </MenuItem>
      <MenuItem checked={theme === 'dark'} onSelect={() => setTheme('dark')}>
        {t('menu.dark')}
      </MenuItem>
      <MenuLabel>{t('menu.text_size')}</MenuLabel>
      {SIZES.map((size) => (
        <MenuItem key={size} onSelect={() => setTextSize(size)}>
          {size}%
        </MenuItem>
      ))}
    </Menu>
  );
}
