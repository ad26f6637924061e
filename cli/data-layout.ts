// Where everything lies under the data folder.
import { join, resolve } from 'node:path';

export interface DataLayout {
  readonly folder: string;
  readonly registry: string;
  readonly objects: string;
  readonly keys: string;
  readonly cache: string;
}

export function layoutOf(data: string): DataLayout {
  const folder = resolve(data);
  const inside = (name: string): string => join(folder, name);
  return {
    folder,
    registry: inside('registry.sqlite'),
    objects: inside('objects'),
    keys: inside('keys'),
    cache: inside('cache'),
  };
}
