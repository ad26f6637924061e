// A process of its own that opens a SQLite registry and takes numbers: `sequence-child.ts <file> <sequence> <count>`.
import { sqliteRegistry } from '../registry/sqlite.ts';

const [file = '', sequence = '', count = '0'] = process.argv.slice(2);
const registry = sqliteRegistry(file);
await registry.migrate();
const numbers: number[] = [];
for (let taken = 0; taken < Number(count); taken += 1) numbers.push(await registry.nextInSequence(sequence));
await registry.close();
process.stdout.write(JSON.stringify(numbers));
