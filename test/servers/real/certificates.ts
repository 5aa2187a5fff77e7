import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const openssl = (dir: string, args: string): Promise<unknown> =>
  promisify(execFile)('openssl', args.split(' '), { cwd: dir });

/** PEM files. */
export interface CertificateFiles {
  cert: string;
  key: string;
}

interface Recipe {
  names: string;
  from: string;
  to: string;
  ca?: string;
  key?: string;
  commonName?: string;
}

const now = { from: '20250101000000Z', to: '20350101000000Z' };
const signed = {
  valid: { names: 'DNS:localhost,DNS:mail.test,IP:127.0.0.1', ...now },
  expired: { names: 'DNS:localhost,IP:127.0.0.2', from: '20200101000000Z', to: '20210101000000Z' },
  notYetValid: { names: 'DNS:localhost,IP:127.0.0.1', from: '20340101000000Z', to: '20350101000000Z' },
  wrongHost: { names: 'DNS:other.example', ...now },
  // A common name alone, as certificates once were.
  nameless: { names: '', ...now, commonName: 'localhost' },
  unknownCa: { names: 'DNS:localhost,IP:127.0.0.5', ...now, ca: 'other-ca' },
  // Below OpenSSL's security level 1: a server must ask for `@SECLEVEL=0` to show it at all.
  weak: { names: 'DNS:localhost,IP:127.0.0.1', ...now, key: 'rsa:1024' },
} satisfies Record<string, Recipe>;

export type CertificateName = keyof typeof signed | 'selfSigned';
export interface Certificates {
  /** PEM of the authority to trust; `unknownCa` is signed by another. */
  ca: string;
  files: Record<CertificateName, CertificateFiles>;
}

/** Makes every certificate the tests need in `dir`. Host names: localhost and mail.test; addresses as in `hosts`. */
export async function makeCertificates(dir: string): Promise<Certificates> {
  await mkdir(dir);
  await Promise.all([makeCa(dir, 'ca'), makeCa(dir, 'other-ca')]);
  const [files, selfSigned] = await Promise.all([
    Promise.all(Object.entries(signed).map(async ([name, recipe]) => [name, await sign(dir, name, recipe)])),
    makeSelfSigned(dir),
  ]);
  return { ca: join(dir, 'ca.crt'), files: { ...Object.fromEntries(files), selfSigned } };
}

async function makeCa(dir: string, name: string): Promise<void> {
  await openssl(
    dir,
    `req -x509 -newkey rsa:2048 -nodes -days 3650 -keyout ${name}.key -out ${name}.crt -subj /CN=Mailprobe-${name}` +
      ' -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign',
  );
}

async function makeSelfSigned(dir: string): Promise<CertificateFiles> {
  await openssl(
    dir,
    'req -x509 -newkey rsa:2048 -nodes -days 3650 -keyout selfSigned.key -out selfSigned.crt -subj /CN=localhost' +
      ' -addext subjectAltName=DNS:localhost,IP:127.0.0.4',
  );
  return filesOf(dir, 'selfSigned');
}

/** Through `openssl ca`, since `openssl x509` cannot set an end in the past. */
async function sign(dir: string, name: string, recipe: Recipe): Promise<CertificateFiles> {
  const own = join(dir, name);
  await mkdir(own);
  await Promise.all([
    writeFile(join(own, 'index'), ''),
    writeFile(join(own, 'serial'), Date.now().toString(16).padStart(12, '0')),
    writeFile(join(own, 'config'), configOf(own, recipe.names)),
    openssl(
      dir,
      `req -newkey ${recipe.key ?? 'rsa:2048'} -nodes -keyout ${name}.key -out ${name}.csr -subj /CN=${recipe.commonName ?? name}`,
    ),
  ]);
  const ca = recipe.ca ?? 'ca';
  await openssl(
    dir,
    `ca -batch -config ${name}/config -cert ${ca}.crt -keyfile ${ca}.key -in ${name}.csr -out ${name}.crt` +
      ` -startdate ${recipe.from} -enddate ${recipe.to} -notext`,
  );
  return filesOf(dir, name);
}

function configOf(dir: string, names: string): string {
  return `
[ca]
default_ca=authority
[authority]
new_certs_dir=${dir}
database=${dir}/index
serial=${dir}/serial
default_md=sha256
policy=policy
x509_extensions=extensions
copy_extensions=none
unique_subject=no
[policy]
commonName=supplied
[extensions]
basicConstraints=CA:FALSE
keyUsage=digitalSignature,keyEncipherment
extendedKeyUsage=serverAuth
${names && `subjectAltName=${names}`}
`;
}

function filesOf(dir: string, name: string): CertificateFiles {
  return { cert: join(dir, `${name}.crt`), key: join(dir, `${name}.key`) };
}
