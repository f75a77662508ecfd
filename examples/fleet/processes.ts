// Starts each process, and restarts it when it exits, as a hosting platform does.
import { spawn, type ChildProcess } from "node:child_process";

export interface Supervised {
  /** Kills the process as a crash would. It restarts on its own. */
  kill(): void;
  /** Stops the process as a platform does, without a restart. */
  end(): Promise<void>;
}

export function supervise(file: string, env: Readonly<Record<string, string>>): Supervised {
  let isOver = false;
  let child: ChildProcess;
  const start = (): void => {
    child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", file], {
      cwd: import.meta.dirname,
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", process.env["FLEET_LOG"] === undefined ? "ignore" : "inherit"],
    });
    child.once("exit", () => setTimeout(() => isOver || start(), 100));
  };
  start();
  return {
    kill: () => void child.kill("SIGKILL"),
    async end() {
      isOver = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}
