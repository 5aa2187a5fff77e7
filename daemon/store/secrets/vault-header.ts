import { StoreProblem } from './store-problem.ts';
import { joined, type Sentence } from '../../sentence.ts';
import { texts } from '../texts.ts';

/** How the key is made: argon2id (RFC 9106) of a passphrase, or the bytes of the key file. */
export type VaultKdf =
  | { kind: 'argon2id'; memoryKiB: number; passes: number; lanes: number; salt: Buffer }
  | { kind: 'key-file' };

export interface VaultHeader {
  kdf: VaultKdf;
  /** One more with each write. */
  generation: bigint;
  nonce: Buffer;
}

/** magic 8, version 2, kdf 1, memory 4, passes 2, lanes 1, salt 16, generation 8, nonce 12, length 4; big-endian. */
export const headerBytes = 58;

const magic = Buffer.from('MPVAULT\0', 'latin1');
const bounds = { memoryKiB: [19 * 1024, 1024 * 1024], passes: [1, 16], lanes: [1, 16] } as const;
const noKdf = Buffer.alloc(23);

export function writeHeader({ kdf, generation, nonce }: VaultHeader, ciphertextBytes: number): Buffer {
  const bytes = Buffer.alloc(headerBytes);
  magic.copy(bytes);
  bytes.writeUInt16BE(1, 8);
  bytes.writeUInt8(kdf.kind === 'argon2id' ? 1 : 2, 10);
  if (kdf.kind === 'argon2id') {
    bytes.writeUInt32BE(kdf.memoryKiB, 11);
    bytes.writeUInt16BE(kdf.passes, 15);
    bytes.writeUInt8(kdf.lanes, 17);
    kdf.salt.copy(bytes, 18);
  }
  bytes.writeBigUInt64BE(generation, 34);
  nonce.copy(bytes, 42);
  bytes.writeUInt32BE(ciphertextBytes, 54);
  return bytes;
}

/** Throws a `StoreProblem` for what we never write: nothing is allocated or derived by what a changed file asks for. */
export function readHeader(file: Buffer): { header: VaultHeader; ciphertextBytes: number } {
  if (file.length < headerBytes || !file.subarray(0, 8).equals(magic)) throw damaged(texts.vaultForeign);
  if (file.readUInt16BE(8) !== 1) {
    throw new StoreProblem('unavailable', texts.vaultNewer);
  }
  return {
    header: {
      kdf: readKdf(file),
      generation: file.readBigUInt64BE(34),
      nonce: file.subarray(42, 54),
    },
    ciphertextBytes: file.readUInt32BE(54),
  };
}

export function damaged(why: Sentence): StoreProblem {
  return new StoreProblem('unavailable', joined([texts.vaultDamaged, why, texts.vaultBackup]));
}

function readKdf(file: Buffer): VaultKdf {
  const kind = file.readUInt8(10);
  if (kind === 2) {
    if (!file.subarray(11, 34).equals(noKdf)) throw damaged(texts.vaultForeignKdf);
    return { kind: 'key-file' };
  }
  const kdf = {
    memoryKiB: file.readUInt32BE(11),
    passes: file.readUInt16BE(15),
    lanes: file.readUInt8(17),
  };
  const within = (['memoryKiB', 'passes', 'lanes'] as const).every(
    (name) => kdf[name] >= bounds[name][0] && kdf[name] <= bounds[name][1],
  );
  if (kind !== 1 || !within) throw damaged(texts.vaultWildKdf);
  return { kind: 'argon2id', ...kdf, salt: file.subarray(18, 34) };
}
