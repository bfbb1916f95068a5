import type { Diagram } from '@tokenholic/contracts';
import { diagramWords, lanes } from '@tokenholic/presentation/diagram';
import { useLanguage } from '@/i18n';
import { classes } from '@/ui/classes';

interface DiagramListProps {
  diagram: Diagram;
  selected: string | null;
  select: (id: string) => void;
}

/** The same architecture as a list, lane by lane with where each box leads: the form for a phone, and beside the picture. */
export function DiagramList({ diagram, selected, select }: DiagramListProps) {
  const language = useLanguage();
  const words = diagramWords[language];
  const nameOf = (id: string) => diagram.nodes.find((node) => node.id === id)?.name[language] ?? '';
  return (
    <ol className="grid gap-2">
      {lanes.map((lane) => {
        const members = diagram.nodes.filter((node) => node.lane === lane);
        return members.length === 0 ? null : (
          <li key={lane} className="grid gap-1.5 rounded-card bg-sunken p-3">
            <p className="text-xs text-ink-2">{words.lane[lane]}</p>
            <ul className="grid gap-1.5 sm:grid-cols-2">
              {members.map((node) => (
                <li key={node.id} className="grid">
                  <button
                    type="button"
                    aria-pressed={selected === node.id}
                    className={classes(
                      'grid min-h-11 gap-0.5 rounded-control border bg-surface px-3 py-2 text-left',
                      node.standing === 'assumed' ? 'border-dashed' : '',
                      selected === node.id ? 'border-ink' : 'border-line-strong',
                    )}
                    onClick={() => select(node.id)}
                  >
                    <span className="font-semibold [overflow-wrap:anywhere]">{node.name[language]}</span>
                    <span className="text-xs text-ink-2 [overflow-wrap:anywhere]">
                      {[
                        words.standing[node.standing],
                        ...diagram.edges
                          .filter(({ from }) => from === node.id)
                          .map(({ to }) => `→ ${nameOf(to)}`),
                      ].join(' · ')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
