import type { PracticeSkill, TeamBoard } from '@tokenholic/contracts';
import { practiceSkillSchema } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { PracticeSources } from '../ports.ts';
import { assignments, certificates, overrides, sessions } from '../tables.ts';
import { presentAssignments } from './assignments.ts';
import { thresholdsOf } from './progress.ts';
import { openTalks } from './sessions.ts';

const MOST = 200;

/** A manager's view of the team: handed-in talks with their scores, how much everybody practises as a number, assignments, certificates. */
export async function readTeamBoard(
  kit: Kit,
  sources: PracticeSources,
  principal: Principal,
): Promise<TeamBoard> {
  const people = await sources.team(principal);
  const organizationId = principal.homeOrganizationId;
  return kit.database.withTenant([organizationId], async (tx) => {
    const ofVendor = eq(sessions.organizationId, organizationId);
    const handedIn = await tx.db
      .select({ session: sessions, override: overrides })
      .from(sessions)
      .leftJoin(overrides, eq(overrides.sessionId, sessions.id))
      .where(and(ofVendor, isNotNull(sessions.handedInAt), isNotNull(sessions.score)))
      .orderBy(desc(sessions.handedInAt))
      .limit(MOST);
    const talks = await openTalks(tx, handedIn);
    const counts = await tx.db
      .select({ userId: sessions.userId, count: sql<number>`count(*)::int` })
      .from(sessions)
      .where(and(ofVendor, isNotNull(sessions.finishedAt)))
      .groupBy(sessions.userId);
    const given = await tx.db
      .select()
      .from(assignments)
      .where(eq(assignments.organizationId, organizationId))
      .orderBy(asc(assignments.dueOn))
      .limit(MOST);
    const earned = await tx.db
      .select()
      .from(certificates)
      .where(eq(certificates.organizationId, organizationId));
    const shown = await presentAssignments(tx, given, kit.now());
    return {
      members: people.map(({ id, name }) => {
        const own = talks.filter(({ session }) => session.userId === id);
        const open = shown.filter((one) => one.userId === id && one.doneAt === null);
        return {
          ...{ userId: id, name, handedIn: own.length },
          practised: counts.find(({ userId }) => userId === id)?.count ?? 0,
          skills: meansOf(own.map(({ session }) => session.score?.skills ?? [])),
          certificates: earned.filter(({ userId }) => userId === id).map(({ level }) => level),
          open: open.length,
          overdue: open.filter(({ overdue }) => overdue).length,
        };
      }),
      talks: talks.map(
        ({ session: { id, userId, seller, scenario, level, total, handedInAt, startedAt }, override }) => ({
          ...{ id, userId, seller, scenario, level },
          total: override?.total ?? total ?? 0,
          overridden: override !== null,
          at: (handedInAt ?? startedAt).toISOString(),
        }),
      ),
      assignments: shown,
      thresholds: await thresholdsOf(tx, organizationId),
    };
  });
}

/** Mean of each skill over the talks in which it was judged. */
function meansOf(
  talks: readonly { skill: PracticeSkill; points: number }[][],
): { skill: PracticeSkill; points: number }[] {
  return practiceSkillSchema.options.flatMap((skill) => {
    const points = talks.flatMap((skills) =>
      skills.filter((one) => one.skill === skill).map((one) => one.points),
    );
    return points.length === 0
      ? []
      : [{ skill, points: Math.round(points.reduce((sum, one) => sum + one, 0) / points.length) }];
  });
}
