import type { MarkdownText } from "../../text/escape.js";
import { linksFrom, pagePaths } from "../prose/links.js";
import { fencedBlock, mdText, nothing } from "../markdown.js";
import { toPage, type Page } from "../page.js";
import type { Survey, SurveySources } from "../survey/survey.js";

/** A language that the docs have code in; the code lies in `templates/pages/samples/`. */
export interface StartLanguage {
  /** In the path of the page and of its template. */
  readonly id: string;
  readonly name: MarkdownText;
  readonly needs: MarkdownText;
  /** What Markdown calls the language. */
  readonly fence: string;
  /** Files with code; a shell script receives nothing, and only there is signing a line worth showing. */
  readonly receiver?: string;
  readonly request: string;
  readonly signature?: string;
}

export const startLanguages: readonly StartLanguage[] = [
  {
    id: "typescript",
    name: mdText`TypeScript`,
    needs: mdText`Node.js 22.18 or later; with \`tsx\`, Node.js 20`,
    fence: "ts",
    receiver: "receiver.mts",
    request: "request.mts",
  },
  {
    id: "python",
    name: mdText`Python`,
    needs: mdText`Python 3.9 or later`,
    fence: "python",
    receiver: "receiver.py",
    request: "request.py",
  },
  {
    id: "php",
    name: mdText`PHP`,
    needs: mdText`PHP 8 for the command line`,
    fence: "php",
    receiver: "receiver.php",
    request: "request.php",
  },
  {
    id: "csharp",
    name: mdText`C\\#`,
    needs: mdText`the .NET SDK 8 or later, or Mono 6`,
    fence: "csharp",
    receiver: "Receiver.cs",
    request: "Request.cs",
  },
  {
    id: "curl",
    name: mdText`curl`,
    needs: mdText`curl and openssl`,
    fence: "sh",
    request: "request.sh",
    signature: "signature.sh",
  },
];

/** A page for each language: a receiver, and what sends it a signed request. */
export const startWithPages = (survey: Survey, { template }: SurveySources): Page[] =>
  startLanguages.map((language) => startWithPage(language, survey, template));

function startWithPage(
  { id, name, fence, receiver, request, signature }: StartLanguage,
  survey: Survey,
  template: SurveySources["template"],
): Page {
  const path = pagePaths.startWith(id);
  const links = linksFrom(path, survey.view);
  const sample = (file: string | undefined): MarkdownText =>
    file === undefined ? nothing : fencedBlock(fence, template(`pages/samples/${file}`).trimEnd());
  const data = {
    start: links.page(mdText`Start here`, pagePaths.start),
    file: links.page(mdText`Start here`, pagePaths.start, "send-it-a-request"),
    receiver: sample(receiver),
    request: sample(request),
    signature: sample(signature),
  };
  const title = mdText`Start with ${name}`;
  return toPage({ path, group: "guide", title }, survey.render(`start/${id}`, data));
}
