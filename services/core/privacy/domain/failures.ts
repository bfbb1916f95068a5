import { AppError } from '@tokenholic/kit';

export const nameDiffers = () =>
  new AppError({
    kind: 'invalid',
    code: 'privacy.name_differs',
    message: {
      zh: '输入的名称与组织名称不一致，没有删除任何数据。请核对后重新输入。',
      en: 'The name does not match the organisation’s. Nothing was erased. Check it and type it again.',
    },
  });

export const vendorStays = () =>
  new AppError({
    kind: 'conflict',
    code: 'privacy.vendor_stays',
    message: {
      zh: '不能删除系统所属的组织。如需清除全部数据，请停止服务并删除数据目录或数据库。',
      en: 'The organisation that owns this installation cannot be erased. To clear everything, stop the server and delete its data folder or database.',
    },
  });

export const personStillThere = () =>
  new AppError({
    kind: 'conflict',
    code: 'privacy.person_still_there',
    message: {
      zh: '这位成员还在组织中。请先在“成员”中移除，再删除其个人数据。',
      en: 'This person is still a member. Remove them under Members first, then erase their data.',
    },
  });

export const contactNameDiffers = () =>
  new AppError({
    kind: 'invalid',
    code: 'privacy.contact_name_differs',
    message: {
      zh: '输入的姓名与联系人不一致，没有删除任何数据。请核对后重新输入。',
      en: 'The name does not match the contact’s. Nothing was erased. Check it and type it again.',
    },
  });

export const keysBusy = () =>
  new AppError({
    kind: 'conflict',
    code: 'privacy.keys_busy',
    message: {
      zh: '密钥正在更换或数据正在加密，请稍后再试。',
      en: 'Keys are being changed or rows sealed just now. Try again in a moment.',
    },
  });

export const policyChanged = () =>
  new AppError({
    kind: 'conflict',
    code: 'privacy.policy_changed',
    message: {
      zh: '有人刚刚改过处理依据。页面已取到最新内容，请核对后再保存。',
      en: 'Somebody has just changed the lawful bases. The page now has the latest; look at it and save again.',
    },
  });

export const consentIdTaken = () =>
  new AppError({
    kind: 'conflict',
    code: 'privacy.consent_id_taken',
    message: {
      zh: '这个编号已被使用，请刷新页面后重新提交。',
      en: 'This id is already in use. Reload the page and submit again.',
    },
  });
