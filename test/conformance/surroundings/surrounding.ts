import type { RequestHandler } from "express";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import type { Case } from "../case.js";
import { mountExpress4, mountExpress5 } from "../targets/express.js";
import { mountFastify } from "../targets/fastify.js";
import { mountKoa } from "../targets/koa.js";
import { mountNest } from "../targets/nest.js";
import { mountNode } from "../targets/node.js";
import type { Mount, Mounted, Opened, Target, TargetName } from "../targets/target.js";
import type { WireAnswer, WireRequest } from "../wire-message.js";

export interface Surrounded extends Omit<Target, "name"> {
  readonly name: string;
  /** Targets whose exclusions from cases (`not`) also apply. */
  readonly like: readonly TargetName[];
  readonly cases?: readonly Case[];
}

/** Apps that are called with Node's request and response, or imitations of them. */
export const mounts = {
  node: mountNode,
  "express 5": mountExpress5,
  "express 4": mountExpress4,
  fastify: mountFastify,
  koa: mountKoa,
  nest: mountNest,
} satisfies Partial<Record<TargetName, Mount>>;

export type MountName = keyof typeof mounts;

export const expressMounts: Readonly<Record<string, Mount<RequestHandler>>> = {
  "express 5": mountExpress5,
  "express 4": mountExpress4,
  nest: mountNest,
};

export const openWithout =
  (mount: Mount, toSend: (mounted: Mounted) => (request: WireRequest) => Promise<WireAnswer>) =>
  async (options: MplusOptions): Promise<Opened> => {
    const mounted = await mount(options);
    return { send: toSend(mounted), retire: mounted.retire, end: () => Promise.resolve() };
  };
