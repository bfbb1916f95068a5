import { reference } from '@tokenholic/reference';

/** What a plain look for names and keywords finds: no words' edges, no links, no standing. */
export interface NaiveReading {
  providers: string[];
  useCases: string[];
  /** Every use case with every provider. */
  links: string[];
}

export function readNaively(text: string): NaiveReading {
  const lower = text.toLowerCase();
  const named = (names: readonly string[]) => names.some((name) => lower.includes(name.toLowerCase()));
  const providers = reference.providers.filter(({ aliases }) => named(aliases)).map(({ id }) => id);
  const useCases = reference.useCases
    .filter(({ name, keywords }) => named([name.zh, name.en, ...keywords.zh, ...keywords.en]))
    .map(({ id }) => id);
  const links = useCases.flatMap((use) => providers.map((provider) => `${use}|${provider}|current`));
  return { providers, useCases, links };
}
