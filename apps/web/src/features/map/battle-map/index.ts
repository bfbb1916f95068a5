export { BattleMapRoute } from './components/battle-map-route';
