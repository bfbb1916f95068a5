import { addTexts } from '@/i18n';
import en from '@/i18n/en/account.json';
import zh from '@/i18n/zh/account.json';

addTexts('account', zh, en);

export { AccountScreen } from './account-screen';
export { ForgotScreen } from './forgot-screen';
export { KeysScreen } from './keys-screen';
export { MembersScreen } from './members-screen';
export { OutboxScreen } from './outbox-screen';
export { ResetScreen } from './reset-screen';
export { SignInScreen } from './sign-in-screen';
export { SignUpScreen } from './sign-up-screen';
export { VerifyScreen } from './verify-screen';
