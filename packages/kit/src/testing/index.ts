export { createPostgresTestKit, createTestKit, type TestKit } from './test-kit.ts';
