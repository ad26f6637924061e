// A process that files papers until it is killed: `deposit-child.ts <registry file> <objects folder>`; one line a paper.
import { deposit } from '../deposit.ts';
import { fileObjectStore } from '../objects/files.ts';
import { sqliteRegistry } from '../registry/sqlite.ts';
import { depositRequest } from './deposit-request.ts';

const [file = '', folder = ''] = process.argv.slice(2);
const registry = sqliteRegistry(file);
await registry.migrate();
const objects = await fileObjectStore(folder);
for (;;) {
  const number = `0${String(process.pid).padStart(7, '0')}${Math.random().toString().slice(2, 6)}`;
  const request = depositRequest();
  const owners = request.owners.map((owner) => ({ ...owner, ref: { ...owner.ref, number } }));
  const dossier = { ...request.dossier!, owners: owners.map(({ ref }) => ref) };
  const ports = { registry, objects, secret: 'secret', clock: { now: () => new Date() } };
  const paper = await deposit(ports, { ...request, owners, dossier });
  process.stdout.write(`${paper.id}\n`);
}
