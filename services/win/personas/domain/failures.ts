import type { ConsentCheck } from '@tokenholic/contracts';
import { AppError } from '@tokenholic/kit';

export function switchedOff(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'personas.switched_off',
    message: {
      zh: '这位联系人的画像已关闭。重新打开后才能编辑或导出。',
      en: 'The persona of this contact is switched off. Switch it on again to edit or export it.',
    },
  });
}

export function valueUnknown(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'personas.value_unknown',
    message: {
      zh: '这一项没有这个取值，请从列表中选择。',
      en: 'This trait has no such value. Choose one from the list.',
    },
  });
}

export function protectedWords(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'personas.protected',
    message: {
      zh: '画像不记录健康、宗教、政治、民族、家庭等敏感信息，请换一种写法。',
      en: 'A persona holds nothing about health, religion, politics, ethnicity, family and the like. Put it differently.',
    },
  });
}

export function timeZoneUnknown(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'personas.time_zone_unknown',
    message: {
      zh: '没有这个时区，请从列表中选择。',
      en: 'There is no such time zone. Choose one from the list.',
    },
  });
}

export function versionUnknown(): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'personas.version_unknown',
    message: { zh: '没有这个版本的画像。', en: 'There is no such version of this persona.' },
  });
}

export function consentNeeded(because: ConsentCheck['because']): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'personas.consent_needed',
    message: {
      zh: '这位联系人还没有同意建立画像，因此不计算也不保存。请先取得同意，并在“同意管理”中记录。',
      en: 'This contact has not agreed to a persona, so nothing is worked out or kept. Ask first, and record it under Consent.',
    },
    details: { because },
  });
}
