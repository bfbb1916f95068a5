export * from './audit.ts';
export * from './battlecard.ts';

with a search in the
workspace;
)

export * from './battlemap.ts';
export * from './comparison.ts';
export * from './copilot.ts';
export * from './events/registry.ts';
export * from './identity.ts';
export * from './language.ts';
export * from './lifecycle.ts';
export * from './problem.ts';
export * from './realtime.ts';
export * from './research.ts';
export * from './review.ts';
export * from './settings.ts';
export * from './share.ts';
export * from './taxonomy.ts';
