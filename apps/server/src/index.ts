export { openConfiguredDatabase } from './compose.ts';
export { type Configuration, readConfiguration } from './configuration.ts';
export { partWithSeller } from './parting/part-with-seller.ts';
export { type RunningProduct, startProduct } from './start.ts';
