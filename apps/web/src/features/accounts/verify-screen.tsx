import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EntryFrame } from '@/shell/entry-frame';
import { Button, buttonLook } from '@/ui/button';
import { useSendVerification, useVerify } from './api/entry';
import { Refusal } from './components/fields';

/** Before the mail came: look into your mailbox. From the mail: one press verifies, so that a scanner of links does not. */
export function VerifyScreen() {
  const { t } = useTranslation('account');
  const { token, email } = useSearch({ from: '/verify' });
  const verify = useVerify();
  const resend = useSendVerification();
  if (verify.isSuccess)
    return (
      <EntryFrame title={t('verify.done')} text={t('verify.done_text')}>
        <Link to="/sign-in" className={buttonLook({ variant: 'primary', size: 'large' })}>
          {t('sign_in.submit')}
        </Link>
      </EntryFrame>
    );
  if (token !== undefined)
    return (
      <EntryFrame title={t('verify.title')} text={t('verify.press')}>
        <Refusal error={verify.error} />
        {verify.isError ? (
          <Link to="/sign-in" className={buttonLook({ size: 'large' })}>
            {t('verify.to_sign_in')}
          </Link>
        ) : (
          <Button
            variant="primary"
            size="large"
            disabled={verify.isPending}
            onClick={() => verify.mutate({ token })}
          >
            {t('verify.submit')}
          </Button>
        )}
      </EntryFrame>
    );
  return (
    <EntryFrame title={t('verify.look')} text={t('verify.look_text', { email: email ?? '' })}>
      {resend.isSuccess ? (
        <output>{t('verify.sent')}</output>
      ) : (
        <Button
          disabled={resend.isPending || email === undefined}
          onClick={() => resend.mutate({ email: email ?? '' })}
        >
          {t('verify.resend')}
        </Button>
      )}
      <Refusal error={resend.error} />
    </EntryFrame>
  );
}
