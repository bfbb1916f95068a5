export { archiveSaying } from './archive-saying.ts';
export { chromiumBinary } from './binaries.ts';
export { createPostgresTestKit, createTestKit, type TestKit } from './test-kit.ts';
