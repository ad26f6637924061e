// Who else may read: data folder, keys and their passwords, the key-encryption key.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../surroundings.ts';
import { type Check, type Finding, ok, problem, warning } from './finding.ts';

export const permissions: Check = {
  area: 'permissions',
  async look({ cli, environment, made }) {
    // Windows has no such bits; there the folder's own rights count.
    if (process.platform === 'win32') return [ok('doctor.permissions.unseen')];
    const { layout } = cli.wiring;
    const places = [
      ...(made ? [layout.folder, layout.registry, layout.objects, layout.cache, layout.keys] : []),
      ...(made ? filesIn(layout.keys) : []),
      ...secretFiles(environment),
    ];
    const found = places.flatMap(openness);
    if (found.length > 0) return found;
    return [ok(made ? 'doctor.permissions.closed' : 'doctor.permissions.later')];
  },
};

const secretFiles = ({ SOHOA_P12, SOHOA_P12_PASSWORD_FILE, SOHOA_KEK_FILE }: Environment): string[] =>
  [SOHOA_P12, SOHOA_P12_PASSWORD_FILE, SOHOA_KEK_FILE].filter(
    (file) => file !== undefined && file !== '',
  ) as string[];

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Nobody else may do anything; what is below a closed folder is not reached, but may be copied with its bits. */
function openness(path: string): Finding[] {
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info) return [];
  const others = (info.mode & 0o077) !== 0;
  const foreign = process.getuid !== undefined && process.getuid() !== 0 && info.uid !== process.getuid();
  return [
    ...(others
      ? [problem('doctor.permissions.open', { path, mode: info.isDirectory() ? '700' : '600' })]
      : []),
    ...(foreign ? [warning('doctor.permissions.foreign', { path })] : []),
  ];
}
