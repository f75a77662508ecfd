// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/* eslint-disable */
// @ts-nocheck Nobody edits this file: the tests of mplus-codegen hold what it does.
import type { Limits } from "./limits.js";

/** What is due after a write: to hold its owner to the quota, to remove what expired. */
export interface Due {
  readonly trim: boolean;
  readonly sweep: boolean;
}

/** How many writes of this process one sweep follows: fewer than it can remove. */
const sweepEvery = 256;

/** The part of a quota that an owner may write between two trims. */
const share = 16;

/**
 * Says after each write of this process what is due. An owner is looked at when this process has written a sixteenth of a
 * quota for it, as adding up what it has costs more than a write; and at its first write, as a process may not live long.
 */
export function createRounds({ entries, bytes }: Limits): (owner: string, size: number) => Due {
  const since = new Map<string, { entries: number; bytes: number }>();
  let writes = 0;
  return (owner, size) => {
    const known = since.get(owner);
    const written = { entries: (known?.entries ?? 0) + 1, bytes: (known?.bytes ?? 0) + size };
    const trim = known === undefined || share * written.entries >= entries || share * written.bytes >= bytes;
    since.set(owner, trim ? { entries: 0, bytes: 0 } : written);
    const sweep = writes % sweepEvery === 0;
    writes += 1;
    return { trim, sweep };
  };
}
