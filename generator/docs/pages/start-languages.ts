import type { Block } from "../blocks/block.js";
import { link, text, type Text } from "../blocks/text.js";
import { codeBlock, heading, toBlocks } from "../blocks/write.js";
import { pagePaths } from "../page.js";
import { receiverParts, type Parts } from "../samples/receiver-parts.js";
import { testSecret, testSignature } from "../samples/test-vectors.js";

/** A language that the docs have code in. */
export interface StartLanguage {
  /** In the path of the page. */
  readonly id: string;
  readonly name: string;
  readonly needs: Text;
  /** What Markdown calls the language. */
  readonly codeLanguage: string;
  readonly intro: Text;
  /** A shell script cannot receive. */
  readonly receiver?: Program;
  readonly request: Program;
  /** A script that signs one text, and what it prints. */
  readonly signature?: { readonly file: string; readonly prints: string };
  /** What the page ends with. */
  readonly more?: readonly Block[];
}

/** A file of code, and how to run it. */
export interface Program {
  /** The name that a reader saves it under, and its own in `templates/pages/samples/` unless it is kept in parts. */
  readonly file: string;
  readonly parts?: Parts;
  readonly runIntro: string;
  /** After the one that sets the secret. */
  readonly commands: readonly string[];
  readonly notes: readonly Block[];
}

const startHere = link("Start here", pagePaths.start);

const inSecondTerminal = "Run it in a second terminal, with the same secret:";

const printsAnswer = toBlocks("It prints the status and the answer:", codeBlock("text", "200 {}"));

/** The languages, in the order of the pages. */
export const startLanguages: readonly StartLanguage[] = [
  {
    id: "typescript",
    name: "TypeScript",
    needs: text`Node.js 22.18 or later; with \`tsx\`, Node.js 20`,
    codeLanguage: "ts",
    intro: text`A receiver in TypeScript and a program that sends it a signed request, for Node.js and without a package. ${startHere} says what they do, and why.`,
    receiver: {
      file: "receiver.mts",
      runIntro: "Run it:",
      commands: ["node receiver.mts"],
      notes: toBlocks(
        "Node.js runs TypeScript by itself from 22.18 on. With an older one, write `npx tsx receiver.mts`. Another port than 3000 goes into the environment variable `PORT`.",
      ),
    },
    request: {
      file: "request.mts",
      runIntro: inSecondTerminal,
      commands: ["node request.mts startSession"],
      notes: printsAnswer,
    },
    more: toBlocks(
      heading(2, "Have it generated"),
      "In TypeScript you need not write this yourself. The tool that made these pages also makes the code, for the releases that your shops run. That is types of every event and answer, checks of what comes in and goes out, and a receiver with all of the protocol. `mplus-codegen --target express` writes it for Express; other targets are `fastify`, `hono`, `koa`, `nest`, `node`, `fetch` and `lambda`. `mplus-codegen init express` starts a project around it, with tests that send signed requests.",
    ),
  },
  {
    id: "python",
    name: "Python",
    needs: text`Python 3.9 or later`,
    codeLanguage: "python",
    intro: text`A receiver in Python and a program that sends it a signed request, with the standard library alone. ${startHere} says what they do, and why.`,
    receiver: {
      file: "receiver.py",
      parts: receiverParts.python,
      runIntro: "Run it:",
      commands: ["python3 receiver.py"],
      notes: toBlocks(
        "Another port than 3000 goes into the environment variable `PORT`. `http.server` is made for trying things out, and cannot read chunked bodies. In the framework of your choice, `refuse_stranger` and `answer` stay as they are: give them the bytes of the body as they came, such as `request.get_data()` in Flask or `request.body` in Django, give `answer` the event from the end of the path too, and sign only where `refuse_stranger` returns `None`.",
      ),
    },
    request: {
      file: "request.py",
      runIntro: inSecondTerminal,
      commands: ["python3 request.py startSession"],
      notes: printsAnswer,
    },
  },
  {
    id: "php",
    name: "PHP",
    needs: text`PHP 8 for the command line`,
    codeLanguage: "php",
    intro: text`A receiver in PHP and a program that sends it a signed request, without a package or an extension that you would have to install. ${startHere} says what they do, and why.`,
    receiver: {
      file: "receiver.php",
      parts: receiverParts.php,
      runIntro: "Run it with the server that comes with PHP, which is made for trying things out:",
      commands: ['php -d display_errors=0 -S "localhost:${PORT:-3000}" receiver.php'],
      notes: toBlocks(
        "That server takes one request at a time, and reads all of it before your code can refuse it. Keep `display_errors` off wherever the file runs: otherwise PHP writes its warnings into the answer, for anybody to read.",
        "The file works as it is behind Apache or nginx too, once all paths below your endpoint URL lead to it. `php://input` holds the body as it came. Never sign what `json_encode` makes of it.",
      ),
    },
    request: {
      file: "request.php",
      runIntro: inSecondTerminal,
      commands: ["php request.php startSession"],
      notes: printsAnswer,
    },
  },
  {
    id: "csharp",
    name: "C#",
    needs: text`the .NET SDK 8 or later, or Mono 6`,
    codeLanguage: "csharp",
    intro: text`A receiver in C# and a program that sends it a signed request, without a package. ${startHere} says what they do, and why. The same code works with .NET and with Mono.`,
    receiver: {
      file: "Receiver.cs",
      runIntro: "With the .NET SDK, make it a project and run that:",
      commands: [
        "dotnet new console --output receiver",
        "mv Receiver.cs receiver/Program.cs",
        "dotnet run --project receiver",
      ],
      notes: toBlocks(
        `In PowerShell, the first line is \`$env:MPLUS_SECRET = '${testSecret}'\`. With Mono, compile the file and run it: \`mcs -r:System.Runtime.Serialization,System.Xml,System.Xml.Linq Receiver.cs\`, then \`mono Receiver.exe\`. Another port than 3000 goes into the environment variable \`PORT\`.`,
        "In ASP.NET Core, keep `RefuseStranger`, `Answer` and what they call, sign only where the first of them returns null, take the event from the route, and read the body as bytes from `Request.Body`, before a model binder does. Without Mono, System.Text.Json reads it in fewer words.",
      ),
    },
    request: {
      file: "Request.cs",
      runIntro: inSecondTerminal,
      commands: [
        "dotnet new console --output request",
        "mv Request.cs request/Program.cs",
        "dotnet run --project request -- startSession",
      ],
      notes: toBlocks(
        "With Mono: `mcs -r:System.Net.Http.dll Request.cs`, then `mono Request.exe startSession`. It prints the status and the answer:",
        codeBlock("text", "200 {}"),
      ),
    },
  },
  {
    id: "curl",
    name: "curl",
    needs: text`curl and openssl`,
    codeLanguage: "sh",
    intro: text`A shell script that signs a request with openssl and sends it with curl, to try any receiver without a till. ${startHere} says what a signature is. On Windows, run it in Git Bash or WSL.`,
    request: {
      file: "request.sh",
      runIntro:
        "While a receiver runs, in any language, run the script in a second terminal with the same secret:",
      commands: ["sh request.sh startSession"],
      notes: toBlocks(
        "It prints the status, the headers and the answer, complains if the signature of an answer is missing or wrong, and tells you if a refusal has none. Another port than 3000 goes into the environment variable `PORT`.",
        "openssl takes the key as an argument, which others on the same machine can see while it runs: use the secret of a shop only on a machine of your own.",
      ),
    },
    signature: { file: "signature.sh", prints: testSignature },
  },
];
