import { spawnSync } from 'node:child_process';

/**
 * The Debian packages that the tests run: real mail servers, two clients to compare with, two browsers and their Russian, a
 * real keychain, and what its binding is compiled with.
 */
export const debianPackages = [
  'dovecot-imapd',
  'dovecot-pop3d',
  'dovecot-lmtpd',
  'dovecot-sieve',
  'postfix',
  'swaks',
  'libnet-ssleay-perl',
  'curl',
  'openssl',
  'chromium',
  'chromium-l10n',
  'firefox-esr',
  'firefox-esr-l10n-ru',
  'gnome-keyring',
  'dbus',
  'libsecret-1-dev',
  'pkg-config',
  'g++',
  'make',
  'python3',
];

/**
 * Installs the missing ones where it may (root, or sudo without a password).
 * @returns {string | undefined} what the person must do first, when it may not or could not
 */
export function installPackages() {
  const missing = missingPackages();
  if (missing === undefined) {
    return `The integration tests start Dovecot and Postfix from Debian packages, and this system has no dpkg.\n${elsewhere}`;
  }
  const asRoot = rootPrefix();
  if (missing.length === 0) return asRoot ? undefined : `${needsRoot}\n${elsewhere}`;
  if (!asRoot)
    return `Debian packages are missing. Run this, then npm test again:\n\n  ${command(missing)}\n\n${elsewhere}`;

  console.log(`Installing Debian packages: ${missing.join(' ')}`);
  // Preseeded: Postfix would ask what kind of mail server this machine should be.
  run([...asRoot, 'debconf-set-selections'], postfixChoice);
  run([...asRoot, 'apt-get', 'update', '-q']);
  run([
    ...asRoot,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    'install',
    '-q',
    '-y',
    '--no-install-recommends',
    ...missing,
  ]);
  return missingPackages()?.length
    ? `Debian packages could not be installed. Try by hand:\n\n  ${command(missing)}\n`
    : undefined;
}

const postfixChoice = 'postfix postfix/main_mailer_type select No configuration';
const needsRoot =
  'The integration tests start Dovecot and Postfix, which takes root, or sudo without a password (sudo -v first).';
const elsewhere = 'The unit tests alone run anywhere: npm run test:unit';

/** @returns {string[] | undefined} `undefined` where there is no dpkg */
function missingPackages() {
  const found = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...debianPackages], {
    encoding: 'utf8',
  });
  if (found.error) return undefined;
  const installed = new Set(found.stdout.split('\n'));
  return debianPackages.filter((name) => !installed.has(`${name} installed`));
}

/** @returns {string[] | undefined} */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

/** @param {string[]} missing */
function command(missing) {
  return `echo "${postfixChoice}" | sudo debconf-set-selections; sudo apt-get update && sudo DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${missing.join(' ')}`;
}

/** @param {string[]} words @param {string} [input] */
function run([name = '', ...args], input) {
  spawnSync(name, args, { input, stdio: [input === undefined ? 'ignore' : 'pipe', 'inherit', 'inherit'] });
}
