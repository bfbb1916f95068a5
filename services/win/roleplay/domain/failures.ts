import { AppError } from '@tokenholic/kit';

export const sessionUnknown = () =>
  new AppError({
    kind: 'not_found',
    code: 'roleplay.session_unknown',
    message: {
      zh: '没有这次演练。请回到演练列表重新选择。',
      en: 'There is no such practice talk. Go back to the list and choose another.',
    },
  });
export const sessionOver = () =>
  new AppError({
    kind: 'conflict',
    code: 'roleplay.session_over',
    message: {
      zh: '这次演练已经结束，可以从任意一句重新开始。',
      en: 'This talk has ended. You can try again from any of your lines.',
    },
  });
export const sessionMoved = () =>
  new AppError({
    kind: 'conflict',
    code: 'roleplay.session_moved',
    message: {
      zh: '这次演练在别处又说了一句，请刷新后再继续。',
      en: 'This talk went on somewhere else. Reload it and go on from there.',
    },
  });
export const sessionGoing = () =>
  new AppError({
    kind: 'conflict',
    code: 'roleplay.session_going',
    message: { zh: '演练还没有结束，先结束再评分或提交。', en: 'The talk is still going on. End it first.' },
  });
export const personaUnknown = () =>
  new AppError({
    kind: 'not_found',
    code: 'roleplay.persona_unknown',
    message: {
      zh: '没有这位客户角色，请重新选择。',
      en: 'There is no such customer. Choose another.',
    },
  });
export const mapMissing = () =>
  new AppError({
    kind: 'conflict',
    code: 'roleplay.map_missing',
    message: {
      zh: '这个客户还没有地图，先做调研，或者填写角色表单。',
      en: 'This client has no map yet. Research it first, or describe the customer yourself.',
    },
  });
export const assignmentUnknown = () =>
  new AppError({
    kind: 'not_found',
    code: 'roleplay.assignment_unknown',
    message: { zh: '没有这项演练任务。', en: 'There is no such assignment.' },
  });
export const memberUnknown = () =>
  new AppError({
    kind: 'not_found',
    code: 'roleplay.member_unknown',
    message: { zh: '团队里没有这个人。', en: 'Nobody on the team has this name.' },
  });
