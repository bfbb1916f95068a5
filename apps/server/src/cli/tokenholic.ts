import { isAppError } from '@tokenholic/kit';
import { Command, Option } from 'commander';
import { ConfigurationFault } from '../configuration.ts';
import { ApiFailure } from './api-client.ts';
import { type AuditCommandOptions, auditCommand } from './audit-command.ts';
import { type MapCommandOptions, mapCommand } from './map-command.ts';
import {
  listCommand,
  type MoveOptions,
  moveCommand,
  type PartOptions,
  partCommand,
} from './placement-command.ts';

const program = new Command('tokenholic').description("Map what a client's AI consumes, and from whom.");

program
  .command('map')
  .description('Research a company and draw its Token Battle Map')
  .argument('<name>', 'the company, for example "Kuaishou"')
  .option('--url <address...>', 'its website first, then further links')
  .option('--file <path...>', 'PDF, DOCX, XLSX, CSV, MD, HTML or TXT')
  .option('--note <text...>', 'what you already know')
  .option('--offline', 'read only what is given, look nothing up', false)
  .addOption(new Option('--lang <language>', 'language of the picture').choices(['zh', 'en']).default('zh'))
  .addOption(
    new Option('--theme <theme>', 'colours of the picture').choices(['light', 'dark']).default('light'),
  )
  .requiredOption('--out <file>', 'map.html, map.json, map.png, map.pdf, map.pptx, map.xlsx or map.svg')
  .action(async (name: string, options: MapCommandOptions) => {
    try {
      await mapCommand(name, options, (text) => process.stderr.write(`${text}\n`));
      process.exit(0);
    } catch (error) {
      process.stderr.write(`\n${explain(error, options.lang)}\n`);
      process.exit(1);
    }
  });

program
  .command('audit')
  .description('Check the audit trail of every organisation')
  .argument('<verify>', 'verify')
  .option('--url <address>', 'a product elsewhere; its key of an operator in TOKENHOLIC_API_KEY')
  .option('--note <file>', 'compare with the report in this file, and keep the new one there')
  .action(async (_verify: string, options: AuditCommandOptions) => {
    try {
      const holds = await auditCommand(options, process.env, (text) => process.stdout.write(`${text}\n`));
      process.exit(holds ? 0 : 2);
    } catch (error) {
      process.stderr.write(`\n${explain(error, 'en')}\n`);
      process.exit(1);
    }
  });

const placement = program
  .command('placement')
  .description('Where the rows of organisations lie; needs PostgreSQL');

placement
  .command('list')
  .description('Organisations with a schema of their own')
  .action(() => carryOut(() => listCommand(process.env, print)));

placement
  .command('move')
  .description('Move the rows of an organisation while the product runs; all of them, or none')
  .argument('<organisation>', 'its id')
  .addOption(
    new Option('--to <tier>', 'its own schema, or the tables of everybody')
      .choices(['schema', 'shared'])
      .makeOptionMandatory(),
  )
  .addOption(
    new Option('--longest <seconds>', 'requests wait at most so long, else nothing is moved')
      .default(30)
      .argParser(Number),
  )
  .action((organizationId: string, options: MoveOptions) =>
    carryOut(() => moveCommand(organizationId, options, process.env, print)),
  );

placement
  .command('part')
  .description(
    'Make a seller with all its clients an installation of its own while this one runs; its further settings in variables that begin with NEW_',
  )
  .argument('<seller>', "the seller's id")
  .requiredOption('--database <address>', 'an empty PostgreSQL database')
  .requiredOption('--data <folder>', 'data folder of the new installation')
  .requiredOption('--url <address>', 'where people will reach it')
  .addOption(
    new Option('--longest <seconds>', 'its own requests wait at most so long, else nothing is parted')
      .default(60)
      .argParser(Number),
  )
  .action((sellerId: string, options: PartOptions) =>
    carryOut(() => partCommand(sellerId, options, process.env, print)),
  );

const print = (text: string) => process.stdout.write(`${text}\n`);

async function carryOut(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`\n${explain(error, 'en')}\n`);
    process.exit(1);
  }
}

function explain(error: unknown, language: 'zh' | 'en'): string {
  if (isAppError(error)) return error.userMessage[language];
  if (error instanceof ApiFailure) return error.text[language];
  if (error instanceof ConfigurationFault || error instanceof Error) return error.message;
  return String(error);
}

await program.parseAsync();
