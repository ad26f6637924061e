// The programs and lists a run needs: Node, the reader of text, the lists of kinds and procedures.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Check, type Finding, ok, type Patient, problem, problemOf } from './finding.ts';

export const tools: Check = {
  area: 'tools',
  look: async (patient) => [
    ok('doctor.tools.node', { version: process.versions.node }),
    await reader(patient),
    lists(patient),
  ],
};

async function reader({ cli }: Patient): Promise<Finding> {
  const { ocr } = cli.config;
  const { findNativeTesseract } = await import('../../pipeline/recognise/tesseract-native.ts');
  const native = ocr === 'wasm' ? null : findNativeTesseract();
  if (!native) return ocr === 'native' ? problem('cli.no-native-reader') : ok('doctor.tools.bundled');
  const { program } = native;
  try {
    const { stdout, stderr } = await promisify(execFile)(program, ['--version'], {
      env: {},
      timeout: 10_000,
    });
    const version = /tesseract v?(\S+)/.exec(`${stdout}${stderr}`)?.[1] ?? '?';
    return ok('doctor.tools.native', { program, version });
  } catch {
    return problem('doctor.tools.native-broken', { program });
  }
}

function lists({ cli }: Patient): Finding {
  try {
    const { kinds, procedures, agencies } = cli.wiring.lists();
    return ok('doctor.tools.lists', {
      kinds: kinds.length,
      procedures: procedures.length,
      agencies: agencies.length,
    });
  } catch (error) {
    return problemOf(error);
  }
}
