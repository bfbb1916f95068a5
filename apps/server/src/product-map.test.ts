import type {
  BattleMap,
  CorpusHit,
  CreatedShare,
  FindingsWorkbench,
  ResearchSchedule,
  SharedMap,
  ShareLink,
  SourceFreshness,
} from '@tokenholic/contracts';
import { startDueResearch } from '@tokenholic/research';
import { expect, test } from 'vitest';
import {
  as,
  canary,
  describeProduct,
  harbourline,
  manager,
  research,
  yunxiu,
} from './testing/product-house.ts';

describeProduct((house) => {
  test('a company and what one knows of it become a map, by events alone', async () => {
    const run = await house.settledRun(yunxiu);
    expect(run).toMatchObject({ status: 'completed', mapVersion: 1, pages: 1 });
    expect(run.stages.map((stage) => stage.status)).toEqual(['done', 'done', 'done']);
    const { body: map } = await house.call<BattleMap>('GET', `/api/clients/${yunxiu}/map`);
    expect(map.useCases.map((column) => column.useCaseId).sort()).toEqual(['cs_chatbot', 'video_generation']);
    expect(map.watchlist.map((item) => item.standing)).toEqual(['planned']);
    const quote = map.useCases[0]?.tiles[0]?.evidence[0];
    const { body: page } = await house.call<{ text: string }>(
      'GET',
      `/api/clients/${yunxiu}/pages/${quote?.pageId}`,
    );
    expect(page.text.slice(quote?.start, quote?.end)).toBe(quote?.text);
  });

  test('a map that has not changed is not sent again', async () => {
    await house.settledRun(yunxiu);
    const first = await house.call<BattleMap>('GET', `/api/clients/${yunxiu}/map`);
    const again = await house.product.app.inject({
      url: `/api/clients/${yunxiu}/map`,
      headers: { ...as(manager), 'if-none-match': first.etag },
    });
    expect([first.etag, again.statusCode, again.body]).toEqual(['"v1.r0"', 304, '']);
  });

  test('an edit shows at once, and a second person editing the old map is shown both sides', async () => {
    await house.settledRun(yunxiu);
    const before = await house.call<BattleMap>('GET', `/api/clients/${yunxiu}/map`);
    const tileKey = before.body.useCases[0]?.tiles[0]?.key ?? '';
    const edit = { kind: 'set_tokens', tileKey, tokensPerYear: 7e13, reason: '客户确认' };
    const edited = await house.call<BattleMap>('POST', `/api/clients/${yunxiu}/map/edits`, edit, {
      ...as(manager),
      'if-match': before.etag,
    });
    expect(edited.etag).toBe('"v1.r1"');
    expect(edited.body.totals.tokensPerYear.mid).toBeGreaterThan(before.body.totals.tokensPerYear.mid);
    const late = await house.call<{ code: string; details: { current: BattleMap; edits: unknown[] } }>(
      'POST',
      `/api/clients/${yunxiu}/map/edits`,
      edit,
      {
        ...as(manager),
        'if-match': before.etag,
      },
    );
    expect(late.status).toBe(412);
    expect(late.body.code).toBe('battlemap.changed_meanwhile');
    expect(late.body.details.edits).toHaveLength(1);
  });

  test('research again keeps what a person edited', async () => {
    await house.settledRun(yunxiu);
    const { status } = await house.call(
      'POST',
      `/api/clients/${yunxiu}/research-runs`,
      research('云岫短剧的视频生成使用 Seedance 2.0，智能客服使用 Qwen3.6-Plus，配音使用 CosyVoice。'),
    );
    expect(status).toBe(202);
    expect((await house.settledRun(yunxiu)).mapVersion).toBe(2);
    const { body } = await house.call<BattleMap>('GET', `/api/clients/${yunxiu}/map`);
    const edited = body.useCases.flatMap((column) => column.tiles).filter((tile) => tile.override !== null);
    expect(edited.map((tile) => tile.tokensPerYear.mid)).toEqual([7e13]);
    const { body: old } = await house.call<BattleMap>('GET', `/api/clients/${yunxiu}/map/versions/1`);
    expect(old.version).toBe(1);
  });

  test('a rejected finding leaves the map, and the next research does not bring it back', async () => {
    const id = '01970000-0000-7000-8000-00000000c013';
    const text = '青禾生鲜的智能客服使用 Qwen3-Max，日均 2 万次会话。青禾生鲜的翻译使用 GPT-5.2。';
    await house.create(id, '青禾生鲜', text);
    await house.settledRun(id);
    const uses = async () => {
      const { body } = await house.call<BattleMap>('GET', `/api/clients/${id}/map`);
      return body.useCases.map((column) => column.useCaseId).sort();
    };
    expect(await uses()).toEqual(['cs_chatbot', 'translation']);
    const { body: before } = await house.call<FindingsWorkbench>(
      'GET',
      `/api/clients/${id}/findings/workbench`,
    );
    const wrong = before.items.find(({ finding }) => finding.useCaseId === 'translation')?.finding;
    const review = { key: wrong?.key ?? '', review: { decision: 'rejected', reason: '客户已否认' } };
    const reviewed = await house.call<FindingsWorkbench>('PUT', `/api/clients/${id}/findings/review`, review);
    expect(reviewed.body).toMatchObject({ waiting: 1, accuracy: { reviewed: 1, validated: 0, share: 0 } });
    expect((await house.call('POST', `/api/clients/${id}/findings/apply`)).status).toBe(200);
    await house.product.dispatcher.idle();
    expect(await uses()).toEqual(['cs_chatbot']);
    const again = await house.call<{ code: string }>('POST', `/api/clients/${id}/findings/apply`);
    expect([again.status, again.body.code]).toEqual([409, 'research.nothing_to_apply']);
    await house.call('POST', `/api/clients/${id}/research-runs`, research(text));
    expect((await house.settledRun(id)).mapVersion).toBe(3);
    expect(await uses()).toEqual(['cs_chatbot']);
  });

  test('research that is scheduled is done again when it is due, once, with what it was given', async () => {
    const id = '01970000-0000-7000-8000-00000000c014';
    await house.create(id, '白露茶业', '白露茶业的智能客服使用 Qwen3-Max。');
    await house.settledRun(id);
    const path = `/api/clients/${id}/research-schedule`;
    const set = await house.call<ResearchSchedule>('PUT', path, { every: 'week' });
    expect(set.body).toMatchObject({ every: 'week', setBy: expect.any(String) });
    expect(await startDueResearch(house.kit)).toBe(0);
    const { now } = house.kit;
    house.kit.now = () => new Date(now().getTime() + 8 * 86_400_000);
    const started = [await startDueResearch(house.kit), await startDueResearch(house.kit)];
    house.kit.now = now;
    expect(started).toEqual([1, 0]);
    expect((await house.settledRun(id)).mapVersion).toBe(2);
    const { body } = await house.call<ResearchSchedule>('PUT', path, { every: null });
    expect(body).toEqual({ every: null, nextAt: null, setBy: null });
    // Notes are for a person to renew: a schedule that waits for staleness waits as long as for a website.
    const sources = await house.call<{ items: SourceFreshness[] }>('GET', `/api/clients/${id}/sources`);
    expect(sources.body.items).toMatchObject([
      { kind: 'notes', pages: 1, isStale: false, isRenewable: false },
    ]);
    const stale = await house.call<ResearchSchedule>('PUT', path, { every: 'stale' });
    expect(Date.parse(stale.body.nextAt ?? '')).toBeGreaterThan(house.kit.now().getTime() + 50 * 86_400_000);
    await house.call('PUT', path, { every: null });
  });

  test('a page that is still fresh is not fetched again, its map is the same, and its age stays; asked to, it is', async () => {
    const id = '01970000-0000-7000-8000-00000000c015';
    house.web.visits = 0;
    const input = research('', [`http://${house.web.host}/ai`]);
    await house.call('POST', '/api/clients', { id, name: '霜降家居', website: null, research: input });
    expect((await house.settledRun(id)).sources[0]).toMatchObject({ status: 'read', pages: 1 });
    const ageOf = async () =>
      (await house.call<{ items: SourceFreshness[] }>('GET', `/api/clients/${id}/sources`)).body.items[0]
        ?.readAt;
    const usesOf = async () =>
      (await house.call<BattleMap>('GET', `/api/clients/${id}/map`)).body.useCases.map(
        ({ useCaseId }) => useCaseId,
      );
    const again = async (more: object = {}) => {
      await house.call('POST', `/api/clients/${id}/research-runs`, { ...input, ...more });
      return house.settledRun(id);
    };
    const [age, uses] = [await ageOf(), await usesOf()];
    const { now } = house.kit;
    house.kit.now = () => new Date(now().getTime() + 3 * 86_400_000);
    const reused = await again();
    expect(reused).toMatchObject({ pages: 1, sources: [{ status: 'reused', pages: 1, readAt: age }] });
    expect([house.web.visits, await ageOf(), await usesOf()]).toEqual([1, age, uses]);
    const changes = await house.call<{ useCases: unknown[] }>(
      'GET',
      `/api/clients/${id}/map/compare?from=1&to=2`,
    );
    expect(changes.status).toBe(200);
    expect((await again({ reread: true })).sources[0]).toMatchObject({ status: 'read' });
    expect(house.web.visits).toBe(2);
    house.kit.now = now;
  });

  test('judging what is not there, or merging a finding into itself, is refused with what to do', async () => {
    const { body } = await house.call<FindingsWorkbench>(
      'GET',
      `/api/clients/${harbourline}/findings/workbench`,
    );
    const key = body.items[0]?.finding.key ?? '';
    const judge = (finding: string, into: string) =>
      house.call<{ code: string }>('PUT', `/api/clients/${harbourline}/findings/review`, {
        key: finding,
        review: { decision: 'merged', reason: null, into },
      });
    expect((await judge('no such finding', key)).body.code).toBe('research.finding_unknown');
    expect((await judge(key, key)).body.code).toBe('research.merge_impossible');
  });

  test('a client’s stored pages are searched by sentence, and nobody else’s', async () => {
    const ask = async (id: string) => {
      const { body } = await house.call<{ items: CorpusHit[] }>(
        'GET',
        `/api/clients/${id}/corpus?question=${encodeURIComponent('document processing pipeline')}`,
      );
      return body.items.map(({ text }) => text);
    };
    expect((await ask(harbourline))[0]).toContain('GPT-5.4 through Azure OpenAI');
    expect(await ask(yunxiu)).toEqual([]);
  });

  test('a shared link opens one map without notes, prices or opportunities, until it is taken back', async () => {
    await house.settledRun(yunxiu);
    const options = { version: null, showValues: false, showOpportunities: false, days: 7 };
    const made = await house.call<CreatedShare>('POST', `/api/clients/${yunxiu}/map/shares`, options);
    expect(made.status).toBe(201);
    const open = () => house.product.app.inject({ url: `/api/shared/${made.body.token}` });
    const opened = await open();
    const { map } = opened.json<SharedMap>();
    expect([opened.statusCode, opened.headers['x-robots-tag']]).toEqual([200, 'noindex, nofollow']);
    const tiles = map.useCases.flatMap((column) => column.tiles);
    expect(tiles.length).toBeGreaterThan(0);
    expect(tiles.every((tile) => tile.opportunity === null && tile.valuePerYear === null)).toBe(true);
    expect(opened.body).not.toContain(canary);
    const { body } = await house.call<{ items: ShareLink[] }>('GET', `/api/clients/${yunxiu}/map/shares`);
    expect(body.items[0]).toMatchObject({ id: made.body.link.id, views: 1, revokedAt: null });
    expect(JSON.stringify(body)).not.toContain(made.body.token);
    const revoked = await house.product.app.inject({
      method: 'DELETE',
      url: `/api/clients/${yunxiu}/map/shares/${made.body.link.id}`,
      headers: as(manager),
    });
    expect(revoked.statusCode).toBe(200);
    expect((await open()).json<{ code: string }>().code).toBe('battlemap.link_not_valid');
  });

  test('a guessed or expired link looks the same as one that never was', async () => {
    const guess = await house.product.app.inject({ url: `/api/shared/${'A'.repeat(43)}` });
    expect([guess.statusCode, guess.json<{ code: string }>().code]).toEqual([
      404,
      'battlemap.link_not_valid',
    ]);
    const options = { version: null, showValues: true, showOpportunities: true, days: 1 };
    const made = await house.call<CreatedShare>('POST', `/api/clients/${yunxiu}/map/shares`, options);
    const { now } = house.kit;
    house.kit.now = () => new Date(now().getTime() + 2 * 86_400_000);
    const late = await house.product.app.inject({ url: `/api/shared/${made.body.token}` });
    house.kit.now = now;
    expect(late.statusCode).toBe(404);
  });

  test('an unknown company with no evidence gets the industry benchmark, labelled', async () => {
    const id = '01970000-0000-7000-8000-00000000c003';
    await house.create(id, 'Nobody Ever Heard Of', '');
    await house.settledRun(id);
    const { body } = await house.call<BattleMap>('GET', `/api/clients/${id}/map`);
    expect(body.basis).toBe('industry_benchmark');
    expect(body.useCases.every((column) => column.tiles.every((tile) => tile.evidence.length === 0))).toBe(
      true,
    );
  });

  test('exports of a map come as files of their kind', async () => {
    const kinds = {
      json: 'application/json',
      svg: 'image/svg+xml',
      html: 'text/html',
      png: 'image/png',
      pdf: 'application/pdf',
      pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    };
    for (const [format, type] of Object.entries(kinds)) {
      const response = await house.product.app.inject({
        url: `/api/clients/${yunxiu}/map/export/${format}?language=en`,
        headers: as(manager),
      });
      expect([format, response.statusCode, String(response.headers['content-type']).split(';')[0]]).toEqual([
        format,
        200,
        type,
      ]);
    }
  });
});
