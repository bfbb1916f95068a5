import { useParams } from '@tanstack/react-router';
import { FindingsScreen } from './findings-screen';

export function FindingsRoute() {
  const { clientId } = useParams({ from: '/clients/$clientId/findings' });
  return <FindingsScreen key={clientId} clientId={clientId} />;
}
