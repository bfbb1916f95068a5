export { type Configuration, readConfiguration } from './configuration.ts';
export { type RunningProduct, startProduct } from './start.ts';
