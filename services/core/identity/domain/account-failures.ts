import { AppError } from '@tokenholic/kit';

type Text = { zh: string; en: string };

const failure = (
  kind: AppError['kind'],
  code: string,
  message: Text,
  details?: Record<string, unknown>,
): AppError =>
  new AppError({ kind, code: `identity.${code}`, message, ...(details === undefined ? {} : { details }) });

export const accountsOff = () =>
  failure('conflict', 'accounts_off', {
    zh: '当前是演示模式，不使用账号。如需真实账号，请以 TOKENHOLIC_DEMO=false 启动。',
    en: 'This is demo mode, which has no accounts. Start with TOKENHOLIC_DEMO=false to use real ones.',
  });

export const demoWithAccounts = () =>
  failure('conflict', 'demo_with_accounts', {
    zh: '数据中已有真实账号，不能以演示模式启动。请设置 TOKENHOLIC_DEMO=false，或换一个数据目录。',
    en: 'This data holds real accounts, so demo mode cannot start on it. Set TOKENHOLIC_DEMO=false, or use another data folder.',
  });

export const wrongSignIn = () =>
  failure('unauthenticated', 'wrong_sign_in', {
    zh: '邮箱或密码不正确。请重新输入，或重置密码。',
    en: 'The e-mail address or password is not right. Try again, or reset your password.',
  });

export const notVerified = () =>
  failure('forbidden', 'not_verified', {
    zh: '邮箱尚未验证。请点击验证邮件中的链接，或重新发送一封。',
    en: 'The e-mail address is not verified yet. Open the link in the mail we sent, or ask for a new one.',
  });

export const tooManyAttempts = (minutes: number) =>
  failure(
    'limited',
    'too_many_attempts',
    {
      zh: `尝试次数过多，请在 ${minutes} 分钟后再试。`,
      en: `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    },
    { minutes },
  );

export const linkNotValid = () =>
  failure('invalid', 'link_not_valid', {
    zh: '链接无效、已过期或已使用。请重新获取。',
    en: 'The link is not valid, has expired or was used already. Ask for a new one.',
  });

export const wrongCode = () =>
  failure('unauthenticated', 'wrong_code', {
    zh: '验证码不正确或已使用。请等待下一个验证码，或使用恢复码。',
    en: 'The code is wrong or was used already. Wait for the next one, or use a recovery code.',
  });

export const signInAgain = () =>
  failure('unauthenticated', 'sign_in_again', {
    zh: '登录步骤已超时，请重新输入邮箱和密码。',
    en: 'This sign-in took too long. Enter your e-mail address and password again.',
  });

export const wrongPassword = () =>
  failure('invalid', 'wrong_password', {
    zh: '当前密码不正确，请重新输入。',
    en: 'Your current password is not right. Enter it again.',
  });

export const weakPassword = (reason: 'short' | 'common' | 'personal' | 'breached') =>
  failure('invalid', 'weak_password', WEAK[reason], { reason });

const WEAK: Record<'short' | 'common' | 'personal' | 'breached', Text> = {
  breached: {
    zh: '这个密码曾在数据泄露中出现，攻击者会首先尝试，请换一个。',
    en: 'This password came out in a data breach, so it is among the first that are tried. Choose another one.',
  },
  short: { zh: '密码至少需要 12 个字符。', en: 'A password needs at least 12 characters.' },
  common: {
    zh: '这个密码过于常见或规律，容易被猜中，请换一个。',
    en: 'This password is common or follows a simple pattern. Choose one that is harder to guess.',
  },
  personal: {
    zh: '密码中包含您的邮箱或姓名，容易被猜中，请换一个。',
    en: 'This password contains your e-mail address or name. Choose one that is harder to guess.',
  },
};

export const secondStepNeeded = () =>
  failure('forbidden', 'second_step_needed', {
    zh: '您的组织要求管理员开启两步验证。请先在“我的账号”中开启，再继续操作。',
    en: 'Your organisation asks administrators for two-step sign-in. Switch it on under “My account” to go on.',
  });

export const twoFactorOn = () =>
  failure('conflict', 'two_factor_on', {
    zh: '两步验证已开启。如需更换设备，请先关闭再重新设置。',
    en: 'Two-step sign-in is on already. To change the device, switch it off and set it up again.',
  });

export const setupCodeWrong = () =>
  failure('forbidden', 'setup_code_wrong', {
    zh: '安装码不正确。请从服务器启动日志中复制完整的链接。',
    en: 'The setup code is not right. Copy the whole link from the log of the server’s start.',
  });

export const setupFirst = () =>
  failure('conflict', 'setup_first', {
    zh: '系统尚未设置所有者。请使用服务器启动日志中的链接创建第一个账号。',
    en: 'This installation has no owner yet. Make the first account with the link in the log of the server’s start.',
  });

export const alreadyMember = () =>
  failure('conflict', 'already_member', {
    zh: '这个邮箱已有账号，一个邮箱只能属于一个组织。请直接登录，或请对方换一个邮箱。',
    en: 'This address has an account already, and an address belongs to one organisation only. Sign in, or use another address.',
  });

export const roleNotYours = () =>
  failure('forbidden', 'role_not_yours', {
    zh: '您不能授予或收回这个角色，请联系所有者。',
    en: 'This role is not yours to give or take. Ask an owner.',
  });

export const lastOwner = () =>
  failure('conflict', 'last_owner', {
    zh: '组织至少需要一位所有者。请先把所有者角色交给其他成员。',
    en: 'An organisation needs an owner. Give that role to somebody else first.',
  });

export const scopeNotPossible = () =>
  failure('invalid', 'scope_not_possible', {
    zh: '所选权限超出了这个服务账号的角色范围。请减少权限，或换一个角色更合适的服务账号。',
    en: 'These permissions go beyond the roles of the service. Choose fewer, or a service with other roles.',
  });
