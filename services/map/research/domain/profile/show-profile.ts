import {
  confidenceOf,
  type ProfileAspect,
  type ProfileStatement,
  type ShownStatement,
} from '@tokenholic/contracts';

export interface StatementEdit {
  key: string;
  aspect: ProfileAspect;
  text: string | null;
  by: string;
  at: string;
}

type Shown = Omit<ShownStatement, 'useCaseName'>;

/** Statements with what people made of them; what a person wrote stays when the pages no longer say it. */
export function withEdits(statements: readonly ProfileStatement[], edits: readonly StatementEdit[]): Shown[] {
  const byKey = new Map(edits.map((edit) => [edit.key, edit]));
  const found = statements.map((statement) => {
    const edit = byKey.get(statement.key);
    return { ...statement, edit: edit === undefined ? null : toEdit(edit) };
  });
  const known = new Set(statements.map(({ key }) => key));
  const own = edits.flatMap((edit): Shown[] =>
    known.has(edit.key) || edit.text === null
      ? []
      : [
          {
            ...{ key: edit.key, aspect: edit.aspect, text: edit.text, useCaseId: null, quotes: [] },
            confidence: confidenceOf(1),
            edit: toEdit(edit),
          },
        ],
  );
  return [...found, ...own];
}

const toEdit = ({ text, by, at }: StatementEdit) => ({ text, by, at });
