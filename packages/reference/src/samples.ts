import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from '@tokenholic/contracts';

/** An invented company that shows the product at work: its website is a `.example` address and its pages ship as files. */
export interface SampleClient {
  readonly id: string;
  readonly name: string;
  readonly website: string;
  readonly language: Language;
  /** Markdown pages with front matter (`title`, `url`, `date`, `kind`), in reading order. */
  readonly files: readonly { readonly fileName: string; readonly text: string }[];
}

type SampleCompany = Omit<SampleClient, 'files'> & { readonly folder: string };

// The ids never change, so that starting again finds the clients of the first start.
const COMPANIES: readonly SampleCompany[] = [
  {
    id: '01990000-0000-7000-8000-000000000001',
    folder: 'yunxiu-drama',
    name: '云岫短剧',
    website: 'https://www.yunxiu-drama.example',
    language: 'zh',
  },
  {
    id: '01990000-0000-7000-8000-000000000002',
    folder: 'northgate-bank',
    name: 'Northgate Bank',
    website: 'https://www.northgate-bank.example',
    language: 'en',
  },
  {
    id: '01990000-0000-7000-8000-000000000003',
    folder: 'beichen-pharma',
    name: '北辰医药',
    website: 'https://www.beichen-pharma.example',
    language: 'zh',
  },
  {
    id: '01990000-0000-7000-8000-000000000004',
    folder: 'harbourline-logistics',
    name: 'Harbourline Logistics',
    website: 'https://www.harbourline-logistics.example',
    language: 'en',
  },
  {
    id: '01990000-0000-7000-8000-000000000005',
    folder: 'orange-bay-mobility',
    name: '橙湾出行',
    website: 'https://www.chengwan-mobility.example',
    language: 'zh',
  },
];

function readPages(folder: string): SampleClient['files'] {
  const home = new URL(`../data/samples/${folder}/`, import.meta.url);
  return readdirSync(home)
    .filter((fileName) => fileName.endsWith('.md'))
    .sort()
    .map((fileName) => ({ fileName, text: readFileSync(new URL(fileName, home), 'utf8') }));
}

let clients: readonly SampleClient[] | undefined;

/** The sample clients with their pages, the one to open first at the front; read from disk on first use. */
export function sampleClients(): readonly SampleClient[] {
  clients ??= COMPANIES.map(({ folder, ...company }) => ({ ...company, files: readPages(folder) }));
  return clients;
}
