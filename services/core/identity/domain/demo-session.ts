import { demoPeople } from './demo-people.ts';

/** Whether this process is making the sample clients at this moment: screens then say so instead of "nothing here". */
export interface SampleArrival {
  arriving: boolean;
}

export const DEMO_COOKIE = 'tokenholic_demo_user';

/** Whose eyes a demo request looks through: the cookie's person, else the first. */
export function demoUserId(cookieHeader: string | undefined): string {
  const match = new RegExp(`(?:^|;\\s*)${DEMO_COOKIE}=([0-9a-f-]{36})`).exec(cookieHeader ?? '');
  const chosen = demoPeople.find((person) => person.id === match?.[1]);
  return (chosen ?? demoPeople[0]).id;
}
