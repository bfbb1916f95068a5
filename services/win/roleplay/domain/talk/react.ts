import { levels } from '../scenario/scenarios.ts';
import { phrase } from './choose.ts';
import type { Concern, Reply, Talk } from './talk.ts';
import type { Understanding } from './understand.ts';

export type Move = Reply['moves'][number];
export interface Scene {
  /** The talk with the line in it, before the customer speaks. */
  talk: Talk;
  /** What was open when the seller spoke. */
  concern: Concern | null;
  meant: Understanding;
}
export interface Row {
  id: string;
  when: (scene: Scene) => boolean;
  says: (scene: Scene) => string;
}

const MOST_PRESSES = 2;
const verdict = (scene: Scene) => scene.meant.assessment?.verdict;
const reason = (scene: Scene, one: Understanding['heard']['reasons'][number]) =>
  scene.meant.heard.reasons.includes(one);
const local = (scene: Scene, text: { zh: string; en: string }) => text[scene.talk.setting.language];
const because = ({ concern }: Scene) => concern?.expectation.because ?? null;

/** How the customer takes what was just said; the first row that fits. */
export const REACTIONS: readonly Row[] = [
  {
    id: 'listed',
    when: ({ meant }) => meant.heard.reading.void === 'listed',
    says: ({ talk }) => phrase(talk, 'listed'),
  },
  {
    id: 'repeated',
    when: ({ meant }) => meant.heard.reading.void === 'repeated',
    says: ({ talk }) => phrase(talk, 'repeated'),
  },
  {
    id: 'echoed',
    when: ({ meant }) => meant.heard.reading.void === 'echoed',
    says: ({ talk }) => phrase(talk, 'echoed'),
  },
  {
    id: 'accepted',
    when: (scene) => verdict(scene) === 'answered',
    says: ({ talk }) => phrase(talk, 'accepted'),
  },
  {
    id: 'dropped',
    when: ({ concern, meant }) =>
      concern !== null && concern.presses >= MOST_PRESSES && meant.assessment?.verdict !== 'asked_back',
    says: ({ talk }) => phrase(talk, 'dropped'),
  },
  {
    id: 'because',
    when: (scene) =>
      verdict(scene) === 'asked_back' && scene.concern?.becauseTold === false && because(scene) !== null,
    says: (scene) => {
      const reason = because(scene);
      return join(scene, phrase(scene.talk, 'asked_back'), reason === null ? '' : local(scene, reason));
    },
  },
  {
    id: 'asked_back_again',
    when: (scene) => verdict(scene) === 'asked_back' && because(scene) !== null,
    says: ({ talk }) => phrase(talk, 'asked_back_again'),
  },
  {
    id: 'explained',
    when: (scene) => verdict(scene) === 'asked_back',
    says: (scene) => join(scene, phrase(scene.talk, 'explained'), pressed(scene)),
  },
  {
    id: 'partly',
    when: (scene) => verdict(scene) === 'partly',
    says: (scene) =>
      join(
        scene,
        phrase(scene.talk, 'partly'),
        scene.concern === null ? '' : local(scene, scene.concern.expectation.lacks),
      ),
  },
  {
    id: 'ignored',
    when: (scene) => verdict(scene) === 'ignored',
    says: (scene) => join(scene, phrase(scene.talk, 'ignored'), pressed(scene)),
  },
  {
    id: 'pitched_early',
    when: (scene) => reason(scene, 'pitched_early'),
    says: ({ talk }) => phrase(talk, 'pitched_early'),
  },
  {
    id: 'cool_step',
    when: (scene) => scene.talk.phase === 'deciding' && reason(scene, 'concrete_step'),
    says: ({ talk }) => phrase(talk, 'cool_step'),
  },
  {
    id: 'vague_step',
    when: (scene) => scene.talk.phase === 'deciding' && reason(scene, 'vague_step'),
    says: ({ talk }) => phrase(talk, 'vague_step'),
  },
  {
    id: 'not_yet',
    when: ({ talk, meant }) =>
      talk.phase !== 'deciding' &&
      (meant.heard.reading.step?.quality ?? 0) >= levels[talk.setting.level].step &&
      meant.asked === null,
    says: ({ talk }) => phrase(talk, 'not_yet'),
  },
  { id: 'barrage', when: (scene) => reason(scene, 'barrage'), says: ({ talk }) => phrase(talk, 'barrage') },
];

function pressed(scene: Scene): string {
  const { concern } = scene;
  if (concern === null) return '';
  return concern.expectation.pressed === undefined ? concern.text : local(scene, concern.expectation.pressed);
}

export const join = (scene: Pick<Scene, 'talk'>, ...parts: string[]) =>
  parts.filter((part) => part !== '').join(scene.talk.setting.language === 'zh' ? '' : ' ');

/** The concern after an answer: settled, given up after too many tries, or still open. */
export function afterAnswer(meant: Understanding, concern: Concern): Concern {
  const { assessment, heard } = meant;
  if (assessment === null) return concern;
  const better = concern.best === null || assessment.quality > concern.best.quality;
  const next: Concern = {
    ...concern,
    best:
      better && assessment.verdict !== 'asked_back' && assessment.verdict !== 'ignored'
        ? { ...assessment, turn: heard.turn }
        : concern.best,
    acknowledged:
      concern.acknowledged ??
      (heard.reading.care === null ? null : { quote: heard.reading.care, turn: heard.turn }),
  };
  if (assessment.verdict === 'answered') return { ...next, state: 'answered' };
  if (assessment.verdict === 'asked_back') {
    const isNew = !concern.becauseTold && concern.expectation.because !== undefined;
    return { ...next, becauseTold: concern.becauseTold || isNew, presses: concern.presses + (isNew ? 0 : 1) };
  }
  return concern.presses >= MOST_PRESSES
    ? { ...next, state: 'dropped' }
    : { ...next, presses: concern.presses + 1 };
}
