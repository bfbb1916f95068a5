import type { EventPayload } from '@tokenholic/contracts';
import { type Description, described } from './description.ts';

/** Told in a line without a name: the timeline outlives a persona that is deleted. */
const line = ({ headline }: Pick<EventPayload<'persona.updated'>, 'headline'>): Description =>
  described('win', headline);

export const personaDescribers = { 'persona.updated': line, 'persona.removed': line };
