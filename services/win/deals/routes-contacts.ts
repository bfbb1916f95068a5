import {
  activityKindSchema,
  contactFieldsSchema,
  contactSchema,
  decisionRoleSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { addContact, changeContact, removeContact } from './commands/save-contact.ts';
import { setRole } from './commands/set-role.ts';
import { listContacts, readContact } from './queries/read-contacts.ts';

const tags = ['deals'];
const read = { permission: 'deal.read' } as const;
const write = { permission: 'deal.write' } as const;
const clientParams = z.object({ clientId: z.uuid() });
const contactParams = z.object({ contactId: z.uuid() });
const contactPageSchema = z.object({
  contact: contactSchema,
  deals: z.array(z.object({ id: z.uuid(), title: z.string(), stage: z.string(), role: decisionRoleSchema })),
  said: z.array(
    z.object({
      id: z.uuid(),
      dealId: z.uuid(),
      kind: activityKindSchema,
      direction: z.enum(['in', 'out']),
      at: z.iso.datetime(),
      subject: z.string(),
      text: z.string(),
    }),
  ),
});

/** People at clients and what they mean for a decision. */
export function contactRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    const many = z.object({ items: z.array(contactSchema) });
    app.get(
      '/api/clients/:clientId/contacts',
      { config: read, schema: { tags, params: clientParams, response: { 200: many } } },
      async (request) => ({ items: await listContacts(kit, request.params.clientId) }),
    );
    app.post(
      '/api/clients/:clientId/contacts',
      {
        config: write,
        schema: {
          tags,
          params: clientParams,
          body: contactFieldsSchema.extend({ id: z.uuid() }),
          response: { 201: contactSchema },
        },
      },
      async (request, reply) => {
        const contact = await addContact(kit, principalOf(request), request.params.clientId, request.body);
        return reply.status(201).send(contact);
      },
    );
    app.get(
      '/api/contacts/:contactId',
      { config: read, schema: { tags, params: contactParams, response: { 200: contactPageSchema } } },
      (request) => readContact(kit, principalOf(request), request.params.contactId),
    );
    app.put(
      '/api/contacts/:contactId',
      {
        config: write,
        schema: {
          tags,
          params: contactParams,
          body: contactFieldsSchema.extend({ revision: z.number().int() }),
          response: { 200: contactSchema },
        },
      },
      (request) => changeContact(kit, principalOf(request), request.params.contactId, request.body),
    );
    app.delete(
      '/api/contacts/:contactId',
      { config: write, schema: { tags, params: contactParams, response: { 204: z.null() } } },
      async (request, reply) => {
        await removeContact(kit, principalOf(request), request.params.contactId);
        return reply.status(204).send(null);
      },
    );
    app.put(
      '/api/deals/:dealId/contacts/:contactId',
      {
        config: write,
        schema: {
          tags,
          params: contactParams.extend({ dealId: z.uuid() }),
          body: z.object({ role: decisionRoleSchema.nullable() }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await setRole(kit, principalOf(request), request.params, request.body.role);
        return reply.status(204).send(null);
      },
    );
    done();
  };
}
