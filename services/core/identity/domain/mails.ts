import type { Language } from '@tokenholic/contracts';

/** A mail as it is written; `link` opens a page of this installation. */
export interface Mail {
  to: string;
  subject: string;
  body: string;
}

export type MailKind =
  | { kind: 'verify' }
  | { kind: 'already_signed_up' }
  | { kind: 'reset' }
  | { kind: 'password_changed' }
  | { kind: 'two_factor_changed'; on: boolean }
  | { kind: 'invitation'; organization: string; invitedBy: string };

interface Words {
  subject: string;
  lines: string[];
  /** What the link does and for how long. */
  link: string;
}

const ZH = (mail: MailKind): Words => {
  switch (mail.kind) {
    case 'verify':
      return {
        subject: '验证您的邮箱',
        lines: ['感谢注册 Tokenholic。请验证邮箱后登录。'],
        link: '点击验证邮箱（1 小时内有效）：',
      };
    case 'already_signed_up':
      return {
        subject: '您已有 Tokenholic 账号',
        lines: [
          '有人用这个邮箱再次注册。您已有账号，直接登录即可；忘记密码可以重置。如果不是您本人操作，请忽略本邮件。',
        ],
        link: '前往登录：',
      };
    case 'reset':
      return {
        subject: '重置密码',
        lines: ['我们收到了重置密码的请求。如果不是您本人操作，请忽略本邮件，密码不会改变。'],
        link: '设置新密码（1 小时内有效，只能使用一次）：',
      };
    case 'password_changed':
      return {
        subject: '密码已修改',
        lines: ['您的 Tokenholic 密码刚刚被修改，其他设备已退出登录。如果不是您本人操作，请立即重置密码。'],
        link: '重置密码：',
      };
    case 'two_factor_changed':
      return {
        subject: mail.on ? '两步验证已开启' : '两步验证已关闭',
        lines: [
          mail.on
            ? '您的账号已开启两步验证。今后登录需要输入验证码，请妥善保存恢复码。'
            : '您的账号已关闭两步验证。如果不是您本人操作，请立即修改密码。',
        ],
        link: '查看账号：',
      };
    case 'invitation':
      return {
        subject: `${mail.invitedBy}邀请您加入${mail.organization}`,
        lines: [`${mail.invitedBy}邀请您加入 Tokenholic 上的组织“${mail.organization}”。`],
        link: '接受邀请并创建账号：',
      };
  }
};

const EN = (mail: MailKind): Words => {
  switch (mail.kind) {
    case 'verify':
      return {
        subject: 'Verify your e-mail address',
        lines: ['Thank you for signing up to Tokenholic. Verify your address, then sign in.'],
        link: 'Verify it here within one hour:',
      };
    case 'already_signed_up':
      return {
        subject: 'You have a Tokenholic account already',
        lines: [
          'Somebody signed up with this address again. You have an account: just sign in, or reset your password if you forgot it. If this was not you, ignore this mail.',
        ],
        link: 'Sign in:',
      };
    case 'reset':
      return {
        subject: 'Reset your password',
        lines: [
          'We were asked to reset your password. If this was not you, ignore this mail and your password stays as it is.',
        ],
        link: 'Set a new password within one hour; the link works once:',
      };
    case 'password_changed':
      return {
        subject: 'Your password was changed',
        lines: [
          'The password of your Tokenholic account was just changed and other devices were signed out. If this was not you, reset it now.',
        ],
        link: 'Reset your password:',
      };
    case 'two_factor_changed':
      return {
        subject: mail.on ? 'Two-step sign-in is on' : 'Two-step sign-in is off',
        lines: [
          mail.on
            ? 'Two-step sign-in is on for your account. From now on signing in asks for a code. Keep your recovery codes somewhere safe.'
            : 'Two-step sign-in was switched off for your account. If this was not you, change your password now.',
        ],
        link: 'See your account:',
      };
    case 'invitation':
      return {
        subject: `${mail.invitedBy} invites you to ${mail.organization}`,
        lines: [
          `${mail.invitedBy} invites you to join the organisation “${mail.organization}” on Tokenholic.`,
        ],
        link: 'Accept and make your account:',
      };
  }
};

/** Writes a mail in the reader's language. Names come from people: line breaks in them would forge lines of the mail. */
export function writeMail(to: string, language: Language, mail: MailKind, link: string): Mail {
  const words = (language === 'zh' ? ZH : EN)(mail);
  const lines = words.lines.map((line) => line.replace(/\s+/g, ' '));
  const body = [...lines, '', words.link, link, '', 'Tokenholic'];
  return { to, subject: words.subject.replace(/\s+/g, ' '), body: body.join('\n') };
}
