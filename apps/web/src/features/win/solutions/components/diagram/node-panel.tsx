import type { Diagram, DiagramEdit, DiagramNode } from '@tokenholic/contracts';
import { diagramWords, edgeKey, lanes } from '@tokenholic/presentation/diagram';
import { ArrowDown, ArrowUp, Trash2, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';
import type { ShowSource } from '../sentences';

interface NodePanelProps {
  diagram: Diagram;
  node: DiagramNode;
  /** Absent: the node is only looked at. */
  edit?: (edit: DiagramEdit) => void;
  show: ShowSource;
  close: () => void;
}

/** The chosen box: what it is, its sources, and everything that can be done with it without a mouse. */
export function NodePanel({ diagram, node, edit, show, close }: NodePanelProps) {
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const words = diagramWords[language];
  return (
    <section
      aria-label={node.name[language]}
      className="grid gap-3 rounded-card border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="flex-1 font-semibold [overflow-wrap:anywhere]">{node.name[language]}</h3>
        <Button size="icon" variant="ghost" aria-label={t('diagram_close')} onClick={close}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <p className="text-xs text-ink-2">
        {words.standing[node.standing]} · {words.lane[node.lane]}
        {node.detail === null ? '' : ` · ${node.detail[language]}`}
        {node.edited ? ` · ${t('diagram_edited')}` : ''}
        {node.citations.map((id) => (
          <button
            key={id}
            type="button"
            className="ml-1 inline-grid min-h-6 min-w-6 place-items-center rounded-tile border border-line px-1 text-2xs text-ink-2 hover:bg-sunken"
            aria-label={t('source_number', { number: id.slice(1) })}
            onClick={() => show(id)}
          >
            {id.slice(1)}
          </button>
        ))}
      </p>
      {edit === undefined ? null : (
        <>
          <Rename key={`${node.id} ${node.name[language]}`} node={node} edit={edit} />
          <Place diagram={diagram} node={node} edit={edit} />
          <Connections diagram={diagram} node={node} edit={edit} />
          <Button
            variant="danger"
            className="justify-self-start"
            onClick={() => {
              edit({ kind: 'remove', nodeId: node.id });
              close();
            }}
          >
            <Trash2 aria-hidden className="size-4" />
            {t('diagram_remove')}
          </Button>
        </>
      )}
    </section>
  );
}

interface PartProps {
  diagram: Diagram;
  node: DiagramNode;
  edit: (edit: DiagramEdit) => void;
}

function Rename({ node, edit }: Omit<PartProps, 'diagram'>) {
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const [name, setName] = useState(node.name[language]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && name !== node.name[language])
      edit({ kind: 'rename', nodeId: node.id, name: name.trim() });
  };
  return (
    <form className="flex flex-wrap items-end gap-2" onSubmit={submit}>
      <div className="min-w-40 flex-1">
        <Field label={t('diagram_name')}>
          {(ids) => (
            <Input {...ids} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
      </div>
      <Button type="submit" disabled={name.trim() === '' || name === node.name[language]}>
        {t('diagram_rename')}
      </Button>
    </form>
  );
}

function Place({ diagram, node, edit }: PartProps) {
  const { t } = useTranslation('solutions');
  const words = diagramWords[useLanguage()];
  const members = diagram.nodes.filter(({ lane }) => lane === node.lane);
  const index = members.findIndex(({ id }) => id === node.id);
  const move = (to: number) => edit({ kind: 'move', nodeId: node.id, lane: node.lane, index: to });
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="min-w-40 flex-1">
        <Field label={t('diagram_lane')}>
          {(ids) => (
            <Select
              {...ids}
              value={node.lane}
              onChange={(event) => {
                const lane = lanes.find((one) => one === event.target.value) ?? node.lane;
                edit({ kind: 'move', nodeId: node.id, lane, index: 80 });
              }}
            >
              {lanes.map((lane) => (
                <option key={lane} value={lane}>
                  {words.lane[lane]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Button
        size="icon"
        aria-label={t('diagram_earlier')}
        disabled={index <= 0}
        onClick={() => move(index - 1)}
      >
        <ArrowUp aria-hidden className="size-4" />
      </Button>
      <Button
        size="icon"
        aria-label={t('diagram_later')}
        disabled={index >= members.length - 1}
        onClick={() => move(index + 1)}
      >
        <ArrowDown aria-hidden className="size-4" />
      </Button>
    </div>
  );
}

function Connections({ diagram, node, edit }: PartProps) {
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const own = diagram.edges.filter(({ from, to }) => from === node.id || to === node.id);
  const nameOf = (id: string) => diagram.nodes.find((one) => one.id === id)?.name[language] ?? '';
  const free = diagram.nodes.filter(
    ({ id }) => id !== node.id && !own.some(({ from, to }) => from === node.id && to === id),
  );
  return (
    <div className="grid gap-2">
      <Field label={t('diagram_connect')}>
        {(ids) => (
          <Select
            {...ids}
            value=""
            onChange={(event) => edit({ kind: 'connect', from: node.id, to: event.target.value })}
          >
            <option value="">{t('diagram_choose')}</option>
            {free.map(({ id, name }) => (
              <option key={id} value={id}>
                {name[language]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <ul className="grid gap-1">
        {own.map((edge) => {
          const words = edge.from === node.id ? `→ ${nameOf(edge.to)}` : `← ${nameOf(edge.from)}`;
          return (
            <li key={edgeKey(edge)} className="flex items-center gap-2">
              <span className="flex-1 [overflow-wrap:anywhere]">{words}</span>
              <Button
                size="icon"
                variant="ghost"
                aria-label={t('diagram_disconnect', { what: words })}
                onClick={() => edit({ kind: 'disconnect', from: edge.from, to: edge.to })}
              >
                <X aria-hidden className="size-4" />
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
