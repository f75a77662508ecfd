import { arch, cpus, loadavg, platform, totalmem } from "node:os";

/** Where and when something was measured. */
export const describeMachine = () => ({
  date: new Date().toISOString(),
  node: process.version,
  platform: `${platform()} ${arch()}`,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  load: loadavg().map((load) => Number(load.toFixed(2))),
});
