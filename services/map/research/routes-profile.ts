import { clientProfileSchema, editProfileSchema } from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { editProfile } from './commands/edit-profile.ts';
import { readClientProfile } from './queries/read-profile.ts';

const PATH = '/api/clients/:clientId/profile';

/** What is known of a company beside its AI, and what people make of it. */
export function profileRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    const schema = {
      tags: ['research'],
      params: z.object({ clientId: z.uuid() }),
      response: { 200: clientProfileSchema },
    };
    app.get(PATH, { config: { permission: 'client.read' }, schema }, async (request) =>
      readClientProfile(kit, request.params.clientId),
    );
    app.put(
      PATH,
      { config: { permission: 'research.run' }, schema: { ...schema, body: editProfileSchema } },
      async (request) => {
        const { clientId } = request.params;
        await editProfile(kit, principalOf(request), clientId, request.body);
        return readClientProfile(kit, clientId);
      },
    );
    done();
  };
}
