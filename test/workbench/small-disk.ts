import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolder } from "./folders.js";
import { isNothingSkipped } from "./tools.js";

/** A disk of its own, which tests may fill. */
export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  free(): void;
  remove(): void;
}

export const noSmallDisk =
  isNothingSkipped || canMount()
    ? undefined
    : "skipped: it mounts a small disk, which only root may, outside of most containers";

/** The size is in megabytes. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "mplus-disk-"));
  asRoot("mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=1777`, "mplus-disk", folder);
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill() {
      const file = openSync(ballast, "a");
      for (const size of [2 ** 20, 2 ** 12]) writeUntilFull(file, Buffer.alloc(size));
      closeSync(file);
    },
    free: () => rmSync(ballast, { force: true }),
    remove() {
      asRoot("umount", "--lazy", folder);
      removeFolder(folder);
    },
  };
}

function writeUntilFull(file: number, block: Uint8Array): void {
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
}

function asRoot(...command: readonly string[]): void {
  const [first = "", ...rest] = process.getuid?.() === 0 ? command : ["sudo", "-n", ...command];
  execFileSync(first, rest, { stdio: ["ignore", "ignore", "pipe"] });
}

function canMount(): boolean {
  try {
    mountSmallDisk(1).remove();
    return true;
  } catch {
    return false;
  }
}
