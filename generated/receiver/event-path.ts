// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** For a target that no framework has taken the path off. */
export interface BasePath {
  /** The path before the name of the event: `/mplus` for `POST /mplus/scanCode`. Default: none. */
  readonly basePath?: string | undefined;
}

/** Reads a path, or a whole URL; a query does not count. Undefined: it is neither the base nor below it. */
export type ReadEvent = (target: string | undefined) => string | undefined;

/**
 * Makes the reader of event names: what follows the base in the path of a request, "" for the base itself. It is not
 * decoded, so that an event has one spelling.
 * @param basePath Where the webhooks live, such as `/mplus`; a segment `:shop` stands for any one segment.
 */
export function createReadEvent(basePath = ""): ReadEvent {
  const base = basePath.split("/").filter((segment) => segment !== "");
  const start = `/${base.map((segment) => `${segment}/`).join("")}`;
  const isPlain = !base.some(isAny);
  return (target = "") => {
    // What nearly every request looks like.
    if (isPlain && target.startsWith(start) && !/[?#]/.test(target)) return target.slice(start.length);
    return readBelow(target, base);
  };
}

function readBelow(target: string, base: readonly string[]): string | undefined {
  const path = /^(?:https?:\/\/[^/?#]*)?\/([^?#]*)/i.exec(target)?.[1];
  if (path === undefined) return undefined;
  const segments = path.split("/");
  const isBase = base.every((part, index) => isAny(part) || part === segments[index]);
  return isBase && segments.length >= base.length ? segments.slice(base.length).join("/") : undefined;
}

function isAny(segment: string): boolean {
  return segment.startsWith(":") || segment === "*";
}
