import {
  connectionSettingsSchema,
  connectionTrialSchema,
  saveModelConnectionSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { tryConnection } from '@workflow/llm-sdk';
import { z } from 'zod';
import { checkModelAddress } from './adapters/check-address.ts';
import type { Connections } from './adapters/connections.ts';
import { orderModels } from './commands/order-models.ts';
import { removeConnection } from './commands/remove-connection.ts';
import { saveKey } from './commands/save-key.ts';
import { saveModel } from './commands/save-model.ts';
import { connectionUnknown } from './domain/failures.ts';
import { trialMessages } from './domain/trial.ts';

const config = { permission: 'settings.manage' } as const;
const modelParams = z.object({ connectionId: z.uuid() });
const answer = { 200: connectionSettingsSchema };
const PATH = '/api/settings/connections';

export function settingsRoutes(
  kit: Kit,
  connections: Connections,
  allowedPrivateHosts: readonly string[],
): ServiceRoutes {
  const changed = () => {
    connections.forget();
    return connections.shown();
  };
  return (app, _options, done) => {
    app.get(PATH, { config, schema: { tags: ['settings'], response: answer } }, () => connections.shown());
    app.put(
      `${PATH}/models/:connectionId`,
      {
        config,
        schema: {
          tags: ['settings'],
          params: modelParams,
          body: saveModelConnectionSchema,
          response: answer,
        },
      },
      async (request) => {
        await checkModelAddress(request.body.baseUrl, allowedPrivateHosts);
        const { homeOrganizationId } = principalOf(request);
        await saveModel(kit, homeOrganizationId, request.params.connectionId, request.body);
        return changed();
      },
    );
    app.delete(
      `${PATH}/models/:connectionId`,
      { config, schema: { tags: ['settings'], params: modelParams, response: answer } },
      async (request) => {
        await removeConnection(kit, principalOf(request).homeOrganizationId, request.params.connectionId);
        return changed();
      },
    );
    app.put(
      `${PATH}/models-order`,
      {
        config,
        schema: {
          tags: ['settings'],
          body: z.object({ ids: z.array(z.uuid()).max(50) }),
          response: answer,
        },
      },
      async (request) => {
        await orderModels(kit, principalOf(request).homeOrganizationId, request.body.ids);
        return changed();
      },
    );
    for (const purpose of ['search', 'browser'] as const) {
      app.put(
        `${PATH}/${purpose}`,
        {
          config,
          schema: {
            tags: ['settings'],
            body: z.object({ apiKey: z.string().trim().min(1).max(500).nullable() }),
            response: answer,
          },
        },
        async (request) => {
          await saveKey(kit, principalOf(request).homeOrganizationId, purpose, request.body.apiKey);
          return changed();
        },
      );
    }
    app.post(
      `${PATH}/models/:connectionId/try`,
      {
        config,
        schema: {
          tags: ['settings'],
          params: z.object({ connectionId: z.string().max(60) }),
          response: { 200: connectionTrialSchema },
        },
      },
      async (request) => {
        const model = (await connections.models()).find(({ id }) => id === request.params.connectionId);
        if (model === undefined) throw connectionUnknown();
        const { outcome, milliseconds } = await tryConnection(model);
        return { answered: outcome === 'answered', message: trialMessages[outcome], milliseconds };
      },
    );
    done();
  };
}
