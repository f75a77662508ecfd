import type { Block } from "../blocks/block.js";
import { code, link, text, type Text } from "../blocks/text.js";
import { codeBlock, heading, toBlocks } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { joinParts } from "../samples/receiver-parts.js";
import { startLanguages, type Program, type StartLanguage } from "./start-languages.js";
import { exportSecret } from "../samples/test-vectors.js";

/** A page for each language: a receiver, and a program that sends it a signed request. */
export const startWithPages = (template: (path: string) => string): Page[] =>
  startLanguages.map((language) => {
    const sample: Sample = ({ file, parts }) =>
      codeBlock(
        language.codeLanguage,
        parts ? joinParts(parts, template) : template(`pages/samples/${file}`).trimEnd(),
      );
    return startWithPage(language, sample);
  });

/** A block with the code of a file. */
type Sample = (program: Pick<Program, "file" | "parts">) => Block;

const startWithPage = (language: StartLanguage, sample: Sample): Page => ({
  path: pagePaths.startWith(language.id),
  group: "guide",
  title: text`Start with ${language.name}`,
  blocks: toBlocks(
    language.intro,
    ...receiverBlocks(language, sample),
    ...requestBlocks(language, sample),
    ...signatureBlocks(language, sample),
    ...(language.more ?? []),
  ),
});

const receiverBlocks = ({ receiver }: StartLanguage, sample: Sample): Block[] =>
  receiver
    ? toBlocks(
        heading(2, "The receiver"),
        ...programBlocks(receiver, text`Save it as ${code(receiver.file)}:`, sample),
      )
    : [];

const requestBlocks = ({ request }: StartLanguage, sample: Sample): Block[] =>
  toBlocks(
    heading(2, "The first request"),
    ...programBlocks(
      request,
      text`Save the request from ${link("Start here", pagePaths.start, "send-it-a-request")} as ${code("startSession.json")}, and this next to it as ${code(request.file)}:`,
      sample,
    ),
  );

const programBlocks = (program: Program, save: Text, sample: Sample): Block[] =>
  toBlocks(
    save,
    sample(program),
    program.runIntro,
    codeBlock("sh", [exportSecret, ...program.commands].join("\n")),
    ...program.notes,
  );

const signatureBlocks = ({ signature }: StartLanguage, sample: Sample): Block[] =>
  signature
    ? toBlocks(
        heading(2, "One signature"),
        "To see what the signature of any text should be:",
        sample(signature),
        codeBlock("text", signature.prints),
      )
    : [];
