import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const DIST = resolve(import.meta.dirname, "../../dist/run");
/** Wraps a command as `iamgen run` does: outlives every signal, then tells the command's exit code. */
const WRAPPER = `
  import { runCommand } from ${JSON.stringify(`${DIST}/run-command.js`)};
  import { surviveSignals } from ${JSON.stringify(`${DIST}/signal-relay.js`)};
  surviveSignals();
  const code = await runCommand({ command: process.argv[1], args: process.argv.slice(2), env: process.env });
  console.log("the command ended with " + code);
`;
/** Tells every signal it gets; ends when its input does. */
const TELLER = `
  for (const name of ["SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP", "SIGUSR2", "SIGCONT"])
    process.on(name, () => console.log("got " + name));
  process.stdin.on("data", (text) => { if (String(text).includes("end")) process.exit(9); }).resume();
  console.log("ready");
`;
const WRAPPED = ["--input-type=module", "-e", WRAPPER, process.execPath, "-e", TELLER];

/** Resolves when the output holds the text so many times; rejects with all of it when it ends without. */
function output(child: ChildProcessWithoutNullStreams): (text: string, times?: number) => Promise<string> {
  let all = "";
  child.stdout.on("data", (chunk) => {
    all += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    all += String(chunk);
  });
  return async (text, times = 1) => {
    const isThere = (): boolean => all.split(text).length > times;
    while (!isThere()) {
      const outcome = await Promise.race([
        once(child.stdout, "data").then(() => "data"),
        once(child, "close").then(() => "close"),
      ]);
      if (outcome === "close" && !isThere()) throw new Error(`"${text}" never came: ${all}`);
    }
    return all;
  };
}

test.each(["SIGTERM", "SIGHUP", "SIGUSR2", "SIGCONT", "SIGINT", "SIGQUIT"] as const)(
  "relays %s that was sent to iamgen alone, outside a terminal",
  async (signal) => {
    const child = spawn(process.execPath, WRAPPED);
    const seen = output(child);
    await seen("ready");
    child.kill(signal);
    await seen(`got ${signal}`);
    child.stdin.end("end");
    expect(await seen("ended")).toBe(`ready\ngot ${signal}\nthe command ended with 9\n`);
  },
);

test("does not relay SIGUSR1 into its own debugger", async () => {
  const ends = `process.on("SIGUSR1", () => process.exit(5)); setInterval(() => {}, 1000); console.log("ready");`;
  const child = spawn(process.execPath, [...WRAPPED.slice(0, 4), "-e", ends]);
  const seen = output(child);
  await seen("ready");
  child.kill("SIGUSR1");
  expect(await seen("ended")).toBe("ready\nthe command ended with 5\n");
});

const hasScript = spawnSync("script", ["--version"]).status === 0;

test.skipIf(!hasScript)(
  "leaves Ctrl-C to the terminal, survives it twice, and the command gets each once",
  async () => {
    const quoted = [process.execPath, ...WRAPPED].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
    const child = spawn("script", ["-qefc", quoted, "/dev/null"]);
    const seen = output(child);
    await seen("ready");
    for (const times of [1, 2]) {
      child.stdin.write("\x03");
      await seen("got SIGINT", times);
    }
    child.stdin.write("end\n");
    const all = await seen("ended with 9");
    expect(all.match(/got SIGINT/g)).toHaveLength(2);
  },
);
