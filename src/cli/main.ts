/** From the arguments to the exit code: the only place where what was thrown becomes words and a number. */
import type { Command, Context } from "./command.ts";
import { configured } from "./configuration/index.ts";
import { mistypedVariables } from "./configuration/variables.ts";
import { EXIT, exitCodeOf } from "./exit-codes.ts";
import { wholeWrites } from "./file-sink.ts";
import { Output } from "./output.ts";
import { parseCommandLine } from "./program.ts";
import { mannerOf } from "./settings.ts";
import type { Verb } from "./verbs.ts";

/** Loaded when asked for: a wrapped program must not wait for what its run does not need. */
const COMMANDS: { readonly [V in Verb]: () => Promise<Command> } = {
  run: async () => (await import("./commands/run.ts")).run,
  listen: async () => (await import("./commands/listen.ts")).listen,
  policy: async () => (await import("./commands/policy.ts")).policy,
  merge: async () => (await import("./commands/merge.ts")).merge,
  check: async () => (await import("./commands/check.ts")).check,
  explain: async () => (await import("./commands/explain.ts")).explain,
  report: async () => (await import("./commands/report.ts")).report,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  ca: async () => (await import("./commands/ca.ts")).ca,
  completion: async () => (await import("./commands/completion.ts")).completion,
};

/** Runs iamgen with this process's streams and environment; resolves to the exit code, never rejects. */
export function main(argv: readonly string[]): Promise<number> {
  const { stdout, stderr, env } = process;
  const output = new Output({ stdout: wholeWrites(stdout), stderr, environment: env });
  return execute(argv, { output, environment: env, workingDirectory: workingDirectory() });
}

/** The same with streams, variables and a directory that are handed in; what a command reads and writes lies in this process's own. */
export async function execute(argv: readonly string[], context: Context): Promise<number> {
  const { output } = context;
  try {
    const asked = parseCommandLine(argv);
    if (asked.kind === "text") {
      await output.artefact(asked.text);
      return EXIT.success;
    }
    for (const { name, meant } of mistypedVariables(context.environment)) {
      output.warn(`variable \`${name}\` is not known: did you mean \`${meant}\`?`);
    }
    const invocation = configured(asked, context);
    output.behave(mannerOf(invocation.options));
    const command = await COMMANDS[asked.verb]();
    return await command(invocation, context);
  } catch (error) {
    output.problem(error);
    return exitCodeOf(error, argv[0]);
  }
}

/** The directory may be gone; a wrapped command need not mind. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return process.env["PWD"] ?? "/";
  }
}
