import type { Language } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { personaCard } from '../adapters/card-svg.ts';
import { consentNeeded, switchedOff } from '../domain/failures.ts';
import type { MayProfile } from '../ports.ts';
import { readPersona } from './personas.ts';

interface Wanted {
  format: 'png' | 'pdf';
  language: Language;
  version?: number;
}

/** A persona as a card to take along. The drawing libraries are loaded with the first. */
export async function exportPersona(
  kit: Kit,
  mayProfile: MayProfile,
  principal: Principal,
  contactId: string,
  wanted: Wanted,
) {
  const persona = await readPersona(kit, mayProfile, principal, contactId, wanted.version);
  if (!persona.allowed) throw switchedOff();
  if (!persona.consent.allowed) throw consentNeeded(persona.consent.because);
  const picture = { ...personaCard(persona, wanted.language), title: persona.name };
  const { svgToPdf, svgToPng } = await import('@tokenholic/presentation/documents');
  const bytes = wanted.format === 'png' ? await svgToPng(picture) : await svgToPdf(picture);
  const number = persona.version ?? 0;
  return {
    bytes: Buffer.from(bytes),
    name: `${persona.name}-${wanted.language === 'zh' ? '画像' : 'persona'}-v${number}`,
  };
}
