import { type HardCase, inFile } from "./hard-case.js";

const signature = inFile("conformance/cases/signatures.ts");
const content = inFile("conformance/cases/content.ts");
const path = inFile("conformance/cases/paths.ts");
const limit = inFile("conformance/cases/limits.ts");
const handled = inFile("conformance/cases/handlers.ts");
const operated = inFile("conformance/cases/operation.ts");
const startUp = inFile("conformance/cases/start-up.ts");
const verify = inFile("targets/receiver/signature.test.ts");
const order = inFile("targets/receiver/order.test.ts");
const options = inFile("targets/receiver/options.test.ts");
const dedupe = inFile("targets/receiver/dedupe.test.ts");
const handler = inFile("targets/receiver/handlers.test.ts");
const operation = inFile("targets/receiver/operation.test.ts");
const lambda = inFile("targets/lambda/handler.test.ts");
const express = inFile("targets/express/router.test.ts");
const handsOff = inFile("output/hands-off.test.ts");

/** Repeats, handlers, platforms, and the world around a server. */
export const operationCases: readonly HardCase[] = [
  {
    id: "R42",
    what: "one event a hundred times",
    tests: [dedupe("lets one of a hundred at once through"), dedupe("the same event")],
  },
  {
    id: "R43",
    what: "a counter that begins anew",
    tests: [
      dedupe("the same counter from a POS that was restarted"),
      dedupe("the counter again after it was reset"),
    ],
  },
  { id: "R44", what: "a poll that comes again", tests: [dedupe("a poll: the POS repeats it by design")] },
  {
    id: "R45",
    what: "a repeat while the first one is being handled",
    tests: [
      dedupe("waits for another process that has the event in hand"),
      dedupe("lets a repeat handle what the first one gave up, its client having gone"),
    ],
  },
  {
    id: "R46",
    what: "a store that fails, or is full",
    tests: [
      dedupe("handles events while its store fails, and says so"),
      dedupe("forgets after a while, and never keeps more than it may"),
    ],
  },
  {
    id: "R47",
    what: "an event from long ago, or from the future",
    reason:
      "There is no window of time to be in: the protocol signs no time of sending, and the clock of a till may be wrong, so that repeats are met by dedupe alone (SECURITY.md says so).",
  },
  {
    id: "R48",
    what: "a clock that jumps",
    tests: [handsOff("reads no clock that can jump")],
  },
  {
    id: "R49",
    what: "a handler that throws anything, or never ends",
    tests: [
      handled("a handler that ${name} has failed"),
      handler("that %s is answered with a signed 500 that tells nothing"),
      operated("a handler whose time is over"),
      operation("has what goes wrong later in the log"),
    ],
  },
  {
    id: "R50",
    what: "a handler whose answer is none",
    tests: [
      ...["answers a BigInt", "answers NaN", "answers in a circle"].map(handled),
      handled("answers what is for another event"),
      operated("a Date is no answer"),
      limit("a large answer is sent whole"),
      handler("whose answer is invalid finds each property and its problem in the log"),
    ],
  },
  {
    id: "R51",
    what: "middleware that changes answers",
    tests: [
      content("an answer is not compressed, since its signature is over its bytes"),
      inFile("targets/koa/middleware.test.ts")(
        "shows its answer to the middleware before it, and keeps their headers",
      ),
    ],
  },
  {
    id: "R52",
    what: "a body that was read before us",
    tests: [
      express("answers a body that express.json() has read with 500 and the way out"),
      express("behind a parser that keeps the raw body"),
      inFile("targets/koa/middleware.test.ts")("says what is wrong behind a parser that does not"),
      inFile("targets/hono/app.test.ts")("says what is wrong when the body was read before"),
      inFile("targets/fetch/handler.test.ts")("says what is wrong when the body %s elsewhere"),
    ],
  },
  {
    id: "R53",
    what: "the events of lambda, each with its own body and headers",
    tests: [
      ...["a REST API", "an HTTP API", "a function URL", "a load balancer that sends lists"].map(lambda),
      lambda("no body"),
      lambda("base64 that is none"),
    ],
  },
  {
    id: "R54",
    what: "a platform without node's crypto",
    tests: [
      inFile("output/web-crypto.test.ts")("answers $name as node's own does, without anything of node's"),
      verify("that %s is refused, and not shown"),
    ],
  },
  {
    id: "R55",
    what: "a secret that is replaced by another",
    tests: [
      signature("while keys rotate the new secret is taken, and signs"),
      signature("while keys rotate the old secret is taken, and the new one signs"),
      signature("while keys rotate a third secret is refused, and nothing is signed"),
      startUp("has a bad one in its list"),
    ],
  },
  {
    id: "R56",
    what: "the end of a process with events under way",
    tests: [
      inFile("targets/adapters/closing.test.ts")("has given its last answer: %s"),
      inFile("output/frameworks.test.ts")(
        "runs the example of %s: it answers an event, and stops when told to",
      ),
      inFile("fuzz/sigterm.test.ts")("%s answers them all, and ends"),
    ],
  },
  {
    id: "R57",
    what: "a port that is taken",
    tests: [
      inFile("cli/init.test.ts")(
        "makes a project for %s that compiles, passes its own tests, starts and stops",
      ),
    ],
  },
  {
    id: "R58",
    what: "secrets, signatures and bodies in logs",
    tests: [
      inFile("conformance/conformance.test.ts")(
        "${name}: no line of the log holds a secret, a signature or a part of a body",
      ),
      options("never holds a secret, a signature or a part of a body"),
    ],
  },
  {
    id: "R59",
    what: "what a caller without a secret can learn",
    tests: [
      path("an unknown event of an unknown sender is refused unsigned"),
      signature("a wrong signature comes before a body that is not JSON"),
      order("follows the order: behind each fault, none of the earlier ones"),
    ],
  },
  {
    id: "R60",
    what: "a URL to call back that leads inside",
    tests: [handsOff("calls nobody by itself: only its user can have it call a payment back")],
  },
  {
    id: "R61",
    what: "a regular expression in a body",
    tests: [handsOff("makes no regular expression as it runs")],
  },
  {
    id: "R62",
    what: "ten thousand malformed requests",
    tests: [
      inFile("fuzz/flood.test.ts")("%s answers without a fault, says nothing secret, and keeps none of it"),
    ],
  },
  {
    id: "R63",
    what: "good requests among malformed ones",
    tests: [
      inFile("fuzz/verdicts.test.ts")(
        "every target gives the same answer, with nothing in it or in the log that is secret",
      ),
      inFile("fuzz/soak.test.ts")(
        "has every good event handled once, each answered with its own answer, in steady memory",
      ),
    ],
  },
];
