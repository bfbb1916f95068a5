export { createTestKit, type TestKit } from './test-kit.ts';
