import { expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

test('without any variable the product runs embedded, in demo mode, on this machine only', () => {
  expect(readConfiguration({}, '/srv')).toMatchObject({
    port: 3_000,
    host: '127.0.0.1',
    demo: true,
    dataFolder: '/srv/.tokenholic',
    databaseUrl: null,
  });
});

test('all faults are listed, not only the first', () => {
  const read = () =>
    readConfiguration({ PORT: 'many', TOKENHOLIC_DEMO: 'maybe', DATABASE_URL: 'nowhere' }, '/srv');
  expect(read).toThrow(/PORT[\s\S]*TOKENHOLIC_DEMO[\s\S]*DATABASE_URL/);
});

test('an empty variable is one that is not set', () => {
  expect(readConfiguration({ PORT: '', GITHUB_TOKEN: '' }, '/srv')).toMatchObject({
    port: 3_000,
    githubToken: null,
  });
});

test('settings that contradict each other are told together', () => {
  const read = () =>
    readConfiguration({ TOKENHOLIC_LOCKS: 'redis', TOKENHOLIC_S3_ACCESS_KEY_ID: 'AKIA' }, '/srv');
  expect(read).toThrow(/TOKENHOLIC_LOCKS[\s\S]*TOKENHOLIC_S3_SECRET_ACCESS_KEY/);
});

test('the graph lies in Neo4j as soon as one is named, which needs its password', () => {
  const TOKENHOLIC_NEO4J_URL = 'neo4j+s://graph.example:7687';
  expect(() => readConfiguration({ TOKENHOLIC_NEO4J_URL }, '/srv')).toThrow(/TOKENHOLIC_NEO4J_PASSWORD/);
  expect(readConfiguration({ TOKENHOLIC_NEO4J_URL, TOKENHOLIC_NEO4J_PASSWORD: 'x' }, '/srv').neo4j).toEqual({
    ...{ url: TOKENHOLIC_NEO4J_URL, user: 'neo4j', password: 'x', database: null },
  });
});

test('files go to S3 as soon as a bucket is named', () => {
  expect(
    readConfiguration(
      {
        TOKENHOLIC_S3_BUCKET: 'maps',
        TOKENHOLIC_S3_ENDPOINT: 'http://127.0.0.1:9000',
        TOKENHOLIC_S3_PATH_STYLE: 'true',
      },
      '/srv',
    ).s3,
  ).toEqual({
    bucket: 'maps',
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:9000',
    credentials: null,
    pathStyle: true,
  });
});
