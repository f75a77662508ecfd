import { expect, it } from "vitest";
import type { FormName, Sample, SampleSet } from "../../generator/pages/blocks/block.js";
import { secret, signatureOf } from "../conformance/signature.js";
import { toPhpText, toPythonText } from "../../generator/base/text/escape.js";
import { hostileStrings } from "../injection/hostile-strings.js";
import { runProgram, withServer, type Command } from "../workbench/run.js";
import { findFreePort } from "../workbench/servers/free-port.js";
import { needs, withReason } from "../workbench/tools.js";
import { http } from "../till/doctor/servers/serve.js";
import { contextFor } from "../pages/pages.js";
import { collectFiles, emit, templates } from "../workbench/emit.js";
import { compileIn, strict } from "../workbench/compile.js";
import { inFolder } from "../workbench/folders.js";
import { loadOwnModel, loadOwnRange, loadOwnSpec } from "./own-spec.js";

const sets = contextFor(loadOwnRange("48.."), loadOwnModel())
  .pages()
  .flatMap(({ blocks }) => blocks.filter((block): block is SampleSet => block.kind === "samples"));

const codeOf = ({ forms }: Sample, wanted: FormName): string | undefined =>
  forms.find(({ form }) => form === wanted)?.code.code;

const listCode = (form: FormName, ending: string) =>
  sets.flatMap(({ event, samples }) =>
    samples.flatMap((sample, index) => {
      const code = codeOf(sample, form);
      return code === undefined ? [] : [{ event, sample, code, file: `${event}-${index}.${ending}` }];
    }),
  );

/** One JSON text per line. */
const readLines = (printed: string): unknown[] =>
  printed
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));

const readAnswer = (sample: Sample): object => JSON.parse(codeOf(sample, "answer") ?? "{}") as object;

const missing = needs("php", "python3", "curl", "openssl");

const run = (files: Iterable<readonly [string, string]>, command: Command, env = {}): Promise<string> =>
  inFolder(files, async (folder) => {
    const { code, stdout, stderr } = await runProgram(folder, command, env);
    expect([code, stderr]).toEqual([0, ""]);
    return stdout;
  });

it("every event has a request, a call that sends it, and a handler in each language", () => {
  const wanted: FormName[] = ["request", "typescript", "php", "python", "curl"];
  const forms = sets.map(({ event, samples: [first] }) => [
    event,
    wanted.filter((name) => first?.forms.some(({ form }) => form === name)).length,
  ]);
  expect(forms).toEqual(loadOwnModel().events.map(({ name }) => [name, wanted.length]));
});

it("the handlers in TypeScript compile under the strictest settings", async () => {
  const output = collectFiles(await emit(loadOwnSpec(), "48..", { targets: ["express"] }));
  const handlers = listCode("typescript", "ts");
  const files = [
    ...[...output].map(([path, text]) => [`mplus/${path}`, text] as const),
    ...handlers.map(({ file, code }) => [file, code] as const),
  ];
  await inFolder(files, async (folder) => {
    const options = { ...strict, module: "NodeNext", noEmit: true };
    const roots = handlers.map(({ file }) => file);
    expect(await compileIn(folder, { options, roots })).toEqual(new Map());
  });
});

it.skipIf(missing)(withReason("the receivers in PHP give the answer of their sample", missing), async () => {
  const output = collectFiles(await emit(loadOwnSpec(), "48..", { targets: ["php"] }));
  const all = listCode("php", "php").flatMap((each) => {
    const request = codeOf(each.sample, "request");
    return request === undefined ? [] : [{ ...each, request: JSON.stringify(JSON.parse(request)) }];
  });
  const files = [
    ...[...output].map(([path, text]) => [`mplus/${path}`, text] as const),
    ...all.map(({ file, code }) => [`public/${file}`, `<?php\n${code}\n`] as const),
    // Each sample starts without a memory.
    ["index.php", "<?php array_map(unlink(...), glob('state/*')); require $_SERVER['HTTP_X_FILE'];"],
  ] as const;
  const port = await findFreePort();
  const command = ["php", "-S", `localhost:${port}`, "index.php"] as const;
  await inFolder(files, (cwd) =>
    withServer({ cwd, command, port, env: { MPLUS_SECRET: secret } }, async () => {
      for (const { event, file, request, sample } of all) {
        const response = await fetch(`http://localhost:${port}/${event}`, {
          method: "POST",
          headers: {
            "Content-Type": "application/json",
            "X-File": `public/${file}`,
            "X-Mplus-Subscription-Id": "shop-12",
            "X-Mplus-Signature": signatureOf(request),
          },
          body: request,
        });
        expect({ file, answer: await response.json() }).toMatchObject({ file, answer: readAnswer(sample) });
      }
    }),
  );
});

it.skipIf(missing)(
  withReason("the functions in Python return the answer of their sample", missing),
  async () => {
    const all = listCode("python", "py");
    const program = `import json, runpy
for name in ${JSON.stringify(all.map(({ file }) => file))}:
    handlers = [each for key, each in runpy.run_path(name).items() if key.startswith("answer_")]
    print(json.dumps(handlers[0]({})))
`;
    const files = all.map(({ file, code }) => [file, code] as const);
    const printed = await run([...files, ["all.py", program]], ["python3", "all.py"]);
    expect(readLines(printed)).toEqual(all.map(({ sample }) => readAnswer(sample)));
  },
);

it.skipIf(missing)(withReason("hostile texts stay inside literals of PHP and Python", missing), async () => {
  // PHP replaces variables in the literals that have invisible characters.
  const texts = [...hostileStrings, "$argc {$argc}\u200b"].map((text) => text.replace(/\p{Cs}/gu, "\ufffd"));
  const inPhp = `<?php echo json_encode([${texts.map(toPhpText).join(", ")}]);`;
  const inPython = `import json\nprint(json.dumps([${texts.map(toPythonText).join(", ")}]))`;
  expect(JSON.parse(await run([["texts.php", inPhp]], ["php", "texts.php"]))).toEqual(texts);
  expect(JSON.parse(await run([["texts.py", inPython]], ["python3", "texts.py"]))).toEqual(texts);
});

it.skipIf(missing)(
  withReason("the receiver of the page on Python answers as a sample, once it has its function", missing),
  async () => {
    const request = '{"event":{},"scanCode":{}}';
    const statusOf = (sample: Sample): number => (Object.hasOwn(readAnswer(sample), "error") ? 400 : 200);
    const pythonReceiver = templates.get("pages/samples/receiver.py") ?? "";
    const lines = '    if event == "scanCode":\n        return answer_scan_code(request)\n';
    for (const { sample, code } of listCode("python", "py").filter(({ event }) => event === "scanCode")) {
      const inPython = `${pythonReceiver.replace(/def handle.*\n/, `$&${lines}`)}\n${code}\n`;
      const call = `import json, receiver\nprint(json.dumps(receiver.answer("scanCode", b'${request}')))`;
      const files = [
        ["receiver.py", inPython.replace(/if __name__[\s\S]*?\n(?=\n|# )/, "\n")],
        ["call.py", call],
      ] as const;
      const printed = await run(files, ["python3", "call.py"], { MPLUS_SECRET: secret });
      expect(JSON.parse(printed)).toEqual([statusOf(sample), readAnswer(sample)]);
    }
  },
);

it.skipIf(missing)(
  withReason("the calls with curl are shell, and send the signed request", missing),
  async () => {
    const all = listCode("curl", "sh");
    const files = all.map(({ file, code }) => [file, code] as const);
    const checks = all.map(({ file }) => `sh -n ${file}`).join("\n");
    await run([...files, ["all.sh", checks]], ["sh", "-e", "all.sh"]);
    const received: unknown[] = [];
    const server = await http(({ path, headers, body }) => {
      received.push(path, headers["x-mplus-signature"] === signatureOf(body), JSON.parse(body.toString()));
      return { status: 200, headers: {}, body: "{}" };
    })();
    const { sample, code = "" } = all.find(({ event }) => event === "scanCode") ?? {};
    await run([["call.sh", code.replace("curl ", "curl --silent ")]], ["sh", "-e", "call.sh"], {
      MPLUS_SECRET: secret,
      PORT: server.host.split(":").at(-1),
    });
    await server.close();
    expect(received).toEqual(["/scanCode", true, JSON.parse((sample && codeOf(sample, "request")) ?? "")]);
  },
);
