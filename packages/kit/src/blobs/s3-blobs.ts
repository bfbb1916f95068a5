import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { AppError } from '../errors.ts';
import { type BlobStore, blobPath } from './blobs.ts';

export interface S3Settings {
  bucket: string;
  region: string;
  /** Of any S3-compatible store; null: Amazon's own for the region. */
  endpoint: string | null;
  /** Null: what the machine's role or profile gives. */
  credentials: { accessKeyId: string; secretAccessKey: string } | null;
  /** The bucket in the path instead of in the host name, as MinIO and most local stores want it. */
  pathStyle: boolean;
}

/** Blobs as objects `organisation/key` of one bucket. The store retries what can be retried before an error gets here. */
export function createS3Blobs(settings: S3Settings): BlobStore & { close(): void } {
  const { bucket } = settings;
  const client = openS3(settings);
  return {
    put: async (organizationId, key, bytes) => {
      const path = blobPath(organizationId, key);
      await orUnavailable(
        client.send(
          new PutObjectCommand({ Bucket: bucket, Key: path, Body: bytes, ContentLength: bytes.byteLength }),
        ),
      );
    },
    get: async (organizationId, key) => {
      const path = blobPath(organizationId, key);
      try {
        const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: path }));
        return answer.Body === undefined ? null : await answer.Body.transformToByteArray();
      } catch (cause) {
        if (cause instanceof NoSuchKey) return null;
        throw storeUnavailable(cause);
      }
    },
    remove: async (organizationId, key) => {
      const path = blobPath(organizationId, key);
      await orUnavailable(client.send(new DeleteObjectCommand({ Bucket: bucket, Key: path })));
    },
    close: () => client.destroy(),
  };
}

/** A client for the store these settings name. */
export function openS3({ region, endpoint, credentials, pathStyle }: S3Settings): S3Client {
  return new S3Client({
    region,
    forcePathStyle: pathStyle,
    ...(endpoint === null ? {} : { endpoint }),
    ...(credentials === null ? {} : { credentials }),
    maxAttempts: 4,
    // Stores other than Amazon's often do not know the newer trailing checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

async function orUnavailable(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (cause) {
    throw storeUnavailable(cause);
  }
}

function storeUnavailable(cause: unknown): AppError {
  return new AppError({
    kind: 'unavailable',
    code: 'kit.blob_store_unavailable',
    message: {
      zh: '文件存储暂时无法访问，本次操作没有保存。请稍后重试；若持续出现，请联系管理员检查对象存储的地址和权限。',
      en: 'The file store does not answer, so nothing of this action was saved. Try again shortly; if it goes on, ask your administrator to check the address and rights of the object store.',
    },
    details: cause instanceof S3ServiceException ? { store: cause.name } : {},
    cause,
  });
}
