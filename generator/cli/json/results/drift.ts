import { verdicts } from "../../../drift/judge/finding.js";
import { choice, either, exactly, flag, list, nullable, object, optional, text, whole } from "../shape.js";
import { warnings } from "./problems.js";

const verdict = choice("What became of it. After the last four there is something to do.", verdicts);

const source = object("One source.", {
  file: text("Its file, as it was named in the call."),
  title: text("What it calls itself; empty if it does not."),
  kind: choice("What kind of source it is.", ["definitions", "release notes", "WSDL", "traffic"]),
  count: whole("How many rows, items and sentences, or recorded bodies, were read."),
  newest: nullable(text("The newest release that it names; null if it names none.")),
  date: nullable(text("The day that it gives itself; null if it gives none.")),
  lowest: list(
    "Of recorded traffic: the lowest release that explains each side of it.",
    object("One side.", {
      side: choice("What the till sent, or what it was answered.", ["request", "response"]),
      release: nullable(text("The release; null if every release does.")),
      until: nullable(text("The release that no longer has some of it; null if none is known.")),
      one: flag(
        "Whether one release has all of it; if none has, the release is the highest that some part needs.",
      ),
      evidence: list(
        "What needs a release, the latest first.",
        object("One part.", { name: text("The claim."), release: text("The first release that has it.") }),
      ),
    }),
  ),
  counts: list(
    "How many findings have each verdict; those that none has are left out.",
    object("A verdict.", { verdict, count: whole("How many.") }),
  ),
});

const subject = object("What it is about.", {
  side: choice(
    "Where that is: in what comes, in what is answered, in one of them; or it is an event or a release.",
    ["request", "response", "body", "event", "release"],
  ),
  path: text("Its path, the name of the event, or the release."),
  events: optional(list("The events of which it is said; left out: all that have it.", text("Its name."))),
});

const placed = {
  source: text("What the source calls itself."),
  place: optional(text("The headings above it.")),
  hash: optional(text("The hash of the sentence.")),
};

/** What can be added to `drift/reviewed.json`, for each of its lists. */
const review = either(
  object("For the list of claims.", {
    list: exactly("claims"),
    entry: object("The entry.", {
      ...placed,
      claim: text("The name of the claim."),
      erratum: optional(text("The erratum that it is.")),
      why: text("Why it may differ: empty, for you to say."),
    }),
  }),
  object("For the list of sentences.", {
    list: exactly("sentences"),
    entry: object("The entry.", {
      ...placed,
      hash: text("The hash of the sentence."),
      of: optional(text("What it explains.")),
      words: optional(text("What it says: empty, for you to say.")),
    }),
  }),
);

const finding = object("One claim, or one sentence without one.", {
  source: text("The file that it is in."),
  verdict,
  message: text("What differs; empty if nothing does."),
  name: optional(text("The name of the claim.")),
  subject: optional(subject),
  place: optional(
    object("Where it stands.", {
      file: text("The file."),
      title: text("What the source calls itself."),
      section: text("The headings above it; empty at the top."),
      line: whole("The line, from 1."),
      record: optional(whole("Of recorded traffic: which record, from 1.")),
    }),
  ),
  sentence: optional(text("What stands there. It is the vendor's: print it, and do not keep it.")),
  hash: optional(text("The hash by which a review knows the sentence.")),
  spec: optional(
    object("Where in the spec this is, or would be.", {
      file: text("The file."),
      line: whole("The line, from 1."),
    }),
  ),
  reviewed: optional(text("What a person wrote of it; empty if the description of its subject says it.")),
  review: optional(review),
});

const decision = object("One thing.", {
  kind: choice(
    "Whether a text is to be written, a guess to be confirmed, or the spec to be edited by hand.",
    ["write", "confirm", "edit"],
  ),
  subject: optional(subject),
  place: optional(
    object("Where in the spec, as the proposal leaves it.", {
      file: text("The file."),
      pointer: text("JSON Pointer into it; empty for all of it."),
    }),
  ),
  message: text("What to do, in sentences."),
});

export const drift = object("What the sources say, against what the spec says.", {
  sources: list("The sources, in the order of the call.", source),
  findings: list("All findings.", finding),
  decisions: list("What a person has to do about what --patch proposes.", decision),
  warnings,
});
