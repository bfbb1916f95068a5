// The processes of an installation: what `npm run scale:up` starts and deploy/compose.yaml describes.

export interface ProcessPlan {
  name: string;
  role: 'api' | 'worker' | 'relay' | 'all';
  /** As in TOKENHOLIC_SERVICES. */
  services: string;
}

export const PROCESSES: readonly ProcessPlan[] = [
  { name: 'api-1', role: 'api', services: '' },
  { name: 'api-2', role: 'api', services: '' },
  { name: 'worker-research', role: 'worker', services: 'research' },
  { name: 'worker-map', role: 'worker', services: 'battlemap' },
  { name: 'worker-rest', role: 'worker', services: '-research,-battlemap' },
  { name: 'relay', role: 'relay', services: '' },
];

/** Where the servers are, and what every process must know alike. */
export interface Surroundings {
  databaseUrl: string;
  redisUrl: string | null;
  /** `host:port`; null: consumers read the log. */
  kafka: string | null;
  neo4j: { url: string; password: string } | null;
  s3: { endpoint: string; bucket: string; accessKeyId: string; secretAccessKey: string } | null;
  /** 32 bytes in base64. */
  secretKey: string;
}

/** What every process is told alike. */
export function sharedEnvironment({
  databaseUrl,
  redisUrl,
  kafka,
  neo4j,
  s3,
  secretKey,
}: Surroundings): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    TOKENHOLIC_SECRET_KEY: secretKey,
    ...(redisUrl === null ? {} : { TOKENHOLIC_REDIS_URL: redisUrl }),
    ...(kafka === null ? {} : { TOKENHOLIC_KAFKA_BROKERS: kafka }),
    ...(neo4j === null ? {} : { TOKENHOLIC_NEO4J_URL: neo4j.url, TOKENHOLIC_NEO4J_PASSWORD: neo4j.password }),
    ...(s3 === null
      ? {}
      : {
          TOKENHOLIC_S3_BUCKET: s3.bucket,
          TOKENHOLIC_S3_ENDPOINT: s3.endpoint,
          TOKENHOLIC_S3_PATH_STYLE: 'true',
          TOKENHOLIC_S3_ACCESS_KEY_ID: s3.accessKeyId,
          TOKENHOLIC_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
        }),
  };
}

/** What one process is told beside that. */
export function ownEnvironment({ role, services }: ProcessPlan): Record<string, string> {
  return {
    TOKENHOLIC_ROLE: role,
    ...(services === '' ? {} : { TOKENHOLIC_SERVICES: services }),
  };
}
