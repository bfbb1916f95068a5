import { createRootRoute } from '@tanstack/react-router';
import { AppShell } from '../shell/app-shell';
import { Crash } from '../shell/crash';
import { NotFound } from '../shell/not-found';

/** The frame every screen stands in. */
export const root = createRootRoute({
  component: AppShell,
  notFoundComponent: NotFound,
  errorComponent: Crash,
});
