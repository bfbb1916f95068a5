import type { LocalizedText } from '@tokenholic/contracts';
import { AppError } from '@tokenholic/kit';

const MESSAGES = {
  too_few_stages: {
    zh: '至少保留两个进行中的阶段。',
    en: 'Keep at least two open stages in use.',
  },
  stage_twice: { zh: '同一个阶段出现了两次。', en: 'A stage stands twice in the list.' },
  stage_name_twice: {
    zh: '两个阶段同名，看板上会分不清。请改名。',
    en: 'Two stages have one name and could not be told apart. Rename one.',
  },
  field_twice: {
    zh: '两个自定义字段用了同一个标识，请改名后重试。',
    en: 'Two fields have the same key. Change one name and try again.',
  },
  field_gone: {
    zh: '字段不能删除，已填的内容会丢失。请改为“停用”。',
    en: 'A field cannot be deleted, what was filled in would be lost. Retire it instead.',
  },
  field_changed_type: {
    zh: '已有字段不能换类型。请停用它，另建一个。',
    en: 'The type of a field cannot change. Retire it and add another.',
  },
  field_without_options: {
    zh: '选择类字段至少要有一个选项。',
    en: 'A field of choices needs at least one option.',
  },
  need_unknown: {
    zh: '有阶段要求填写一个已停用或不存在的字段。',
    en: 'A stage asks for a field that is retired or does not exist.',
  },
} as const;

/** Why settings are not kept; what was set before still holds. */
export function settingsRefused(reason: keyof typeof MESSAGES): AppError {
  return new AppError({ kind: 'invalid', code: `deals.${reason}`, message: MESSAGES[reason] });
}

/** A stage asks for things the deal has not got. */
export function stageNeeds(stage: LocalizedText, missing: readonly LocalizedText[]): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'deals.stage_needs',
    message: {
      zh: `进入「${stage.zh}」前还缺：${missing.map(({ zh }) => zh).join('、')}。`,
      en: `Before it can move to ${stage.en} this is missing: ${missing.map(({ en }) => en).join(', ')}.`,
    },
    details: { missing },
  });
}

export function stageNotUsed(stage: LocalizedText): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'deals.stage_not_used',
    message: {
      zh: `「${stage.zh}」已停用，请选择其他阶段。`,
      en: `${stage.en} is no longer used. Choose another stage.`,
    },
  });
}

/** A field of the organisation's own that is missing or holds what it cannot. */
export function customWrong(field: LocalizedText, what: LocalizedText): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'deals.custom_field_wrong',
    message: { zh: `「${field.zh}」：${what.zh}`, en: `${field.en}: ${what.en}` },
  });
}
