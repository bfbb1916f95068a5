import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

// The rules of the house about who may import whom, checked on the text of the imports. Says how many files it read, and
// fails when that is suspiciously few: a check that reads nothing passes everything.

interface Rule {
  name: string;
  files: RegExp;
  forbidden: RegExp;
}

const SERVICES = globSync('services/*/*/package.json').map((path) => basename(dirname(path)));

const RULES: readonly Rule[] = [
  ...SERVICES.map((service) => ({
    name: 'a service never imports another service',
    files: new RegExp(`^services/\\w+/${service}/`),
    forbidden: new RegExp(`^@tokenholic/(${SERVICES.filter((other) => other !== service).join('|')})(/|$)`),
  })),
  {
    name: 'the kit never imports a service',
    files: /^packages\/kit\//,
    forbidden: new RegExp(`^@tokenholic/(${[...SERVICES, 'server', 'web'].join('|')})(/|$)`),
  },
  {
    name: 'contracts hold no logic of others',
    files: /^packages\/contracts\//,
    forbidden: /^(@tokenholic\/|node:)/,
  },
  {
    name: 'domain files do no I/O',
    files: /\/domain\/(?!.*\.test\.ts$)/,
    forbidden: /^(node:(?!crypto)|pg$|drizzle-orm|undici|fastify)/,
  },
  { name: 'only agents imports LangGraph', files: /^(?!packages\/agents\/)/, forbidden: /^@langchain\// },
  {
    name: 'only llm-sdk imports model providers',
    files: /^(?!packages\/llm-sdk\/)/,
    forbidden: /^(ai$|@ai-sdk\/)/,
  },
  {
    name: 'the web imports only contracts and presentation',
    files: /^apps\/web\/src\//,
    forbidden:
      /^@tokenholic\/(?!contracts(\/undo)?$|presentation(\/(?:cost-bars|diagram|treemap|scenario))?$)/,
  },
  {
    name: 'a web feature never imports a feature',
    files: /^apps\/web\/src\/features\//,
    forbidden: /^@\/features\//,
  },
];

/** Schemas bring zod into the browser, whose policy refuses the probe it makes: of contracts the web takes types. */
const VALUE_OF_CONTRACTS =
  /import\s+(?!type\b)\{([^}]*)\}\s*from\s*'@tokenholic\/contracts'|import\s+\*[^;]*'@tokenholic\/contracts'/g;
const IN_BROWSER = /^apps\/web\/src\/(?!.*\.test\.tsx?$)/;

const FEWEST_FILES = 120;
const IMPORT = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

/** Broken rules in a file's text. */
export function brokenRules(path: string, text: string): string[] {
  const targets = [...text.matchAll(IMPORT)].map((match) => match[1] ?? '');
  const values = IN_BROWSER.test(path)
    ? [...text.matchAll(VALUE_OF_CONTRACTS)].filter(([, names]) =>
        (names ?? '').split(',').some((name) => name.trim() !== '' && !name.trim().startsWith('type ')),
      )
    : [];
  return [
    ...values.map(([line]) => `${path}: the web takes only types of contracts (${line})`),
    ...RULES.filter((rule) => rule.files.test(path)).flatMap((rule) =>
      targets
        .filter((target) => rule.forbidden.test(target))
        .map((target) => `${path}: ${rule.name} (${target})`),
    ),
  ];
}

if (process.argv[1] === import.meta.filename) {
  const files = globSync('{apps,packages,services}/**/*.{ts,tsx}', {
    exclude: (name) => name === 'node_modules' || name === 'dist',
  });
  const broken = files.flatMap((file) => brokenRules(file, readFileSync(file, 'utf8')));
  for (const line of broken) process.stderr.write(`${line}\n`);
  process.stdout.write(`walls: ${files.length} files read, ${broken.length} rules broken\n`);
  if (broken.length > 0 || files.length < FEWEST_FILES) process.exit(1);
}
