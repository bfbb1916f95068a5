import {
  mailboxSchema,
  mailboxStateSchema,
  mailReportSchema,
  unfiledMailSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { readMail } from './adapters/read-mail.ts';
import { importMail } from './commands/import-mail.ts';
import { fetchMailbox, removeMailbox, saveMailbox } from './commands/read-mailbox.ts';
import { discardMail, settleMail } from './commands/settle-mail.ts';
import { MOST_MAIL_MEGABYTES } from './domain/files/failures.ts';
import type { MailSource } from './ports.ts';
import { readMailbox } from './queries/read-mailbox.ts';
import { listUnfiled } from './queries/read-mails.ts';
import { formFile } from './routes-files.ts';

const tags = ['deals'];
const config = { permission: 'deal.write' } as const;
const params = z.object({ mailId: z.uuid() });
const none = { 204: z.null() };
const PATH = '/api/deals/mails';

/** E-mails that come in as files, and those that wait for a deal. */
export function mailRoutes(kit: Kit, source: MailSource): ServiceRoutes {
  return (app, _options, done) => {
    app.post(
      PATH,
      { config, schema: { tags, consumes: ['multipart/form-data'], response: { 200: mailReportSchema } } },
      async (request) => {
        const { bytes } = await formFile(request, MOST_MAIL_MEGABYTES, 'mail_too_large', ['text']);
        return importMail(kit, principalOf(request), await readMail(bytes));
      },
    );
    app.get(
      PATH,
      { config, schema: { tags, response: { 200: z.object({ items: z.array(unfiledMailSchema) }) } } },
      async (request) => ({ items: await listUnfiled(kit, principalOf(request)) }),
    );
    app.post(
      `${PATH}/:mailId/deal`,
      { config, schema: { tags, params, body: z.object({ dealId: z.uuid() }), response: none } },
      async (request, reply) => {
        await settleMail(kit, principalOf(request), request.params.mailId, request.body.dealId);
        return reply.status(204).send(null);
      },
    );
    app.delete(
      `${PATH}/:mailId`,
      { config, schema: { tags, params, response: none } },
      async (request, reply) => {
        await discardMail(kit, principalOf(request), request.params.mailId);
        return reply.status(204).send(null);
      },
    );
    const mailboxPath = '/api/deals/mailbox';
    app.get(mailboxPath, { config, schema: { tags, response: { 200: mailboxStateSchema } } }, (request) =>
      readMailbox(kit, principalOf(request)),
    );
    app.put(
      mailboxPath,
      {
        config,
        schema: { tags, body: mailboxSchema.extend({ password: z.string().max(500) }), response: none },
      },
      async (request, reply) => {
        await saveMailbox(kit, principalOf(request), request.body);
        return reply.status(204).send(null);
      },
    );
    app.delete(mailboxPath, { config, schema: { tags, response: none } }, async (request, reply) => {
      await removeMailbox(kit, principalOf(request));
      return reply.status(204).send(null);
    });
    app.post(
      `${mailboxPath}/fetch`,
      { config, schema: { tags, response: { 200: mailReportSchema } } },
      (request) => fetchMailbox(kit, source, principalOf(request)),
    );
    done();
  };
}
