// A process that files papers until it is killed: `deposit-child.ts <registry file> <objects folder> [<key in hex>]`; one line a paper.
import { deposit } from '../deposit.ts';
import { openKeyring } from '../keys/keyring.ts';
import { fileObjectStore } from '../objects/files.ts';
import { sqliteRegistry } from '../registry/sqlite.ts';
import { depositRequest } from './deposit-request.ts';
import { clock, sealedObjects } from './keys.ts';

const [file = '', folder = '', kek] = process.argv.slice(2);
const registry = sqliteRegistry(file);
await registry.migrate();
const keyring = kek ? openKeyring([Buffer.from(kek, 'hex')]) : null;
const objects = keyring ? await sealedObjects(folder, registry, keyring) : await fileObjectStore(folder);
for (;;) {
  const number = `0${String(process.pid).padStart(7, '0')}${Math.random().toString().slice(2, 6)}`;
  const request = depositRequest();
  const owners = request.owners.map((owner) => ({ ...owner, ref: { ...owner.ref, number } }));
  const dossier = { ...request.dossier!, owners: owners.map(({ ref }) => ref) };
  const ports = { registry, objects, secret: 'secret', clock, ...(keyring ? { keyring } : {}) };
  const paper = await deposit(ports, { ...request, owners, dossier });
  process.stdout.write(`${paper.id}\n`);
}
