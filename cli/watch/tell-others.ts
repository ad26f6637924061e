// What lies there and is not taken is said once, so that nobody waits for it.
import { fileStamp, isDesktopLitter, isTemporary, type Unit } from './listing.ts';
import { isReasonName } from './places.ts';
import type { Watch } from './watch.ts';

export function tellOthers({ cli, told }: Watch, unit: Unit): void {
  for (const file of unit.others) {
    const name = file.source.split('/').at(-1) ?? '';
    if (name.startsWith('.') || isTemporary(name) || isDesktopLitter(name) || isReasonName(name)) continue;
    if (told.has(fileStamp(file))) continue;
    told.add(fileStamp(file));
    cli.screen.tell(cli.say('cli.skipped', { source: file.source, why: cli.say('cli.skipped.unknown') }));
  }
}
