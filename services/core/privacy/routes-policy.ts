import { consentPolicySchema, setPurposeBasisSchema } from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { setPurposeBasis } from './commands/set-purpose-basis.ts';
import { readPolicy } from './queries/consent-policy.ts';

const tags = ['consents'];
const path = '/api/privacy/consent-policy';

/** On what each purpose rests for people who have not decided. */
export function policyRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    const response = { 200: consentPolicySchema };
    app.get(path, { config: { permission: 'client.read' }, schema: { tags, response } }, (request) =>
      readPolicy(kit, principalOf(request).homeOrganizationId),
    );
    app.put(
      path,
      { config: { permission: 'privacy.manage' }, schema: { tags, response, body: setPurposeBasisSchema } },
      (request) => setPurposeBasis(kit, principalOf(request), request.body),
    );
    done();
  };
}
