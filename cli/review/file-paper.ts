// Files what a clerk said of a paper; one that waited unsealed for the capture check is sealed as it is accepted.
import type { PaperRow } from '../../core/ports.ts';
import { isUnsealed, settle } from '../../pipeline/review/settle.ts';
import { type ReviewPorts, storedPaper } from '../../pipeline/review/stored-paper.ts';
import type { Cli } from '../command.ts';
import type { Desk } from './session.ts';

export function settleWith(cli: Cli, ports: ReviewPorts, actor: string): Desk['settle'] {
  return async (order): Promise<PaperRow> => {
    const stored = await storedPaper(ports, order.paper);
    const dropped = order.kind !== undefined && ports.lists.kind(order.kind)?.digitise === 'facts-only';
    if (!order.accept || dropped || !isUnsealed(stored)) return settle(ports, { ...order, actor });
    const { wiring, config, signal, screen, say } = cli;
    const { signer } = await wiring.signer();
    if (signer.development) screen.tell(screen.paintError('yellow', say('cli.development-keys')));
    const { sealStored } = await import('../../pipeline/review/seal-stored.ts');
    const { production } = config;
    const sealed = await sealStored(await wiring.digitizePorts(signer), {
      stored,
      officer: actor,
      production,
      signal,
    });
    return settle(ports, { ...order, actor, sealed });
  };
}
