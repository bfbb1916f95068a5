export { archiveSaying } from './archive-saying.ts';
export { createPostgresTestKit, createTestKit, type TestKit } from './test-kit.ts';
