// A process that changes the key-encryption key: `rotate-child.ts <registry file> <new key> <old key>` in hex; says each batch.
import { openKeyring } from '../keys/keyring.ts';
import { rotate } from '../keys/rotate.ts';
import { sqliteRegistry } from '../registry/sqlite.ts';

const [file = '', ...keks] = process.argv.slice(2);
const registry = sqliteRegistry(file);
const keyring = openKeyring(keks.map((kek) => Buffer.from(kek, 'hex')));
process.stdout.write('begun\n');
const { wrapped } = await rotate(registry, {
  keyring,
  to: keyring.ids[0] ?? '',
  onProgress: (done) => void process.stdout.write(`${done}\n`),
});
process.stdout.write(`ended ${wrapped}\n`);
await registry.close();
