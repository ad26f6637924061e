// Ports that die at a chosen call, as a killed process does: that call fails before or after its effect, and every call
// after it fails too.
import type { DepositPorts } from '../deposit-request.ts';

export interface Death {
  /** Counts from 1. */
  readonly call: number;
  readonly when: 'before' | 'after';
  /** True: only this call fails, the process lives on. */
  readonly once?: boolean;
}

export interface DyingPorts extends DepositPorts {
  /** Calls of registry and object store so far, by name. */
  readonly calls: string[];
}

export function dyingPorts(ports: DepositPorts, death: Death): DyingPorts {
  const calls: string[] = [];
  const dying = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        // No call to the world: what it gives dies as its store does.
        if (name === 'forPaper') return (...args: unknown[]) => dying(method.apply(target, args) as object);
        return async (...args: unknown[]) => {
          calls.push(String(name));
          const number = calls.length;
          const failed = new Error(`died at call ${death.call}, ${death.when} ${String(name)}`);
          if (!death.once && number > death.call) throw failed;
          if (number === death.call && death.when === 'before') throw failed;
          const result: unknown = await method.apply(target, args);
          if (number === death.call) throw failed;
          return result;
        };
      },
    });
  return { ...ports, registry: dying(ports.registry), objects: dying(ports.objects), calls };
}
