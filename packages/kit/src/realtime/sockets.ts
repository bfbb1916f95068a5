import websocket from '@fastify/websocket';
import type { Authenticate } from '../http/principal.ts';
import { type HttpServer, isSameSite } from '../http/server.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Peer } from './peer.ts';
import type { Rooms } from './rooms.ts';

const MAXIMUM_MESSAGE_BYTES = 4_096;
/** A browser that does not take what it is sent is let go: it comes back and resumes from what it saw. */
const MOST_UNSENT_BYTES = 4_000_000;
const TRY_AGAIN_LATER = 1013;

/** `/ws`: signed in by the same cookie or token as the API, from the same site only. */
export async function addSockets(
  app: HttpServer,
  rooms: Rooms,
  authenticate: Authenticate,
  metrics: Metrics,
): Promise<void> {
  await app.register(websocket, { options: { maxPayload: MAXIMUM_MESSAGE_BYTES } });
  app.get('/ws', { websocket: true, schema: { hide: true } }, async (socket, request) => {
    // Messages may arrive while sign-in is looked up: they wait for it.
    const principal = () => authenticate(request);
    const signedIn = isSameSite(request) ? principal() : Promise.resolve(null);
    const peer = signedIn.then((found): Peer | null =>
      found === null
        ? null
        : {
            principal,
            send: (text) => {
              if (socket.bufferedAmount < MOST_UNSENT_BYTES) socket.send(text);
              else socket.close(TRY_AGAIN_LATER, 'too slow');
            },
          },
    );
    let queue: Promise<void> = Promise.resolve();
    socket.on('message', (data) => {
      queue = queue.then(async () => {
        const known = await peer;
        if (known !== null) await rooms.receive(known, String(data));
      });
    });
    metrics.sockets.inc();
    socket.on('close', async () => {
      metrics.sockets.dec();
      const known = await peer;
      if (known !== null) rooms.leaveAll(known);
    });
    if ((await peer) === null) socket.close(4401, 'unauthenticated');
  });
}
