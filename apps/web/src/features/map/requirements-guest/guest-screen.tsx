import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReturnRequirements, SentRequirements } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, get, post } from '@/api/http';
import { setLanguage, useLanguage, useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { Field, Input, Textarea } from '@/ui/field';
import { ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { SECTIONS } from '../requirements/sections';
import { type Addition, type Answers, isUnfinished, toReturn } from './answers';
import { GuestSection } from './guest-section';

/** What a client confirms and corrects, without an account. */
export function GuestRequirementsRoute() {
  const { t } = useTranslation('requirements-guest');
  const { token } = useParams({ from: '/requirements/$token' });
  // Opened once: looking again would count again, and take away what was typed.
  const { data, isPending, error } = useQuery({
    queryKey: ['sent-requirements', token],
    queryFn: () => get<SentRequirements>(`/api/requirements/${encodeURIComponent(token)}`),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  usePageTitle(t('title'));
  if (error !== null)
    return (
      <main className="mx-auto grid max-w-xl gap-4 p-8 max-md:p-4">
        <h1 className="text-2xl font-semibold">{t('invalid')}</h1>
        <ErrorState error={error} />
      </main>
    );
  if (isPending) return <Skeleton className="m-8 h-96" />;
  return data.returned ? <Thanks /> : <Guest sent={data} token={token} />;
}

function Thanks() {
  const { t } = useTranslation('requirements-guest');
  return (
    <main className="mx-auto grid max-w-xl gap-3 p-8 max-md:p-4">
      <h1 className="text-2xl font-semibold">{t('thanks')}</h1>
      <p className="text-ink-2">{t('thanks_text')}</p>
    </main>
  );
}

function Guest({ sent, token }: { sent: SentRequirements; token: string }) {
  const { t } = useTranslation('requirements-guest');
  const language = useLanguage();
  const local = useLocal();
  const [answers, setAnswers] = useState<Answers>({});
  const [additions, setAdditions] = useState<readonly Addition[]>([]);
  const [name, setName] = useState('');
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const back = useMutation({
    mutationFn: (body: ReturnRequirements) => post<SentRequirements>(`/api/requirements/${token}`, body),
    onError: (failure) => failure instanceof ApiError && toast.error(local(failure.text)),
  });
  if (back.isSuccess) return <Thanks />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isIncomplete = name.trim() === '' || isUnfinished(answers);
    setMissing(isIncomplete);
    if (!isIncomplete) back.mutate(toReturn(name, comment, answers, additions));
  };
  return (
    <main className="mx-auto max-w-[820px] px-8 py-8 max-md:px-4">
      <form onSubmit={submit} className="grid gap-6">
        <header className="grid gap-1">
          <p className="flex items-center gap-3 text-xs text-ink-3">
            <span className="font-semibold text-ink">{sent.clientName}</span>
            {t('valid', { date: formatDate(sent.expiresAt, language) })}
            <Button
              size="small"
              variant="ghost"
              className="ml-auto"
              lang={language === 'zh' ? 'en' : 'zh'}
              onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
            >
              {language === 'zh' ? 'English' : '中文'}
            </Button>
          </p>
          <h1 className="text-2xl font-semibold text-balance">{t('heading')}</h1>
          <p className="text-ink-2">{t('lead')}</p>
        </header>
        {SECTIONS.map((section) => (
          <GuestSection
            key={section}
            section={section}
            items={sent.items.filter((item) => item.section === section)}
            answers={answers}
            additions={additions.filter((addition) => addition.section === section)}
            onAnswer={(id, answer) => setAnswers({ ...answers, [id]: answer })}
            onAdd={(addition) =>
              setAdditions([...additions.filter(({ id }) => id !== addition.id), addition])
            }
          />
        ))}
        <section className="grid gap-3 rounded-card border border-line bg-surface p-5 max-md:p-4">
          <Field label={t('comment')}>
            {(ids) => (
              <Textarea
                {...ids}
                maxLength={4_000}
                value={comment}
                onChange={(event) => setComment(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('name')} error={missing && name.trim() === '' ? t('name_needed') : undefined}>
            {(ids) => (
              <Input
                {...ids}
                autoComplete="name"
                maxLength={100}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          {missing && isUnfinished(answers) ? (
            <p role="alert" className="text-danger">
              {t('change_needed')}
            </p>
          ) : null}
          <Button type="submit" variant="primary" size="large" disabled={back.isPending}>
            {t('submit')}
          </Button>
          <p className="text-xs text-ink-3">{t('privacy')}</p>
        </section>
      </form>
    </main>
  );
}
