// Runs one part of the bench: `node part.mjs <name> [--quick] [--few]`. Sends its figures to the parent process.
const [name, ...flags] = process.argv.slice(2);
const { run } = await import(`./parts/${name}.mjs`);
const figures = await run({ quick: flags.includes("--quick"), few: flags.includes("--few") });
process.send({ node: process.versions.node, figures }, () => process.disconnect());
