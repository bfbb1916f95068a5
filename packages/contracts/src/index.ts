export * from './battlemap.ts';
export * from './events/registry.ts';
export * from './identity.ts';
export * from './language.ts';
export * from './problem.ts';
export * from './realtime.ts';
export * from './research.ts';
export * from './taxonomy.ts';
