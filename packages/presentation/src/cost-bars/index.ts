export { type CostBar, type CostBarGroup, layoutCostBars } from './cost-bars.ts';
export { type CostPictureOptions, renderCostSvg } from './cost-svg.ts';
