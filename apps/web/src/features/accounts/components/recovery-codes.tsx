import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { toast } from '@/ui/toast';

/** Codes for when the phone is lost: shown once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation('account');
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    toast.success(t('recovery.copied'));
  };
  return (
    <div className="grid gap-3 rounded-card border border-line-strong bg-sunken p-4" aria-live="polite">
      <p className="font-medium">{t('recovery.title')}</p>
      <p className="text-ink-2">{t('recovery.text')}</p>
      <ul className="grid max-w-md grid-cols-2 gap-x-6 gap-y-1 font-mono text-sm">
        {codes.map((code) => (
          <li key={code} data-recovery-code>
            {code}
          </li>
        ))}
      </ul>
      <div className="flex gap-2">
        <Button onClick={() => void copy()}>{t('recovery.copy')}</Button>
        <Button variant="primary" onClick={onDone}>
          {t('recovery.done')}
        </Button>
      </div>
    </div>
  );
}
