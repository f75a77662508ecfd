import { existsSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { watch, type FSWatcher } from "chokidar";

/** Files and folders that are watched. */
export interface WatchedFiles {
  /** Watches these, and no others; returns whether anything is watched anew, so that a change may have been missed. */
  readonly follow: (paths: readonly string[]) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** Whom a watch tells. */
export interface Listener {
  /** Something appeared, changed or went away at a path. */
  readonly onChange: (path: string) => void;
  /** The system does not let us watch, or not all of it. */
  readonly onError: (error: unknown) => void;
}

/**
 * Watches files, and folders with all that is in them. The one door to chokidar. It is given the nearest folder that
 * is there above each, and ignores what does not lead to it: so what is watched may be missing, go away and come back.
 */
export function watchFiles(listener: Listener): WatchedFiles {
  let opened: { readonly key: string; readonly watcher: FSWatcher } | undefined;
  return {
    follow: async (paths) => {
      const wanted = paths.map((path) => resolve(path));
      const anchors = [...new Set(wanted.map(findAnchor))];
      const key = JSON.stringify([wanted, anchors]);
      if (opened?.key === key) return false;
      await opened?.watcher.close();
      opened = { key, watcher: await open(anchors, wanted, listener) };
      return true;
    },
    close: async () => opened?.watcher.close(),
  };
}

async function open(
  anchors: string[],
  wanted: readonly string[],
  { onChange, onError }: Listener,
): Promise<FSWatcher> {
  const leadsTo = (path: string): boolean =>
    wanted.some((target) => isWithin(path, target) || isWithin(target, path));
  const watcher = watch(anchors, { ignoreInitial: true, ignored: (path) => !leadsTo(path) });
  watcher.on("all", (_event, path) => onChange(path)).on("error", onError);
  await new Promise<void>((ready) => watcher.once("ready", () => ready()));
  return watcher;
}

/** The nearest folder above a path that is there. */
function findAnchor(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) || parent === path ? parent : findAnchor(parent);
}

/** Whether a path is that of a folder, or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // On Windows there is no way from one drive to another.
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
