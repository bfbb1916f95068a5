import { expect, test } from 'vitest';
import type { BlobStore } from './blobs.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const harbourline = '01970000-0000-7000-8000-0000000000b2';

/** What every blob store must do. */
export function blobContract(open: () => BlobStore): void {
  test('a file comes back as it was put, for its own organisation only', async () => {
    const blobs = open();
    await blobs.put(yunxiu, 'materials/a', new Uint8Array([1, 2, 3]));
    expect([...((await blobs.get(yunxiu, 'materials/a')) ?? [])]).toEqual([1, 2, 3]);
    expect(await blobs.get(harbourline, 'materials/a')).toBeNull();
  });

  test('a file put again replaces the one before', async () => {
    const blobs = open();
    await blobs.put(yunxiu, 'materials/b', new Uint8Array([1, 2, 3]));
    await blobs.put(yunxiu, 'materials/b', new Uint8Array([9]));
    expect([...((await blobs.get(yunxiu, 'materials/b')) ?? [])]).toEqual([9]);
  });

  test('a removed file is gone, and removing it again is no fault', async () => {
    const blobs = open();
    await blobs.put(yunxiu, 'materials/c', new Uint8Array([1]));
    await blobs.remove(yunxiu, 'materials/c');
    await blobs.remove(yunxiu, 'materials/c');
    expect(await blobs.get(yunxiu, 'materials/c')).toBeNull();
  });

  test('an empty file is a file', async () => {
    const blobs = open();
    await blobs.put(yunxiu, 'materials/empty', new Uint8Array());
    expect((await blobs.get(yunxiu, 'materials/empty'))?.byteLength).toBe(0);
  });

  test('a file of ten megabytes comes back whole', async () => {
    const blobs = open();
    const bytes = new Uint8Array(10_000_000).map((_, index) => index % 251);
    await blobs.put(yunxiu, 'materials/large.pdf', bytes);
    expect(Buffer.from((await blobs.get(yunxiu, 'materials/large.pdf')) ?? []).equals(bytes)).toBe(true);
  });

  test('writers of the same key at the same time leave one whole file', async () => {
    const blobs = open();
    const versions = [1, 2, 3, 4].map((value) => new Uint8Array(50_000).fill(value));
    await Promise.all(versions.map((bytes) => blobs.put(yunxiu, 'materials/race', bytes)));
    const bytes = await blobs.get(yunxiu, 'materials/race');
    expect(bytes?.byteLength).toBe(50_000);
    expect(new Set(bytes).size).toBe(1);
  });

  test('a key cannot climb out of its place', async () => {
    await expect(open().put(yunxiu, '../../etc/passwd', new Uint8Array())).rejects.toThrow(/Unsafe/);
    await expect(open().get('..', 'materials/a')).rejects.toThrow(/Unsafe/);
  });
}
