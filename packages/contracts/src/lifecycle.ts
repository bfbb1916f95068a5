import { z } from 'zod';

/** Where a client stands with us. The order is the usual way. */
export const lifecycleStageSchema = z.enum(['sales', 'onboarding', 'support', 'success']);
export type LifecycleStage = z.infer<typeof lifecycleStageSchema>;
