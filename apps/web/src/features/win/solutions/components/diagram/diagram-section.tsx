import type { Solution, SolutionVersion } from '@tokenholic/contracts';
import { diagramWords } from '@tokenholic/presentation/diagram';
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage } from '@/i18n';
import { Button, buttonLook } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { exportAddress, useEditDiagram } from '../../api/solutions';
import { type DiagramEditor, useDiagramEditor } from '../../model/use-diagram-editor';
import type { ShowSource } from '../sentences';
import { AddNode } from './add-node';
import { DiagramList } from './diagram-list';
import { DiagramPicture } from './diagram-picture';
import { NodePanel } from './node-panel';

interface DiagramSectionProps {
  solution: Solution;
  version: SolutionVersion;
  show: ShowSource;
  made: (version: number) => void;
}

/** The architecture: a picture on a desk, a list on a phone, and everything a person may change in it. */
export function DiagramSection({ solution, version, show, made }: DiagramSectionProps) {
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const writes = useAllowed('knowledge.write');
  const [editing, setEditing] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const [connecting, setConnecting] = useState<string | null>(null);
  const editor = useDiagramEditor(version.content.diagram);
  const { diagram } = editor;
  const node = diagram.nodes.find(({ id }) => id === selected);
  const edit = editing ? editor.edit : undefined;
  const standings = [...new Set(diagram.nodes.map(({ standing }) => standing))];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap gap-2">
        {writes ? (
          <Button size="small" aria-pressed={editing} onClick={() => setEditing(!editing)}>
            {t(editing ? 'diagram_read' : 'diagram_edit')}
          </Button>
        ) : null}
        <a
          href={exportAddress(solution.id, version.number, 'svg', language)}
          download
          className={buttonLook({ variant: 'outline', size: 'small' })}
        >
          SVG
        </a>
        {editing ? <UndoRedo editor={editor} /> : null}
      </div>
      {editing ? <p className="text-xs text-ink-2 max-md:hidden">{t('diagram_keys')}</p> : null}
      {connecting === null ? null : (
        <output className="text-xs">
          {t('diagram_connecting', {
            name: diagram.nodes.find(({ id }) => id === connecting)?.name[language] ?? '',
          })}
        </output>
      )}
      <section
        className="overflow-x-auto rounded-card border border-line max-md:hidden"
        aria-label={t('diagram_scroll')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <DiagramPicture
          diagram={diagram}
          selected={selected}
          select={setSelected}
          connecting={connecting}
          setConnecting={setConnecting}
          {...(edit === undefined ? {} : { edit })}
        />
      </section>
      <p className="flex flex-wrap gap-x-4 text-xs text-ink-2">
        {standings.map((standing) => (
          <span key={standing}>
            {diagramWords[language].standing[standing]}:{' '}
            {diagram.nodes.filter((one) => one.standing === standing).length}
          </span>
        ))}
      </p>
      <div className="md:hidden">
        <DiagramList diagram={diagram} selected={selected} select={setSelected} />
      </div>
      <details className="max-md:hidden">
        <summary className="cursor-pointer text-xs text-ink-2">{t('diagram_as_list')}</summary>
        <div className="pt-2">
          <DiagramList diagram={diagram} selected={selected} select={setSelected} />
        </div>
      </details>
      {node === undefined ? null : (
        <NodePanel
          diagram={diagram}
          node={node}
          show={show}
          close={() => setSelected(null)}
          {...(edit === undefined ? {} : { edit })}
        />
      )}
      {editing ? <AddNode edit={editor.edit} added={setSelected} /> : null}
      {editor.edits.length === 0 ? null : (
        <Save solutionId={solution.id} from={version.number} editor={editor} made={made} />
      )}
    </div>
  );
}

/** Takes back the last edit and puts it forth again, by button or key. */
function UndoRedo({ editor }: { editor: DiagramEditor }) {
  const { t } = useTranslation('solutions');
  const { undo, redo, canUndo, canRedo } = editor;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (isTyping || !(event.metaKey || event.ctrlKey)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);
  return (
    <>
      <Button size="small" aria-label={t('diagram_undo')} disabled={!canUndo} onClick={undo}>
        <Undo2 aria-hidden className="size-4" />
      </Button>
      <Button size="small" aria-label={t('diagram_redo')} disabled={!canRedo} onClick={redo}>
        <Redo2 aria-hidden className="size-4" />
      </Button>
    </>
  );
}

interface SaveProps {
  solutionId: string;
  from: number;
  editor: DiagramEditor;
  made: (version: number) => void;
}

/** What was drawn becomes a version of its own, with who and why. */
function Save({ solutionId, from, editor, made }: SaveProps) {
  const { t } = useTranslation('solutions');
  const [reason, setReason] = useState('');
  const save = useEditDiagram(solutionId);
  const run = () =>
    save.mutate(
      { from, edits: [...editor.edits], reason: reason.trim() === '' ? null : reason.trim() },
      {
        onSuccess: ({ current }) => {
          editor.discard();
          made(current);
        },
      },
    );
  return (
    <div className="grid gap-3 rounded-card border border-line bg-surface p-4">
      <Field label={t('diagram_reason')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button variant="mark" disabled={save.isPending} onClick={run}>
          {t('diagram_save', { count: editor.edits.length })}
        </Button>
        <Button disabled={save.isPending} onClick={editor.discard}>
          {t('diagram_discard')}
        </Button>
      </div>
      {save.error === null ? null : <ErrorState error={save.error} />}
    </div>
  );
}
