// What a worker process runs: the module named on its command line, task by task, until the pool lets go of it.
interface Work {
  /** Called once with the pool's settings. */
  open?(settings: unknown): void;
  default(task: unknown): Promise<unknown>;
}

const work = (await import(process.argv[2] ?? '')) as Work;

process.on('message', (message: { settings: unknown } | { task: unknown }) => {
  if ('settings' in message) {
    work.open?.(message.settings);
    return;
  }
  // An error the module did not turn into an answer ends the process: the pool says so of the page and starts another.
  work.default(message.task).then((answer) => process.send?.(answer));
});
// As worker-process.ts has it; not imported, since nothing of the parent's side is to be loaded here.
process.send?.('ready');
// As cpu-clock.ts has it: where there is no /proc nobody else can say.
if (process.platform !== 'linux')
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuSeconds: (user + system) / 1e6 });
  }, 500).unref();
// A terminal's Ctrl-C reaches every process; the pool decides which work is broken off.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
