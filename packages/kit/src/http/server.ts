import swagger from '@fastify/swagger';
import type { Span } from '@opentelemetry/api';
import type { Permission } from '@tokenholic/contracts';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import {
  type FastifyPluginCallbackZod,
  hasZodFastifySchemaValidationErrors,
  isResponseSerializationError,
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { diskFull, isDiskFull } from '../blobs/folder-blobs.ts';
import { AppError } from '../errors.ts';
import type { Kit } from '../service/kit.ts';
import { startRequestSpan, withSpan } from '../telemetry/spans.ts';
import { currentTrace, newTraceId, runWithTrace } from '../telemetry/trace.ts';
import {
  crossSite,
  forbidden,
  internal,
  invalidRequest,
  notFound,
  passwordAgain,
  tooLarge,
  unauthenticated,
} from './failures.ts';
import { addIdempotency } from './idempotency.ts';
import type { Authenticate, Confirmed, Principal } from './principal.ts';
import { toProblem } from './problem.ts';

export type ServiceRoutes = FastifyPluginCallbackZod;
export type HttpServer = FastifyInstance;

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal | null;
  }
  interface FastifyContextConfig {
    /** What the caller's role must allow. A route names a permission or is public; one that does neither is refused at start. */
    permission?: Permission;
    public?: boolean;
    /** Asks for or answers with a secret: neither is kept for a repeated request. */
    confidential?: boolean;
    /** Cannot be undone: the password must have been given a moment ago. */
    reauthenticate?: boolean;
  }
}

export interface HttpOptions {
  kit: Kit;
  authenticate: Authenticate;
  /** Absent: nobody has a password to give. */
  confirmed?: Confirmed;
  version: string;
  /** Paths below `/api/` that anybody may read, such as the API's own documentation. */
  publicPaths?: readonly string[];
  /** Largest JSON body in bytes. */
  bodyLimit?: number;
}

/** The front door: tracing, sign-in, permission, tenancy gate and error mapping for each route that is added to it. */
export async function createHttpServer(options: HttpOptions): Promise<HttpServer> {
  const app = Fastify({
    bodyLimit: options.bodyLimit ?? 2_000_000,
    trustProxy: false,
    // A machine that is busy starts late; that is no reason not to start.
    pluginTimeout: 120_000,
    routerOptions: { ignoreTrailingSlash: true },
  })
    .withTypeProvider<ZodTypeProvider>()
    .setValidatorCompiler(validatorCompiler)
    .setSerializerCompiler(serializerCompiler);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tokenholic API',
        version: options.version,
        description: 'Research clients and draw their Token Battle Maps.',
      },
      components: { securitySchemes: SECURITY_SCHEMES },
      security: [{ bearer: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.decorateRequest('principal', null);
  addTracing(app, options.kit);
  addGate(app, options);
  addIdempotency(app, options.kit);
  addErrors(app, options.kit);
  addSecurityHeaders(app);
  return app;
}

function addTracing(app: FastifyInstance, kit: Kit): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  app.addHook('onRequest', (request, _reply, done) => {
    const given = /^00-([0-9a-f]{32})-([0-9a-f]{16})-/.exec(String(request.headers.traceparent ?? ''));
    const traceId = given?.[1] ?? newTraceId();
    const span = startRequestSpan(request.method, traceId, given?.[2] ?? null);
    spans.set(request, span);
    runWithTrace({ traceId, actor: 'anonymous' }, () => withSpan(span, done));
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const { statusCode } = reply;
    kit.metrics.requests.observe(
      { method: request.method, route, status: String(statusCode) },
      reply.elapsedTime / 1_000,
    );
    const span = spans.get(request);
    span?.updateName(`${request.method} ${route}`);
    span?.setAttributes({
      'http.request.method': request.method,
      'http.route': route,
      'http.response.status_code': statusCode,
    });
    span?.end();
    done();
  });
}

/** How a request may say who asks; routes for everybody say that they need neither. */
const SECURITY_SCHEMES = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key (thk_…), or a token (RS256, one hour) from POST /api/account/token.',
  },
  session: { type: 'apiKey', in: 'cookie', name: 'tokenholic.session_token' },
} as const;

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

function addGate(app: FastifyInstance, { authenticate, confirmed, publicPaths = [] }: HttpOptions): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.public === true && route.schema !== undefined) route.schema.security ??= [];
    if (publicPaths.some((path) => route.url.startsWith(path))) return;
    if (
      route.url.startsWith('/api/') &&
      route.config?.permission === undefined &&
      route.config?.public !== true
    ) {
      throw new Error(`Route ${String(route.method)} ${route.url} names no permission`);
    }
  });
  app.addHook('onRequest', async (request) => {
    if (!SAFE_METHODS.has(request.method) && !isSameSite(request)) throw crossSite();
    const { permission, reauthenticate } = request.routeOptions.config;
    if (permission === undefined) return;
    const principal = await authenticate(request);
    if (principal === null) throw unauthenticated();
    request.principal = principal;
    currentTrace().actor = principal.user.id;
    // Tenancy before permission: another tenant's id is "not found" whatever the role.
    const clientId = (request.params as Record<string, string> | undefined)?.clientId;
    if (clientId !== undefined && !principal.organizationIds.includes(clientId.toLowerCase()))
      throw notFound();
    if (principal.withheld !== undefined && permission !== 'account.use') throw principal.withheld();
    if (!principal.user.permissions.includes(permission)) throw forbidden(permission);
    if (reauthenticate === true && confirmed !== undefined && !(await confirmed(request)))
      throw passwordAgain();
  });
}

/** Browsers send Origin with each unsafe request; other clients send none and carry no cookies by accident. */
export function isSameSite(request: Pick<FastifyRequest, 'headers'>): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function addErrors(app: FastifyInstance, kit: Kit): void {
  app.setNotFoundHandler(async () => {
    throw notFound();
  });
  app.setErrorHandler((error, _request, reply) => {
    const failure = asAppError(error);
    const { traceId } = currentTrace();
    if (failure.kind === 'internal') kit.logger.error({ err: error }, 'unexpected error');
    const problem = toProblem(failure, traceId);
    return reply
      .status(problem.status)
      .type('application/problem+json')
      .serializer((value) => JSON.stringify(value))
      .send(problem);
  });
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isDiskFull(error)) return diskFull(error);
  if (hasZodFastifySchemaValidationErrors(error)) {
    return invalidRequest(
      error.validation.map(({ instancePath, message }) => ({ path: instancePath, message })),
      error,
    );
  }
  if (isResponseSerializationError(error)) return internal(error);
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return tooLarge(error);
  if (status >= 400 && status < 500) return invalidRequest([], error);
  return internal(error);
}

/** The style sheet that the library for short messages puts into the page by itself, empty first and then filled. */
export const TOAST_STYLES =
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='";

/** Nothing inline, no other site. `nonce`: of the one page whose own scripts put styles into it. */
export const contentSecurityPolicy = (nonce?: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}' ${TOAST_STYLES}`}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');

function addSecurityHeaders(app: FastifyInstance): void {
  const policy = contentSecurityPolicy();
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'x-trace-id': currentTrace().traceId,
    });
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', policy);
    done(null, payload);
  });
}

/** The signed-in person; routes that name a permission always have one. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal === null) throw unauthenticated();
  return request.principal;
}
