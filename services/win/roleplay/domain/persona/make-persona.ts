import type { LocalizedText, PersonaForm, PracticePersona } from '@tokenholic/contracts';
import { industryById } from '@tokenholic/reference';
import { commercePersonas } from './library-commerce.ts';
import { contentPersonas } from './library-content.ts';
import type { LibraryPersona } from './persona.ts';

const all: readonly LibraryPersona[] = [...commercePersonas, ...contentPersonas];
const [first] = all;

/** Every ready customer, in the order in which they are offered. */
export const libraryPersonas: readonly PracticePersona[] = all.map(ready);

function ready({ covers: _, ...persona }: LibraryPersona): PracticePersona {
  return { ...persona, origin: 'library', clientId: null, knownObjections: [] };
}

/** A ready customer by id; the first one for talks that named none. */
export function libraryPersona(id: string | null): PracticePersona | null {
  if (id === null) return libraryPersonas[0] ?? null;
  return libraryPersonas.find((persona) => persona.id === id) ?? null;
}

/** The ready customer nearest to an industry: what is not known about a client is taken from it. */
export function nearestPersona(industryId: string | null): PracticePersona {
  const near = all.find(({ covers }) => industryId !== null && covers.includes(industryId)) ?? first;
  if (near === undefined) throw new Error('The library of customers is empty');
  return ready(near);
}

/** A customer as somebody describes them; figures and troubles come from the nearest ready one. */
export function personaFromForm(form: PersonaForm): PracticePersona {
  const base = nearestPersona(form.industryId);
  const industry = industryById(form.industryId)?.name ?? base.company;
  const same = (text: string): LocalizedText => ({ zh: text, en: text });
  const given = (text: string, otherwise: LocalizedText) => (text === '' ? otherwise : same(text));
  const useCase = given(form.useCase, base.useCase);
  const provider = given(form.provider, base.provider);
  return {
    ...base,
    id: 'form',
    origin: 'form',
    industryId: form.industryId,
    size: form.size,
    knowledge: form.knowledge,
    name: given(form.name, base.name),
    role: given(form.role, base.role),
    company: given(form.company, {
      zh: `一家${industry.zh}公司`,
      en: `a company in ${industry.en.charAt(0).toLowerCase()}${industry.en.slice(1)}`,
    }),
    useCase,
    provider,
    facts:
      form.useCase === '' && form.provider === ''
        ? base.facts
        : {
            ...base.facts,
            today: {
              zh: `${useCase.zh}这块，现在用的是${provider.zh}，其余靠人工。`,
              en: `For ${useCase.en} we use ${provider.en}; people do the rest.`,
            },
          },
    knownObjections: form.objections.map((category) => ({ category, text: null })),
  };
}
