import { useParams } from '@tanstack/react-router';
import { addTexts } from '@/i18n';
import en from '@/i18n/en/solutions.json';
import zh from '@/i18n/zh/solutions.json';
import { SolutionsScreen } from './solutions-screen';

addTexts('solutions', zh, en);

export function SolutionsRoute() {
  return <SolutionsScreen clientId={null} />;
}

export function ClientSolutionsRoute() {
  const { clientId } = useParams({ from: '/clients/$clientId/solutions' });
  return <SolutionsScreen key={clientId} clientId={clientId} />;
}
