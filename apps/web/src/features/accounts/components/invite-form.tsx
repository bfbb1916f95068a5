import type { Language, Role } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/field';
import { toast } from '@/ui/toast';
import { useInvite } from '../api/account';
import { Refusal, TextField } from './fields';
import { RoleChoice } from './role-choice';

/** Asks somebody into the organisation by mail. */
export function InviteForm({ grantable }: { grantable: readonly Role[] }) {
  const { t } = useTranslation('account');
  const shown = useLanguage();
  const [email, setEmail] = useState('');
  const [language, setMailLanguage] = useState<Language>(shown);
  const [roles, setRoles] = useState<Role[]>([]);
  const invite = useInvite();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(
      { email, roles, language },
      {
        onSuccess: () => {
          toast.success(t('invite.sent', { email }));
          setEmail('');
          setRoles([]);
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        <div className="flex-1 basis-64">
          <TextField
            label={t('field.email')}
            type="email"
            autoComplete="off"
            required
            value={email}
            onValue={setEmail}
          />
        </div>
        <Field label={t('profile.language')}>
          {(ids) => (
            <Select
              {...ids}
              value={language}
              onChange={(event) => setMailLanguage(event.target.value === 'en' ? 'en' : 'zh')}
            >
              <option value="zh">中文</option>
              <option value="en">English</option>
            </Select>
          )}
        </Field>
      </div>
      <RoleChoice legend={t('field.roles')} options={grantable} chosen={roles} onChange={setRoles} />
      <Refusal error={invite.error} />
      <div>
        <Button
          type="submit"
          variant="primary"
          disabled={invite.isPending || roles.length === 0 || email === ''}
        >
          {t('invite.submit')}
        </Button>
      </div>
    </form>
  );
}
