/**
 * The only writer of stdout and stderr. Stdout carries the artefact alone (policy, explanation, report, variables);
 * everything else goes to stderr, line by line, after `iamgen: `.
 */
import { IamgenError, SetupError } from "../errors.ts";
import { systemCode, systemReason } from "./system-error.ts";

/** As much of a stream as is needed here. */
export interface Sink {
  readonly isTTY?: boolean | undefined;
  /** Of a terminal. */
  readonly columns?: number | undefined;
  write(text: string, done: (error?: Error | null) => void): unknown;
  on(event: "error", listener: (error: NodeJS.ErrnoException) => void): unknown;
}

export interface OutputOptions {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** `NO_COLOR` as in no-color.org: any value but the empty one. `FORCE_COLOR` stands above it, as in Node: `0` and `false` switch off. */
  readonly environment: { readonly [name: string]: string | undefined };
}

export interface Manner {
  readonly quiet: boolean;
  readonly colour: boolean;
}

const RED = 31;
const YELLOW = 33;
const WIDEST = 100;

/** Of the first write after that, and of later ones. */
const READER_GONE = ["EPIPE", "ERR_STREAM_DESTROYED"];

/** What the system has too little of is no bug, wherever it shows. */
const SHORTAGES: { readonly [code: string]: string } = {
  EMFILE: "let programs open more files: ulimit -n 1024",
  ENFILE: "close programs: all of the system have too many files open",
  ENOMEM: "close programs, or give this one more memory",
};

/** ECMA-48: to the first column (CR), erase in line (EL). */
const ERASE_LINE = "\r\u001B[2K";
/** The stack of titles: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html (XTWINOPS 22 and 23). */
const PUSH_TITLE = "\u001B[22;2t";
const POP_TITLE = "\u001B[23;2t";
const HAS_TITLE = /^(?:xterm|screen|tmux|rxvt|alacritty|kitty|foot|vte|gnome|konsole|iterm|wezterm)/;

export class Output {
  readonly #stdout: Sink;
  readonly #stderr: Sink;
  #quiet = false;
  #colour: boolean;
  #artefactColour: boolean;
  readonly #terminal: string;
  #status: string | undefined;
  #hasTitle = false;

  constructor({ stdout, stderr, environment }: OutputOptions) {
    this.#stdout = stdout;
    this.#stderr = stderr;
    this.#terminal = environment["TERM"] ?? "dumb";
    this.#colour = colours(stderr, environment);
    this.#artefactColour = colours(stdout, environment);
    // A reader that went away (`iamgen report | head`) is no error; there is nobody left to tell of others.
    for (const sink of [stdout, stderr]) sink.on("error", () => undefined);
  }

  /** From the options, known only after the command line was parsed. */
  behave({ quiet, colour }: Manner): void {
    this.#quiet = quiet;
    if (!colour) this.#colour = this.#artefactColour = false;
  }

  get stdoutIsTerminal(): boolean {
    return this.#stdout.isTTY === true;
  }

  /** An artefact made for reading, such as a difference, is to be coloured. */
  get coloursArtefact(): boolean {
    return this.#artefactColour;
  }

  /** How a text for reading is laid out: to the width of a terminal, of which a person follows so much; whole lines elsewhere. */
  get page(): { readonly columns?: number; readonly colour: boolean } {
    const { columns } = this.#stdout;
    const isNarrowed = this.stdoutIsTerminal && columns !== undefined && columns > 0;
    return { colour: this.#artefactColour, ...(isNarrowed ? { columns: Math.min(columns, WIDEST) } : {}) };
  }

  /** Settles when the text is handed over, or its reader is gone. Rejects with `SetupError` where it cannot be written. */
  artefact(text: string): Promise<void> {
    return new Promise((done, reject) =>
      this.#stdout.write(text, (error) => {
        if (!error || READER_GONE.includes(systemCode(error) ?? "")) done();
        else reject(new SetupError("stdout-unwritable", `cannot write to stdout: ${systemReason(error)}`));
      }),
    );
  }

  /** An artefact that found no other place: to stderr, where it is not mixed with what a wrapped command printed. */
  aside(text: string): void {
    this.#stderr.write(text, () => undefined);
  }

  /** Good to know; silent with `--quiet`. */
  note(line: string): void {
    if (!this.#quiet) this.#say(line);
  }

  /**
   * The last line of the terminal, replaced by the next status and erased by `undefined`. Only for a screen that is ours alone:
   * a wrapped command's is not. Nothing where stderr is no terminal, or with `--quiet`.
   */
  status(text: string | undefined): void {
    if (!this.#hasScreen || (text === undefined && this.#status === undefined)) return;
    this.#status = text === undefined ? undefined : text.slice(0, (this.#stderr.columns ?? 80) - 1);
    this.#write(`${ERASE_LINE}${this.#status ?? ""}`);
  }

  /**
   * The title of the terminal's window, the one place of it that a wrapped command's screen does not have; `undefined` puts
   * back the one before. Nothing where `status` shows nothing, or the terminal is not known to have a title.
   */
  title(text: string | undefined): void {
    if (!this.#hasScreen || !HAS_TITLE.test(this.#terminal)) return;
    if (text === undefined) {
      if (this.#hasTitle) this.#write(POP_TITLE);
    } else this.#write(`${this.#hasTitle ? "" : PUSH_TITLE}\u001B]2;${text}\u0007`);
    this.#hasTitle = text !== undefined;
  }

  get #hasScreen(): boolean {
    return this.#stderr.isTTY === true && !this.#quiet && this.#terminal !== "dumb";
  }

  /** Must be known: said even with `--quiet`. */
  warn(line: string): void {
    this.#say(this.#painted(line, YELLOW));
  }

  /** What was thrown, in one line, the remedy below it. A bug shows where it happened. */
  problem(error: unknown): void {
    if (error instanceof IamgenError) {
      this.#say(this.#painted(error.message, RED));
      if (error.hint !== undefined) this.#line(`hint: ${error.hint}`);
      return;
    }
    const remedy = SHORTAGES[systemCode(error) ?? ""];
    if (remedy !== undefined) {
      this.#say(this.#painted(`cannot go on: ${systemReason(error)}`, RED));
      this.#line(`hint: ${remedy}`);
      return;
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#say(this.#painted("internal error, a bug in iamgen", RED));
    for (const line of text.split("\n")) this.#line(line);
    this.#line("hint: report it with the lines above and the recording");
  }

  #say(line: string): void {
    this.#line(`iamgen: ${line}`);
  }

  #line(line: string): void {
    const shown = this.#status;
    this.#write(shown === undefined ? `${line}\n` : `${ERASE_LINE}${line}\n${shown}`);
  }

  #write(text: string): void {
    this.#stderr.write(text, () => undefined);
  }

  #painted(text: string, colour: number): string {
    return this.#colour ? `\u001B[${colour}m${text}\u001B[39m` : text;
  }
}

/** https://nodejs.org/api/cli.html#force_color1-2-3, https://no-color.org */
function colours({ isTTY }: Sink, environment: OutputOptions["environment"]): boolean {
  const forced = environment["FORCE_COLOR"];
  if (forced !== undefined) return !["0", "false"].includes(forced);
  return (environment["NO_COLOR"] ?? "") === "" && environment["TERM"] !== "dumb" && isTTY === true;
}
