import type { TimelineKind } from '@tokenholic/contracts';
import {
  Activity,
  Building2,
  ChartColumnStacked,
  CircleDot,
  FileSearch,
  Hammer,
  Handshake,
  HeartPulse,
  LifeBuoy,
  type LucideIcon,
  SquareCheck,
} from 'lucide-react';

const ICONS: Record<TimelineKind, LucideIcon> = {
  research: FileSearch,
  map: ChartColumnStacked,
  win: Handshake,
  build: Hammer,
  run: Activity,
  support: LifeBuoy,
  success: HeartPulse,
  crm: Building2,
  work: SquareCheck,
  other: CircleDot,
};

export function KindIcon({ kind, className }: { kind: TimelineKind; className: string }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden className={className} />;
}
