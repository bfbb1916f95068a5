export { layoutTreemap, type TreemapLayout } from './layout-treemap.ts';
export { treemapBoard } from './treemap-board.ts';
