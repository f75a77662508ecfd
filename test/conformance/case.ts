import { withoutBody } from "./answers.js";
import type { WireAnswer, WireRequest } from "./wire-message.js";
import { post, type Post } from "./requests.js";
import type { SetupName } from "./setups.js";
import type { Handler } from "./stage.js";
import type { TargetName } from "./targets/target.js";

export interface Case {
  /** Unique in the suite. */
  readonly name: string;
  /** Default: `standard`. */
  readonly setup?: SetupName | undefined;
  readonly request: WireRequest;
  /** Default: recognizes every scan, and answers `{}` to other events. */
  readonly handler?: Handler;
  readonly answer: WireAnswer;
  /** In this order. Default: unchecked. */
  readonly notes?: readonly string[];
  /** Targets whose framework answers this request itself, with the reason. */
  readonly not?: Readonly<Partial<Record<TargetName, string>>>;
}

/** Cases with the same answer, each given by its difference from a valid delivery. HTTP sends no body with the answer to HEAD. */
export const alike = (
  answer: WireAnswer,
  posts: Readonly<Record<string, Post>>,
  shared: Pick<Case, "setup" | "not"> = {},
): readonly Case[] =>
  Object.entries(posts).map(([name, change]) => ({
    name,
    ...shared,
    request: post(change),
    answer: change.method === "HEAD" ? withoutBody(answer) : answer,
  }));

type Handled = readonly [handler: Handler, answer: WireAnswer, change?: Post];

export const handled = (cases: Readonly<Record<string, Handled>>): readonly Case[] =>
  Object.entries(cases).map(([name, [handler, answer, change]]) => {
    return { name, handler, answer, request: post(change) };
  });
