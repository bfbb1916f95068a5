import type { PracticeFact } from '@tokenholic/contracts';
import { phrase } from './choose.ts';
import { join, type Row, type Scene } from './react.ts';
import { isTold, type Told } from './talk.ts';

/** Below this a customer keeps things back. */
const RESERVED_BELOW = 25;

const factOf = ({ meant }: Scene): PracticeFact | null =>
  meant.asked === null ? null : meant.asked.deep ? meant.asked.topic.deeper : meant.asked.topic.first;
const words = (scene: Scene) => {
  const fact = factOf(scene);
  return fact === null ? '' : scene.talk.setting.persona.facts[fact][scene.talk.setting.language];
};
const isOpen = ({ meant }: Scene) =>
  meant.asked !== null && meant.heard.reading.open.includes(meant.asked.question);
/** On the easy level a yes-or-no question is met with the whole story. */
const tells = (scene: Scene) => isOpen(scene) || scene.talk.setting.level === 'easy';
/** A question about the concern itself is answered by the reaction. */
const isBusy = ({ meant }: Scene) => meant.assessment?.verdict === 'asked_back';

/** What the customer tells when asked; the first row that fits. */
export const ANSWERS: readonly Row[] = [
  {
    id: 'reserved',
    when: (scene) => !isBusy(scene) && factOf(scene) !== null && scene.talk.mood < RESERVED_BELOW,
    says: ({ talk }) => phrase(talk, 'reserved'),
  },
  {
    id: 'told_again',
    when: (scene) => !isBusy(scene) && factOf(scene) !== null && scene.meant.again,
    says: (scene) => `${phrase(scene.talk, 'told_again')}${words(scene)}`,
  },
  {
    id: 'told',
    when: (scene) => !isBusy(scene) && factOf(scene) !== null && tells(scene),
    says: (scene) =>
      `${phrase(scene.talk, scene.meant.asked?.deep === true ? 'dug' : 'tell')}${words(scene)}`,
  },
  {
    id: 'closed',
    when: (scene) => !isBusy(scene) && factOf(scene) !== null,
    says: ({ talk }) => phrase(talk, 'closed'),
  },
  {
    id: 'unclear',
    when: (scene) =>
      !isBusy(scene) &&
      scene.meant.unclear !== null &&
      scene.meant.assessment === null &&
      scene.talk.phase !== 'deciding' &&
      scene.meant.heard.playback === null,
    says: (scene) => join(scene, phrase(scene.talk, 'unclear')),
  },
];

/** What has become known by an answer. */
export function toldBy(scene: Scene, move: string | null): Told | null {
  const fact = factOf(scene);
  if (move !== 'told' || fact === null || scene.meant.asked === null || isTold(scene.talk, fact)) return null;
  const { turn } = scene.meant.heard;
  return {
    fact,
    turn: turn + 1,
    by: scene.meant.asked.deep ? 'dug' : 'asked',
    question: scene.meant.asked.question,
    askedAt: turn,
  };
}
