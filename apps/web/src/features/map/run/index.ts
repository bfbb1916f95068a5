export { ClientRoute, RunRoute } from './components/routes';
