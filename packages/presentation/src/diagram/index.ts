export {
  boxText,
  type DiagramPicture,
  type DiagramPictureOptions,
  nodeFrame,
  renderDiagramSvg,
} from './diagram-svg.ts';
export { diffDiagrams } from './diff-diagram.ts';
export { applyDiagramEdits, condenseEdits, edgeKey } from './edit-diagram.ts';
export { BOX, type DiagramLayout, layoutDiagram } from './layout-diagram.ts';
export { pathOf } from './route-edge.ts';
export { diagramWords, lanes } from './words.ts';
