import { post, type Post } from "./requests.js";
import type { SetupName } from "./setups.js";
import type { Handler } from "./stage.js";
import type { TargetName } from "./targets/target.js";
import type { WireAnswer, WireRequest } from "./wire-message.js";

export interface Case {
  /** Unique in the suite. */
  readonly name: string;
  /** Default: `standard`. */
  readonly setup?: SetupName;
  readonly request: WireRequest;
  /** Default: recognizes every scan, and answers `{}` to other events. */
  readonly handler?: Handler;
  readonly answer: WireAnswer;
  /** In this order. Default: unchecked. */
  readonly notes?: readonly string[];
  readonly not?: Readonly<Partial<Record<TargetName, string>>>;
}

type Posts = Readonly<Record<string, Post>>;
type Handled = Readonly<
  Record<string, readonly [handler: Handler | undefined, answer: WireAnswer, change?: Post]>
>;

/** Each case is given by its difference from a valid delivery. */
export const alike = (answer: WireAnswer, posts: Posts): Case[] =>
  Object.entries(posts).map(([name, change]) => ({ name, request: post(change), answer }));

export const handled = (handlers: Handled): Case[] =>
  Object.entries(handlers).map(([name, [handler, answer, change]]) => {
    return { name, request: post(change), ...(handler && { handler }), answer };
  });

export const alikeIn = (setup: SetupName, answer: WireAnswer, posts: Posts): Case[] =>
  alike(answer, posts).map((each) => ({ ...each, setup }));
export const handledIn = (setup: SetupName, handlers: Handled): Case[] =>
  handled(handlers).map((each) => ({ ...each, setup }));
