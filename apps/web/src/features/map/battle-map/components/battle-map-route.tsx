import { useParams, useSearch } from '@tanstack/react-router';
import { BattleMapScreen } from './battle-map-screen';

export function BattleMapRoute() {
  const { clientId } = useParams({ from: '/clients/$clientId/map' });
  const { version } = useSearch({ from: '/clients/$clientId/map' });
  return <BattleMapScreen key={clientId} clientId={clientId} version={version} />;
}
