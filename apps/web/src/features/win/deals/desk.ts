import './texts';

// What one does not open every day: its code comes when it is asked for.
export { CareScreen } from './components/care-screen';
export { ImportScreen } from './components/import-screen';
export { MailScreen } from './components/mail-screen';
export { SettingsScreen } from './components/settings-screen';
