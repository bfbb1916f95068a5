import type { Language, Metric } from '@tokenholic/contracts';
import { csvLineOf, type Kit, type Principal } from '@tokenholic/kit';
import { METRIC_NAMES } from '../domain/metric-names.ts';
import { METRICS } from '../domain/metrics.ts';
import type { PerformancePorts } from '../ports.ts';
import { readPerformance, readTeam } from './read-performance.ts';

const HEAD = {
  zh: ['姓名', '指标', '数值', '下限 95%', '上限 95%', '记录数', '从', '到'],
  en: ['Name', 'Metric', 'Value', 'Low 95%', 'High 95%', 'Records', 'From', 'To'],
};

/** Figures as a table: of oneself, or of everybody for managers. Plain numbers, for further work. */
export async function exportPerformance(
  kit: Kit,
  ports: PerformancePorts,
  principal: Principal,
  { scope, language }: { scope: 'self' | 'team'; language: Language },
): Promise<string> {
  const { from, until, people } =
    scope === 'team' ? await readTeam(kit, ports, principal) : await own(kit, ports, principal);
  const lines = people.flatMap(({ person, metrics }) =>
    METRICS.flatMap((metric: Metric) => {
      const one = metrics.find((value) => value.metric === metric);
      if (one === undefined) return [];
      const { value, low, high, records } = one;
      return [
        [person.name[language], METRIC_NAMES[metric][language], value, low, high, records, from, until],
      ];
    }),
  );
  return `\uFEFF${[HEAD[language], ...lines].map((line) => csvLineOf(line)).join('')}`;
}

async function own(kit: Kit, ports: PerformancePorts, principal: Principal) {
  const { from, until, person, metrics } = await readPerformance(kit, ports, principal, principal.user.id);
  return { from, until, people: [{ person, metrics }] };
}
