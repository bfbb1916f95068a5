import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from './routes/account-routes';
import { mapRoutes } from './routes/map-routes';
import { root } from './routes/root';
import { winRoutes } from './routes/win-routes';
import { workspaceRoutes } from './routes/workspace-routes';

export const router = createRouter({
  routeTree: root.addChildren([...mapRoutes, ...winRoutes, ...workspaceRoutes, ...accountRoutes]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
