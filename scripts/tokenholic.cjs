#!/usr/bin/env node
// The `tokenholic` command on whatever Node is there: makes sure everything is installed, then goes on with the pinned Node.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const root = join(__dirname, '..');
require('./bootstrap.cjs');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const result = spawnSync(
  node,
  [join(root, 'apps', 'server', 'src', 'cli', 'tokenholic.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(result.status ?? 1);
