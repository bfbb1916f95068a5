import type { Account, Language } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/field';
import { toast } from '@/ui/toast';
import { useUpdateAccount } from '../api/account';
import { Refusal, TextField } from './fields';
import { Section } from './section';

/** Name, and the language of mails. */
export function ProfileSection({ account }: { account: Account }) {
  const { t } = useTranslation('account');
  const { t: shell } = useTranslation();
  const [name, setName] = useState(account.name);
  const [language, setMailLanguage] = useState<Language>(account.language);
  const update = useUpdateAccount();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ name, language }, { onSuccess: () => toast.success(t('saved')) });
  };
  const unchanged = name.trim() === account.name && language === account.language;
  return (
    <Section title={t('profile.title')}>
      <form onSubmit={submit} className="grid max-w-md gap-3">
        <TextField
          label={t('field.name')}
          autoComplete="name"
          required
          maxLength={80}
          value={name}
          onValue={setName}
        />
        <TextField label={t('field.email')} value={account.email} readOnly onValue={() => {}} />
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
        <Refusal error={update.error} />
        <div>
          <Button type="submit" variant="primary" disabled={update.isPending || unchanged}>
            {shell('action.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
