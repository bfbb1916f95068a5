// Runs before `npm start` and `npm test`, on whatever Node is there, without any dependency: installs what the lockfile
// says when it is new, and builds the web app when its sources are. Stamps make the second time instant.
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const stamps = join(root, 'node_modules', '.tokenholic');
const windows = process.platform === 'win32';
const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

function stampIs(name, value) {
  try {
    return readFileSync(join(stamps, name), 'utf8') === value;
  } catch {
    return false;
  }
}

function stamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), value);
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows, ...options });
  return result.status === 0;
}

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

function install() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (stampIs('installed', hash) && existsSync(node)) return;
  if (Number(process.versions.node.split('.')[0]) < 20) fail('Tokenholic needs Node.js 20 or newer.');
  console.log('Installing dependencies (only the first time and after updates) …');
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund'];
  if (!run('npm', ['ci', ...quiet]) && !run('npm', ['install', ...quiet])) {
    fail('Dependencies could not be installed. Check the network or the registry settings, then try again.');
  }
  if (
    !existsSync(node) &&
    !run(process.execPath, [join(root, 'node_modules', 'node', 'installArchSpecificPackage.js')])
  ) {
    fail('The pinned Node.js could not be installed. Run: npm rebuild node');
  }
  stamp('installed', hash);
}

function hashFolder(hash, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) hashFolder(hash, path);
    else
      hash
        .update(path)
        .update(String(statSync(path).size))
        .update(readFileSync(path));
  }
}

function buildWeb() {
  const hash = createHash('sha256');
  for (const folder of ['apps/web', 'packages/contracts/src', 'packages/presentation/src'])
    hashFolder(hash, join(root, folder));
  const digest = hash.digest('hex');
  const dist = join(root, 'apps', 'web', 'dist');
  if (stampIs('web', digest) && existsSync(join(dist, 'index.html'))) return;
  console.log('Building the web app …');
  rmSync(dist, { recursive: true, force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!run(node, [vite, 'build', 'apps/web', '--logLevel', 'warn'], { shell: false }))
    fail('The web app could not be built.');
  stamp('web', digest);
}

install();
if (process.argv.includes('--web')) buildWeb();
