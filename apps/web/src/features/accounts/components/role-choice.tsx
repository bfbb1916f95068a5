import type { Role } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';

interface RoleChoiceProps {
  legend: string;
  options: readonly Role[];
  chosen: readonly Role[];
  onChange: (roles: Role[]) => void;
}

/** Ticks one or several roles. */
export function RoleChoice({ legend, options, chosen, onChange }: RoleChoiceProps) {
  const { t } = useTranslation('account');
  const toggle = (role: Role) =>
    onChange(chosen.includes(role) ? chosen.filter((other) => other !== role) : [...chosen, role]);
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-xs font-medium text-ink-2">{legend}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {options.map((role) => (
          <label key={role} className="flex min-h-8 items-center gap-2 max-md:min-h-11">
            <input
              type="checkbox"
              className="size-4 accent-ink"
              checked={chosen.includes(role)}
              onChange={() => toggle(role)}
            />
            {t(`role.${role}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
