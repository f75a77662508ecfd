import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { answered, recognized, refusal } from "../answers.js";
import { alike, type Case } from "../case.js";
import type { Post } from "../requests.js";

const answers = { recognized, ...refusal, health: answered({ status: "ok" }, { key: null }) };

interface Listed extends Pick<Case, "setup" | "not"> {
  readonly answer: keyof typeof answers;
  readonly cases: Readonly<Record<string, Post>>;
}

const listed = parse(readFileSync(join(import.meta.dirname, "requests.yaml"), "utf8")) as readonly Listed[];

export const listedCases: readonly Case[] = listed.flatMap(({ answer, cases, ...shared }) =>
  alike(answers[answer], cases, shared),
);
