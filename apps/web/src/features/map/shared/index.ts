export { SharedMapRoute } from './shared-map';
