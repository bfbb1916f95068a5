import type { Member, Role } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { useChangeRoles, useRemoveMember } from '../api/account';
import { Refusal } from './fields';
import { RoleChoice } from './role-choice';

interface MemberLineProps {
  member: Member;
  grantable: readonly Role[];
  isSelf: boolean;
}

/** One person: roles to change, and a way out that asks first. */
export function MemberLine({ member, grantable, isSelf }: MemberLineProps) {
  const { t } = useTranslation('account');
  const [dialog, setDialog] = useState<'roles' | 'remove' | null>(null);
  const { name, email } = member;
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="grid flex-1 basis-56">
        <span className="font-medium">
          {name} {isSelf ? <span className="text-ink-3">· {t('members.you')}</span> : null}
        </span>
        <span className="text-xs break-all text-ink-3">
          {email} · {t(member.twoFactor ? 'members.two_factor' : 'members.no_two_factor')}
        </span>
        <span className="text-ink-2">
          {member.roles.map((role) => t(`role.${role}`)).join(t('list_separator'))}
        </span>
      </div>
      <Button size="small" aria-label={t('members.change_one', { name })} onClick={() => setDialog('roles')}>
        {t('members.change')}
      </Button>
      {isSelf ? null : (
        <Button
          size="small"
          variant="danger"
          aria-label={t('members.remove_one', { name })}
          onClick={() => setDialog('remove')}
        >
          {t('members.remove')}
        </Button>
      )}
      <Dialog
        open={dialog === 'roles'}
        onClose={() => setDialog(null)}
        title={t('members.change_one', { name })}
      >
        <RolesForm member={member} grantable={grantable} onDone={() => setDialog(null)} />
      </Dialog>
      <Dialog
        open={dialog === 'remove'}
        onClose={() => setDialog(null)}
        title={t('members.remove_one', { name })}
      >
        <RemoveForm member={member} onDone={() => setDialog(null)} />
      </Dialog>
    </li>
  );
}

function RolesForm({ member, grantable, onDone }: Omit<MemberLineProps, 'isSelf'> & { onDone: () => void }) {
  const { t } = useTranslation('account');
  const { t: shell } = useTranslation();
  const [roles, setRoles] = useState<Role[]>(member.roles);
  const change = useChangeRoles();
  const options = [...new Set([...member.roles, ...grantable])];
  return (
    <div className="grid gap-4">
      <RoleChoice legend={t('field.roles')} options={options} chosen={roles} onChange={setRoles} />
      <Refusal error={change.error} />
      <div className="flex gap-2">
        <Button
          variant="primary"
          disabled={change.isPending || roles.length === 0}
          onClick={() => change.mutate({ id: member.id, roles }, { onSuccess: onDone })}
        >
          {shell('action.save')}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {shell('action.cancel')}
        </Button>
      </div>
    </div>
  );
}

function RemoveForm({ member, onDone }: { member: Member; onDone: () => void }) {
  const { t } = useTranslation('account');
  const { t: shell } = useTranslation();
  const remove = useRemoveMember();
  return (
    <div className="grid gap-4">
      <p>{t('members.remove_text', { name: member.name })}</p>
      <Refusal error={remove.error} />
      <div className="flex gap-2">
        <Button
          variant="danger"
          disabled={remove.isPending}
          onClick={() => remove.mutate(member.id, { onSuccess: onDone })}
        >
          {t('members.remove')}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {shell('action.cancel')}
        </Button>
      </div>
    </div>
  );
}
