import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { setLanguage, useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Logo } from './logo';
import { usePageTitle } from './page-title';

interface EntryFrameProps {
  title: string;
  text?: string | undefined;
  children: ReactNode;
}

/** The frame of every screen before one is signed in. */
export function EntryFrame({ title, text, children }: EntryFrameProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  usePageTitle(title);
  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] bg-paper px-4">
      <header className="mx-auto flex w-full max-w-[400px] items-center justify-between py-6">
        <Link to="/sign-in" className="flex items-center gap-2 rounded-card font-semibold">
          <Logo /> {t('product')}
        </Link>
        <Button variant="ghost" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'English' : '中文'}
        </Button>
      </header>
      <div className="mx-auto grid w-full max-w-[400px] content-start gap-6 pt-[6dvh] pb-16">
        <div className="grid gap-2">
          <h1 className="text-2xl font-semibold">{title}</h1>
          {text === undefined ? null : <p className="text-ink-2">{text}</p>}
        </div>
        {children}
      </div>
    </main>
  );
}
