import type { Metrics } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';

/** Counts what each AI task took, cost, and who did it: a model by its name, or rules. */
export function observedLlm(llm: Llm, metrics: Metrics): Llm {
  return {
    hasModel: llm.hasModel,
    run: async (task, input, options) => {
      const ended = metrics.taskSeconds.startTimer({ task: task.name });
      try {
        const result = await llm.run(task, input, options);
        metrics.tasks.inc({ task: task.name, via: result.engine.model ?? result.engine.via });
        metrics.taskTokens.inc({ task: task.name, direction: 'read' }, result.usage.inputTokens);
        metrics.taskTokens.inc({ task: task.name, direction: 'written' }, result.usage.outputTokens);
        metrics.taskCost.inc({ task: task.name }, result.costCny ?? 0);
        return result;
      } finally {
        ended();
      }
    },
  };
}
