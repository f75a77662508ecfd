// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** The option of targets without a framework that strips the base path. */
export interface BasePath {
  /** The path before the name of the event: `/mplus` for `POST /mplus/scanCode`. Default: none. */
  readonly basePath?: string | undefined;
}

/**
 * Reads the name of the event from a path or a whole URL, without its query; undefined outside the base path. A slash too many
 * counts for nothing: an endpoint URL that ends in one comes to `/mplus//scanCode`.
 */
export type ReadEventName = (target: string | undefined) => string | undefined;

/**
 * Creates the reader of event names: it returns what follows the base path, "" for the base path itself. The name is
 * not decoded, so that an event has one spelling.
 * @param basePath The path of the webhooks, such as `/mplus`; a segment `:shop` stands for any one segment.
 */
export function createEventNameReader(basePath = ""): ReadEventName {
  const base = basePath.split("/").filter((segment) => segment !== "");
  const start = `/${base.map((segment) => `${segment}/`).join("")}`;
  const isPlain = !base.some(isAny);
  return (target = "") => {
    // Nearly every request is like this.
    if (isPlain && target.startsWith(start) && !/[?#]|\/\/|\/$/.test(target))
      return target.slice(start.length);
    return readBelow(target, base);
  };
}

function readBelow(target: string, base: readonly string[]): string | undefined {
  const path = /^(?:https?:\/\/[^/?#]*)?\/([^?#]*)/i.exec(target)?.[1];
  if (path === undefined) return undefined;
  const segments = path.split("/").filter((segment) => segment !== "");
  const isBase = base.every((part, index) => isAny(part) || part === segments[index]);
  return isBase && segments.length >= base.length ? segments.slice(base.length).join("/") : undefined;
}

function isAny(segment: string): boolean {
  return segment.startsWith(":") || segment === "*";
}
