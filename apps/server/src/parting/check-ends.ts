import { AppError } from '@tokenholic/kit';
import type { Configuration } from '../configuration.ts';

type Text = { zh: string; en: string };

/** What keeps two installations from being apart, or cannot be carried; null: nothing. */
export function faultOfEnds(here: Configuration, there: Configuration): Text | null {
  if (here.databaseUrl === null)
    return {
      zh: '只有使用 PostgreSQL 的系统才能迁出组织：请设置 DATABASE_URL。',
      en: 'Only an installation on PostgreSQL can part with a seller: set DATABASE_URL.',
    };
  if (here.databaseUrl === there.databaseUrl)
    return {
      zh: '新系统需要自己的数据库。',
      en: 'The new installation needs a database of its own.',
    };
  const sameFolder = here.dataFolder === there.dataFolder;
  const sameKey =
    here.secretKey === null || there.secretKey === null
      ? sameFolder && here.secretKey === there.secretKey
      : here.secretKey.equals(there.secretKey);
  const sameService = here.keyService !== null && here.keyService.key === there.keyService?.key;
  if (sameKey || sameService)
    return {
      zh: '新系统需要自己的密钥：请给出另一个 --data 目录、NEW_TOKENHOLIC_SECRET_KEY 或 NEW_TOKENHOLIC_KMS_KEY。',
      en: 'The new installation needs a key of its own: give another --data folder, NEW_TOKENHOLIC_SECRET_KEY or NEW_TOKENHOLIC_KMS_KEY.',
    };
  const sameFiles =
    here.s3 === null && there.s3 === null
      ? sameFolder
      : here.s3?.bucket === there.s3?.bucket && here.s3?.endpoint === there.s3?.endpoint;
  if (sameFiles)
    return {
      zh: '新系统需要自己的文件存储：请给出另一个 --data 目录，或另一个 NEW_TOKENHOLIC_S3_BUCKET。',
      en: 'The new installation needs files of its own: give another --data folder, or another NEW_TOKENHOLIC_S3_BUCKET.',
    };
  const beside = [here, there].some(({ qdrant, neo4j, kafka }) => (qdrant ?? neo4j ?? kafka) !== null);
  if (beside)
    return {
      zh: 'Qdrant、Neo4j 和 Kafka 中的数据不能一同迁出：请先让系统只使用 PostgreSQL（去掉 TOKENHOLIC_QDRANT_URL、TOKENHOLIC_NEO4J_URL、TOKENHOLIC_KAFKA_BROKERS），迁出后再启用。',
      en: 'What lies in Qdrant, Neo4j and Kafka does not go along. Let the product work with PostgreSQL alone first (without TOKENHOLIC_QDRANT_URL, TOKENHOLIC_NEO4J_URL and TOKENHOLIC_KAFKA_BROKERS), and add them again afterwards.',
    };
  return null;
}

export function checkEnds(here: Configuration, there: Configuration): void {
  const message = faultOfEnds(here, there);
  if (message !== null) throw new AppError({ kind: 'conflict', code: 'server.cannot_part', message });
}
