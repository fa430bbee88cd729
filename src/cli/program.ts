/** The command line into a command with its options and operands. Sole user of `commander`; runs and prints nothing. */
import { Command, CommanderError, Option } from "commander";
import { UsageError } from "../errors.ts";
import { VERSION } from "../library/version.ts";
import { fullHelpText, hasSeldomOptions, helpText } from "./help.ts";
import { type OptionRow, optionsOf } from "./options.ts";
import { VERBS, type Verb, type VerbRow } from "./verbs.ts";

/** Texts (several of them for options that repeat) and switches, by the option's long name in camel case. */
export interface OptionValues {
  readonly [name: string]: unknown;
  /** Where values that were not typed come from, by the option's long name. */
  readonly [ORIGINS]?: { readonly [name: string]: string };
}

export const ORIGINS: unique symbol = Symbol("origins");

export interface Invocation {
  readonly kind: "command";
  readonly verb: Verb;
  readonly options: OptionValues;
  readonly operands: readonly string[];
}

/** Help or the version: asked for, so it goes to stdout. */
export interface AskedText {
  readonly kind: "text";
  readonly text: string;
}

/** Throws a `UsageError` for whatever does not parse. */
export function parseCommandLine(argv: readonly string[]): Invocation | AskedText {
  const found: Invocation[] = [];
  let text = "";
  const program = new Command("iamgen")
    .exitOverride()
    .configureOutput({ writeOut: (part) => (text += part), writeErr: () => undefined })
    .enablePositionalOptions()
    .version(VERSION, "--version");
  program.helpInformation = () => helpText();
  const verb = argv.find((word) => !word.startsWith("-"));
  for (const row of VERBS) {
    const command = addCommand(program, row, (invocation) => found.push(invocation));
    // Those of the others are 200 objects that a wrapped program would wait for.
    if (row.verb === verb) for (const option of optionsOf(row.verb)) command.addOption(commanderOption(option));
  }
  try {
    program.parse(argv.length === 0 ? ["--help"] : argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageError(error, argv[0]);
  }
  return found[0] ?? { kind: "text", text };
}

function addCommand(program: Command, row: VerbRow, take: (invocation: Invocation) => void): Command {
  const { verb } = row;
  const command = program.command(verb);
  command.helpInformation = () => helpText(verb);
  if (hasSeldomOptions(row)) addFullHelp(command, row);
  if (verb === "run") command.argument("<command...>").passThroughOptions();
  else if (verb !== "listen" && verb !== "doctor") command.argument("[operands...]");
  return command.action(() => take({ kind: "command", verb, options: typedOptions(command), operands: command.args }));
}

/** Without what the parser puts in by itself: `auth: true` for a `--no-auth` that was not given. */
function typedOptions(command: Command): OptionValues {
  const typed = Object.entries(command.opts()).filter(([name]) => command.getOptionValueSource(name) === "cli");
  return Object.fromEntries(typed);
}

/** Acts where it is met, as `--help` does: the operands that a command asks for may be missing. */
function addFullHelp(command: Command, row: VerbRow): void {
  command.option("--help-all");
  command.on("option:help-all", () => {
    command.helpInformation = () => fullHelpText(row);
    command.help();
  });
}

function commanderOption({ name, short, argument, many }: OptionRow): Option {
  const flags = `${short === undefined ? "" : `-${short}, `}--${name}`;
  const option = new Option(argument === undefined ? flags : `${flags} ${placeholder(argument)}`);
  if (many) option.argParser((value: string, before: readonly string[] = []) => [...before, value]);
  return option;
}

/** `[PORT]` may be left out; brackets within a name (`HOST[:PORT]`) speak of the value. */
const placeholder = (argument: string): string =>
  argument.startsWith("[") ? argument : `<${argument.replace(/\[.*/, "")}>`;

/** In our own grammar: one line, user input in backticks, the remedy apart. */
function usageError({ code, message }: CommanderError, verb: string | undefined): UsageError {
  const [first = "", ...rest] = message.replace(/^error: /, "").split("\n");
  const suggestion = /\(Did you mean (.*)\?\)/.exec(rest.join(" "))?.[1];
  const known = VERBS.some((row) => row.verb === verb) ? ` ${verb}` : "";
  const help = `run \`iamgen${known} --help\``;
  const said = inOurWords(code, first.replaceAll("'", "`"), verb);
  const missing = code === "commander.missingArgument" && verb === "run";
  return new UsageError(
    code.replace("commander.", "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    missing ? "no command to run" : said,
    {
      hint: missing
        ? "put it after `--`: `iamgen run -- npm test`"
        : suggestion
          ? `did you mean \`${suggestion}\`?`
          : help,
    },
  );
}

/** What commander says in two sentences, or in the spelling of its own declarations. */
function inOurWords(code: string, message: string, verb: string | undefined): string {
  if (code === "commander.excessArguments") return `\`${verb}\` takes no operands`;
  const [, flag, value] = /^option `(?:-\w, )?(--[\w-]+) <(.*)>` argument missing$/.exec(message) ?? [];
  if (flag !== undefined) return `\`${flag}\` needs a value: ${value}`;
  return message.charAt(0).toLowerCase() + message.slice(1);
}
