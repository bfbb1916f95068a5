import { useParams, useSearch } from '@tanstack/react-router';
import { FindingsScreen } from './findings-screen';

export function FindingsRoute() {
  const { clientId } = useParams({ from: '/clients/$clientId/findings' });
  const { quote, ask } = useSearch({ from: '/clients/$clientId/findings' });
  return (
    <FindingsScreen
      key={`${clientId} ${quote} ${ask}`}
      clientId={clientId}
      quote={quote ?? null}
      asked={ask ?? ''}
    />
  );
}
