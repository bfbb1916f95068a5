import { addTexts } from '@/i18n';
import en from '@/i18n/en/requirements-guest.json';
import zh from '@/i18n/zh/requirements-guest.json';

addTexts('requirements-guest', zh, en);

export { GuestRequirementsRoute } from './guest-screen';
