import type { TeamBoard } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useTeam, useTeamActions } from '../api/team';
import { practiceSkills } from '../model/skills';
import { AssignDialog } from './assign-dialog';
import { Task } from './assignment-list';
import { Points } from './points';
import { ThresholdForm } from './threshold-form';

/** For managers: the team's skills by what was handed in, assignments, and what certificates ask for. */
export function TeamView({ open }: { open: (id: string) => void }) {
  const { t } = useTranslation('roleplay');
  const team = useTeam();
  const { change } = useTeamActions();
  const [assigning, setAssigning] = useState(false);
  if (team.isPending) return <Skeleton className="h-80" />;
  if (team.error !== null) return <ErrorState error={team.error} onRetry={() => void team.refetch()} />;
  const board = team.data;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="grid max-w-[68ch] gap-1">
            <h2 className="text-lg font-semibold">{t('team.title')}</h2>
            <p className="text-ink-2">{t('team.help')}</p>
          </div>
          <Button variant="primary" onClick={() => setAssigning(true)}>
            {t('team.assign')}
          </Button>
        </div>
        <Members board={board} />
      </section>
      {change.error === null ? null : <ErrorState error={change.error} />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-2">
        <section className="grid content-start gap-2">
          <h2 className="text-lg font-semibold">{t('team.assignments')}</h2>
          {board.assignments.length === 0 ? <EmptyState title={t('team.no_assignments')} /> : null}
          <Assignments board={board} withdraw={(id) => change.mutate({ kind: 'withdraw', id })} open={open} />
        </section>
        <section className="grid content-start gap-2">
          <h2 className="text-lg font-semibold">{t('team.talks')}</h2>
          {board.talks.length === 0 ? (
            <EmptyState title={t('team.no_talks')} text={t('team.no_talks_help')} />
          ) : null}
          <Talks board={board} open={open} />
        </section>
      </div>
      <ThresholdForm
        key={JSON.stringify(board.thresholds)}
        thresholds={board.thresholds}
        busy={change.isPending}
        save={(body) => change.mutate({ kind: 'thresholds', body })}
      />
      <AssignDialog
        open={assigning}
        close={() => setAssigning(false)}
        members={board.members}
        busy={change.isPending}
        assign={(body) => change.mutate({ kind: 'assign', body }, { onSuccess: () => setAssigning(false) })}
      />
    </div>
  );
}

function Members({ board }: { board: TeamBoard }) {
  const { t } = useTranslation('roleplay');
  const local = useLocal();
  return (
    <section
      aria-label={t('team.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
      className="overflow-x-auto rounded-card border border-line bg-surface"
    >
      <table className="w-full min-w-[52rem] text-left">
        <caption className="sr-only">{t('team.title')}</caption>
        <thead className="text-xs text-ink-2">
          <tr>
            <th scope="col" className="px-4 py-2 font-medium">
              {t('team.person')}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t('team.practised')}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t('team.handed_in')}
            </th>
            {practiceSkills.map((skill) => (
              <th key={skill} scope="col" className="py-2 pl-3 text-right font-medium">
                {t(`skill.${skill}`)}
              </th>
            ))}
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              {t('team.open')}
            </th>
            <th scope="col" className="px-4 py-2 font-medium">
              {t('team.certificates')}
            </th>
          </tr>
        </thead>
        <tbody>
          {board.members.map((member) => (
            <tr key={member.userId} className="border-t border-line">
              <th scope="row" className="px-4 py-2 font-medium">
                {local(member.name)}
              </th>
              <td className="text-right">{member.practised}</td>
              <td className="text-right">{member.handedIn}</td>
              {practiceSkills.map((skill) => {
                const points = member.skills.find((one) => one.skill === skill)?.points;
                return (
                  <td key={skill} className="text-right">
                    {points === undefined ? '–' : <Points points={points} />}
                  </td>
                );
              })}
              <td className="text-right">
                {member.open}
                {member.overdue > 0 ? (
                  <span className="text-danger"> ({t('team.overdue', { count: member.overdue })})</span>
                ) : null}
              </td>
              <td className="px-4">
                {member.certificates.map((level) => t(`levels.${level}.name`)).join(' · ') || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface AssignmentsProps {
  board: TeamBoard;
  withdraw: (id: string) => void;
  open: (id: string) => void;
}

function Assignments({ board, withdraw, open }: AssignmentsProps) {
  const { t } = useTranslation('roleplay');
  const local = useLocal();
  return (
    <ul className="grid gap-2">
      {board.assignments.map((one) => (
        <li key={one.id} className="grid gap-2 rounded-card border border-line bg-surface p-3">
          <p className="font-semibold">{local(one.person)}</p>
          <Task assignment={one} />
          <div className="flex gap-2">
            {one.sessionId === null ? null : (
              <Button size="small" className="max-md:h-11" onClick={() => open(one.sessionId ?? '')}>
                {t('assigned.look')}
              </Button>
            )}
            <Button
              size="small"
              variant="ghost"
              className="max-md:h-11"
              aria-label={t('team.withdraw_of', { name: local(one.person) })}
              onClick={() => withdraw(one.id)}
            >
              {t('team.withdraw')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Talks({ board, open }: { board: TeamBoard; open: (id: string) => void }) {
  const { t } = useTranslation('roleplay');
  const language = useLanguage();
  const local = useLocal();
  return (
    <ul className="grid gap-1">
      {board.talks.map((talk) => (
        <li key={talk.id}>
          <button
            type="button"
            onClick={() => open(talk.id)}
            className="flex w-full items-center justify-between gap-3 rounded-control px-3 py-2 text-left hover:bg-sunken max-md:min-h-11"
          >
            <span className="grid min-w-0">
              <span className="font-medium">
                {local(talk.seller)} · {t(`scenarios.${talk.scenario}.name`)} ·{' '}
                {t(`levels.${talk.level}.name`)}
              </span>
              <span className="text-xs text-ink-3">
                {formatDate(talk.at, language)}
                {talk.overridden ? ` · ${t('team.corrected')}` : ''}
              </span>
            </span>
            <Points points={talk.total} />
          </button>
        </li>
      ))}
    </ul>
  );
}
