import { Link } from '@tanstack/react-router';
import type { ClientFilter } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { Select } from '@/ui/field';
import { ROLE_VIEWS, type RoleView, type RoleViewName } from '../model/role-view';

interface RoleCardProps {
  view: RoleView;
  onView: (name: RoleViewName) => void;
  onFilter: (filter: ClientFilter) => void;
}

const CHIP =
  'inline-flex h-8 items-center rounded-control border border-line-strong bg-surface px-2.5 text-xs hover:bg-sunken max-md:h-11';

/** Whose view the workspace shows, and the ways on that fit that work. */
export function RoleCard({ view, onView, onFilter }: RoleCardProps) {
  const { t } = useTranslation('copilot');
  return (
    <section aria-label={t('role_view.title')} className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-semibold">{t('role_view.title')}</h2>
        <Select
          aria-label={t('role_view.choose')}
          value={view.name}
          onChange={({ target }) => onView(ROLE_VIEWS.find((one) => one === target.value) ?? view.name)}
          className="h-8 w-auto text-xs"
        >
          {ROLE_VIEWS.map((name) => (
            <option key={name} value={name}>
              {t(`role_view.${name}`)}
            </option>
          ))}
        </Select>
      </div>
      <p className="text-xs text-ink-2">{t(`role_view.${view.name}_text`)}</p>
      <div className="flex flex-wrap gap-1.5">
        {view.shortcuts.map((shortcut) =>
          'filter' in shortcut ? (
            <button
              key={shortcut.key}
              type="button"
              className={CHIP}
              onClick={() => onFilter(shortcut.filter)}
            >
              {t(`role_view.to.${shortcut.key}`)}
            </button>
          ) : shortcut.to === '/deals' ? (
            <Link
              key={shortcut.key}
              to="/deals"
              search={{ owner: 'mine', attention: shortcut.attention }}
              className={CHIP}
            >
              {t(`role_view.to.${shortcut.key}`)}
            </Link>
          ) : (
            <Link key={shortcut.key} to={shortcut.to} className={CHIP}>
              {t(`role_view.to.${shortcut.key}`)}
            </Link>
          ),
        )}
      </div>
    </section>
  );
}
