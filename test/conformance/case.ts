import { post, type Post } from "./requests.js";
import type { SetupName } from "./setups.js";
import type { Handler } from "./stage.js";
import type { TargetName } from "./targets/target.js";
import type { WireAnswer, WireRequest } from "./wire-message.js";

/** One request, what its handler does, and the whole answer. */
export interface Case {
  /** A sentence, unique over the suite. */
  readonly name: string;
  /** Which receiver gets it. Default: `standard`. */
  readonly setup?: SetupName;
  readonly request: WireRequest;
  /** Default: recognizes every scan, and answers nothing to other events. */
  readonly handler?: Handler;
  readonly answer: WireAnswer;
  /** What was stored, answered and handled on account of the request, in this order. Default: nobody looks. */
  readonly notes?: readonly string[];
  /** Targets that cannot run this case, each with the reason. */
  readonly not?: Readonly<Partial<Record<TargetName, string>>>;
}

type Posts = Readonly<Record<string, Post>>;
type Handled = Readonly<
  Record<string, readonly [handler: Handler | undefined, answer: WireAnswer, change?: Post]>
>;

/** Cases that are all answered alike, by their names: what differs from a good delivery. */
export const alike = (answer: WireAnswer, posts: Posts): Case[] =>
  Object.entries(posts).map(([name, change]) => ({ name, request: post(change), answer }));

/** Cases by their names: a handler, what is answered, and what differs from a good delivery. */
export const handled = (handlers: Handled): Case[] =>
  Object.entries(handlers).map(([name, [handler, answer, change]]) => {
    return { name, request: post(change), ...(handler && { handler }), answer };
  });

/** The same, in another set-up than the standard one. */
export const alikeIn = (setup: SetupName, answer: WireAnswer, posts: Posts): Case[] =>
  alike(answer, posts).map((each) => ({ ...each, setup }));
export const handledIn = (setup: SetupName, handlers: Handled): Case[] =>
  handled(handlers).map((each) => ({ ...each, setup }));
