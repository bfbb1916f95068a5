import { keySurveySchema, rotatedKeysSchema, rotateKeysSchema } from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { rotateKeys } from './commands/rotate-keys.ts';
import type { PrivacyPorts } from './ports.ts';
import { describeKeys } from './queries/describe-keys.ts';

const tags = ['privacy'];
const config = { permission: 'installation.manage' as const };

/** Keys of personal data: how far the sealing is, and new keys. */
export function keyRoutesOfPrivacy(kit: Kit, ports: PrivacyPorts): ServiceRoutes {
  return (app, _options, done) => {
    app.get('/api/privacy/keys', { config, schema: { tags, response: { 200: keySurveySchema } } }, async () =>
      describeKeys(kit, ports),
    );
    app.post(
      '/api/privacy/keys/rotations',
      {
        config: { ...config, reauthenticate: true },
        schema: { tags, body: rotateKeysSchema, response: { 200: rotatedKeysSchema } },
      },
      async (request) => rotateKeys(kit, ports, principalOf(request), request.body),
    );
    done();
  };
}
