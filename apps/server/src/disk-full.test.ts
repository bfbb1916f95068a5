import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';
import { type RunningProduct, startProduct } from './start.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokenholic-small-disk-'));
/** A disk of its own, small enough to fill: only the system's administrator can make one. */
const hasDisk =
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', folder], { stdio: 'ignore' }).status === 0;

describe.skipIf(!hasDisk)('on a disk that is full', () => {
  let running: RunningProduct;
  const ballast = join(folder, 'ballast');
  beforeAll(async () => {
    running = await startProduct(
      readConfiguration(
        {
          PORT: '0',
          TOKENHOLIC_DATA: join(folder, 'data'),
          TOKENHOLIC_LOG_LEVEL: 'silent',
          TOKENHOLIC_SAMPLES: 'false',
        },
        folder,
      ),
    );
  });
  afterAll(async () => {
    await running.stop();
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  const create = async (id: string, name: string) => {
    const response = await fetch(`${running.address}/api/clients`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, name, website: null, research: null }),
    });
    const body: { code?: string; message?: { zh: string } } = await response.json();
    return { status: response.status, ...body };
  };
  const names = async () => {
    const answer: { items: { name: string }[] } = await (
      await fetch(`${running.address}/api/clients`)
    ).json();
    return answer.items.map(({ name }) => name);
  };
  const fill = () => {
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 4_096)));
    try {
      writeFileSync(`${ballast}2`, Buffer.alloc(1_000_000));
    } catch {
      // That is the point: nothing more fits.
    }
  };

  test('what cannot be kept is refused in so many words, what was there stays, and work goes on once there is room', async () => {
    expect((await create('01970000-0000-7000-8000-00000000d001', '先到客户')).status).toBe(201);
    fill();
    let refused: Awaited<ReturnType<typeof create>> | null = null;
    // The log has room of its own for a while: writing goes on until that is used up.
    for (let attempt = 0; attempt < 600 && refused === null; attempt += 1) {
      const id = `01970000-0000-7000-8000-0000000${String(20_000 + attempt).padStart(5, '0')}`;
      const answer = await create(id, `客户 ${attempt} ${'名'.repeat(80)}`);
      if (answer.status !== 201) refused = answer;
    }
    expect(refused).toMatchObject({ status: 503, code: 'kit.disk_full' });
    expect(refused?.message?.zh).toContain('磁盘');
    const before = await names();
    expect(before).toContain('先到客户');
    rmSync(ballast);
    rmSync(`${ballast}2`, { force: true });
    expect((await create('01970000-0000-7000-8000-00000000d002', '后到客户')).status).toBe(201);
    expect(await names()).toEqual(expect.arrayContaining([...before, '后到客户']));
  }, 120_000);
});
