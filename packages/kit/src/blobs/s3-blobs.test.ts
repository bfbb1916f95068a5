import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '../errors.ts';
import { minioBinary } from '../testing/binaries.ts';
import { freePort, startMinio } from '../testing/servers.ts';
import { blobContract } from './blobs.contract.ts';
import { createS3Blobs } from './s3-blobs.ts';

describe.skipIf(minioBinary === null)('blobs in S3 (MinIO)', () => {
  let server: Awaited<ReturnType<typeof startMinio>>;
  let blobs: ReturnType<typeof createS3Blobs>;
  beforeAll(async () => {
    server = await startMinio();
    blobs = createS3Blobs(server.settings);
  });
  afterAll(async () => {
    blobs.close();
    await server.stop();
  });
  blobContract(() => blobs);

  test('a bucket that is not there is told as the store being unavailable, with its reason', async () => {
    const elsewhere = createS3Blobs({ ...server.settings, bucket: 'nowhere' });
    const failure = await elsewhere.put('a', 'b', new Uint8Array([1])).catch((error: unknown) => error);
    elsewhere.close();
    expect(isAppError(failure, 'kit.blob_store_unavailable') && failure.details).toEqual({
      store: 'NoSuchBucket',
    });
  });
});

test('a store that does not answer is an error one can try again', async () => {
  const blobs = createS3Blobs({
    bucket: 'tokenholic',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${await freePort()}`,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    pathStyle: true,
  });
  await expect(blobs.get('a', 'b')).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'kit.blob_store_unavailable',
  });
  blobs.close();
});
