// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { refusals, type Outcome, type Reply } from "../http/refusal.js";
import type { Settings } from "../settings/settings.js";
import { andThen, type Awaitable } from "../values/awaitable.js";
import { checkAnswer } from "./check-answer.js";
import { runHandler, type Call } from "./run-handler.js";

/** Runs the handler of an event, and checks its answer; `{}` without a handler. */
export function handle(settings: Settings, call: Call): Awaitable<Outcome<Reply>> {
  return andThen(runHandler(settings, call), (answer) =>
    answer === undefined ? { refusal: refusals.handlerFailed } : checkAnswer(settings, call.delivery, answer),
  );
}
