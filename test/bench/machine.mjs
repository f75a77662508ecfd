import { arch, cpus, loadavg, release, totalmem, type } from "node:os";

export const describeMachine = () => ({
  date: new Date().toISOString().slice(0, 10),
  os: `${type()} ${release()}, ${arch()}`,
  cpu: cpus()[0]?.model.trim(),
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  load: Number(loadavg()[0].toFixed(2)),
});
