import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { openTables } from './adapters/gate.ts';
import { retainDaily } from './commands/apply-retention.ts';
import { bringPolicies, POLICY_QUEUE } from './commands/bring-policies.ts';
import { settleErasures } from './commands/settle-erasures.ts';
import { tendKeys } from './commands/tend-keys.ts';
import type { DocumentStore, PrivacyPorts, StoreBeside } from './ports.ts';
import { privacyRoutes } from './routes.ts';
import { consentRoutes } from './routes-consents.ts';
import { contactPrivacyRoutes } from './routes-contacts.ts';
import { keyRoutesOfPrivacy } from './routes-keys.ts';
import { policyRoutes } from './routes-policy.ts';
import { retentionRoutes } from './routes-retention.ts';
import { sealedConsents, sealedReceipts } from './sealed.ts';

export { recordConsent } from './commands/record-consent.ts';
export { settleErasures } from './commands/settle-erasures.ts';
export { contactPlaces } from './domain/contact-places.ts';
export { registry } from './domain/registry.ts';
export { checkConsent } from './queries/read-consents.ts';
export { type Reach, standOfContacts } from './queries/stand-of-contacts.ts';
export type { DocumentStore, PrivacyPorts, StoreBeside };

export const privacyMigrations: MigrationSet = {
  schema: 'privacy',
  folder: new URL('./migrations/', import.meta.url),
};

const SETTLE_EVERY_MS = 60_000;

/** Where data of people lives, what can be taken along, and what is erased. */
export function privacyService(ports: PrivacyPorts) {
  return defineService((kit: Kit): Service => {
    let timer: NodeJS.Timeout | undefined;
    let stopped = false;
    let tending: Promise<void> = Promise.resolve();
    const settle = () =>
      void settleErasures(kit, ports).catch((error) =>
        kit.logger.error({ err: error }, 'erasures could not be settled'),
      );
    const tend = () => {
      tending = tendKeys(kit, ports, () => !stopped).then(
        () => {},
        (error) => kit.logger.error({ err: error }, 'personal data could not be sealed'),
      );
    };
    const retain = () =>
      void retainDaily(kit, ports).catch((error) =>
        kit.logger.error({ err: error }, 'rows past their time could not be taken away'),
      );
    /** Clients that a seller took over since, and what processes of the release before decided. */
    const bring = () =>
      void bringPolicies(kit, ports, null).catch((error) =>
        kit.logger.error({ err: error }, 'consent policies could not be brought to clients'),
      );
    return {
      name: 'privacy',
      migrations: privacyMigrations,
      sealed: [sealedConsents, sealedReceipts],
      publishes: ['contact.removed', 'consent.given', 'consent.withdrawn', 'consent.policy_changed'],
      consumes: {
        'client.created': (tx, { organizationId }) => tx.requestJob(organizationId, POLICY_QUEUE, {}),
      },
      routes: (app, options, done) => {
        for (const routes of [
          privacyRoutes(kit, ports),
          keyRoutesOfPrivacy(kit, ports),
          consentRoutes(kit, ports),
          policyRoutes(kit),
          contactPrivacyRoutes(kit, ports),
          retentionRoutes(kit, ports),
        ])
          routes(app, options, () => {});
        done();
      },
      jobs: {
        [POLICY_QUEUE]: (_data, { organizationId }) => bringPolicies(kit, ports, organizationId),
      },
      tasks: [],
      start: async () => {
        await openTables(kit.database);
        // In the background: requests need not wait until rows from before are sealed.
        tend();
        timer = setInterval(() => {
          settle();
          tend();
          retain();
          bring();
        }, SETTLE_EVERY_MS);
        timer.unref();
      },
      stop: async () => {
        stopped = true;
        clearInterval(timer);
        await tending;
      },
    };
  });
}
