import { createRanking } from "../base/ranking.js";

/** Memory of a request besides its body, in bytes: its connection, headers, parsed body and promises. */
export const requestOverhead = 16 * 1024;

/** In bytes. The budget counts in whole pages. */
const pageSize = 4 * 1024;

const overheadPages = requestOverhead / pageSize;

/** Part of the budget that one subscription may use. */
const share = 1 / 4;

/** Smallest budget, in bytes, with which a body of `bodyLimit` bytes can arrive. */
export const getLeastBudget = (bodyLimit: number): number =>
  (Math.ceil(bodyLimit / pageSize) + overheadPages) * (pageSize / share);

/** A body that is still arriving. */
export interface UnfinishedBody {
  readonly owner: Owner;
  /** 0 once the body is complete or has made room. */
  pages: number;
  readonly makeRoom: () => void;
}

interface Owner {
  readonly name: string;
  /** Oldest first. */
  readonly bodies: Set<UnfinishedBody>;
  pages: number;
}

/**
 * Limits the memory of all unfinished bodies, whose senders are not verified yet. A subscription over its share loses
 * its own oldest body. If the whole budget is used up, the subscription that uses most of it loses its oldest body, so
 * a sender that knows one shop's id cannot push out the bodies of another shop.
 * @param limit In bytes.
 */
export function createBodyBudget(limit: number) {
  const mostPages = Math.floor(limit / pageSize);
  const owners = new Map<string, Owner>();
  const ranking = createRanking<Owner>();
  let total = 0;

  function count(body: UnfinishedBody, pages: number): void {
    const { owner } = body;
    const change = pages - body.pages;
    ranking.move(owner, owner.pages, owner.pages + change);
    body.pages = pages;
    owner.pages += change;
    total += change;
  }

  /** Stops counting a body that is complete or was given up. */
  function close(body: UnfinishedBody): void {
    if (body.pages === 0) return;
    count(body, 0);
    body.owner.bodies.delete(body);
    if (body.owner.pages === 0) owners.delete(body.owner.name);
  }

  function dropOldest(owner: Owner | undefined): void {
    const [oldest] = owner?.bodies ?? [];
    if (oldest === undefined) return;
    close(oldest);
    oldest.makeRoom();
  }

  function enforce(owner: Owner): void {
    while (owner.pages > mostPages * share) dropOldest(owner);
    while (total > mostPages) dropOldest(ranking.getLargest());
  }

  /** @param makeRoom Called if the body must make room for others. */
  function open(name: string, makeRoom: () => void): UnfinishedBody {
    const owner = owners.get(name) ?? { name, bodies: new Set<UnfinishedBody>(), pages: 0 };
    owners.set(name, owner);
    const body = { owner, pages: 0, makeRoom };
    owner.bodies.add(body);
    count(body, overheadPages);
    enforce(owner);
    return body;
  }

  /** Counts the bytes that a body is about to hold. Returns false if the body has had to make room. */
  function resize(body: UnfinishedBody, bytes: number): boolean {
    if (body.pages === 0) return false;
    count(body, overheadPages + Math.ceil(bytes / pageSize));
    enforce(body.owner);
    return body.pages > 0;
  }

  return { open, resize, close };
}
