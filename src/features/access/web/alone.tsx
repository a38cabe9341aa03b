import { useEffect, type ReactNode } from 'react';
import { Mark } from '#kit/web/icons.tsx';
import { LanguageChoice } from './language-choice.tsx';

/** A page before anyone is signed in: the mark, one thing to do, and the language to do it in. */
export function Alone(given: { title: string; lede?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${given.title} · Tend`;
  }, [given.title]);
  return (
    <div className="flex min-h-dvh flex-col px-5 pb-12">
      <header className="mx-auto flex w-full max-w-5xl items-center justify-between gap-4 py-5">
        <span className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
          <Mark />
          Tend
        </span>
        <LanguageChoice />
      </header>
      <main className="mx-auto flex w-full max-w-md grow flex-col justify-center gap-8 py-8">
        <div className="flex flex-col gap-2">
          <h1 className="text-2xl font-semibold sm:text-3xl">{given.title}</h1>
          {given.lede !== undefined && <p className="text-ink-soft">{given.lede}</p>}
        </div>
        {given.children}
      </main>
    </div>
  );
}
