import { constants } from "node:os";
import { describe, expect, test } from "vitest";
import { Output } from "../../src/cli/output.ts";
import { UsageError } from "../../src/errors.ts";
import { KeepingSink } from "../support/sink.ts";

function outputTo(options: { terminal?: boolean; environment?: Record<string, string> } = {}) {
  const stdout = new KeepingSink();
  const stderr = new KeepingSink(options.terminal);
  return { stdout, stderr, output: new Output({ stdout, stderr, environment: options.environment ?? {} }) };
}

test("the artefact alone goes to stdout, everything else to stderr with our name", async () => {
  const { output, stdout, stderr } = outputTo();
  await output.artefact("{}\n");
  output.note("12 calls");
  output.warn("no recording");

  expect(stdout.text).toBe("{}\n");
  expect(stderr.text).toBe("iamgen: 12 calls\niamgen: no recording\n");
});

test("what stdout refuses is an error, a reader that went away is none", async () => {
  const refusing = (code: string, errno: number) => {
    const stdout = Object.assign(new KeepingSink(), {
      write: (_text: string, done: (error: Error) => void) => done(Object.assign(new Error(code), { code, errno })),
    });
    return new Output({ stdout, stderr: new KeepingSink(), environment: {} }).artefact("{}\n");
  };
  const { ENOSPC, EPIPE } = constants.errno;
  await expect(refusing("ENOSPC", -ENOSPC)).rejects.toMatchObject({
    message: "cannot write to stdout: no space left on device",
    exitCode: 3,
  });
  await refusing("EPIPE", -EPIPE);
});

test("an error is one line, its remedy another", () => {
  const { output, stderr } = outputTo();
  output.problem(new UsageError("unknown-option", "unknown option `--fly`", { hint: "run `iamgen run --help`" }));
  output.problem(new UsageError("x", "no remedy"));

  expect(stderr.text).toBe("iamgen: unknown option `--fly`\nhint: run `iamgen run --help`\niamgen: no remedy\n");
});

test("a bug shows where it happened and asks for a report", () => {
  const { output, stderr } = outputTo();
  output.problem(new TypeError("x is not a function"));

  const lines = stderr.text.trimEnd().split("\n");
  expect(lines.slice(0, 2)).toEqual(["iamgen: internal error, a bug in iamgen", "TypeError: x is not a function"]);
  expect(lines.at(-1)).toBe("hint: report it with the lines above and the recording");
});

test("what the system has too little of is no bug", () => {
  const { output, stderr } = outputTo();
  const { EMFILE } = constants.errno;
  output.problem(
    Object.assign(new Error("EMFILE: too many open files, open '/x.js'"), { code: "EMFILE", errno: -EMFILE }),
  );
  expect(stderr.text).toBe(
    "iamgen: cannot go on: too many open files\nhint: let programs open more files: ulimit -n 1024\n",
  );
});

test("quiet silences notes, not problems", () => {
  const { output, stderr } = outputTo();
  output.behave({ quiet: true, colour: true });
  output.note("12 calls");
  output.warn("no AWS call seen");
  output.problem(new UsageError("x", "wrong"));

  expect(stderr.text).toBe("iamgen: no AWS call seen\niamgen: wrong\n");
});

describe("colour", () => {
  const warned = (terminal: boolean, environment: Record<string, string>, colour = true) => {
    const { output, stderr } = outputTo({ terminal, environment });
    output.behave({ quiet: false, colour });
    output.warn("x");
    return stderr.text;
  };

  test("is for terminals only", () => {
    expect(warned(true, {})).toBe("iamgen: \u001B[33mx\u001B[39m\n");
    expect(warned(false, {})).toBe("iamgen: x\n");
  });

  test.each<[string, Record<string, string>, boolean]>([
    ["NO_COLOR", { NO_COLOR: "1" }, true],
    ["--no-color", {}, false],
    ["a dumb terminal", { TERM: "dumb" }, true],
  ])("yields to %s", (_, environment, colour) => {
    expect(warned(true, environment, colour)).toBe("iamgen: x\n");
  });

  test("is forced by FORCE_COLOR, even where NO_COLOR asks for none, but not by its 0", () => {
    expect(warned(false, { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe("iamgen: \u001B[33mx\u001B[39m\n");
    expect(warned(true, { FORCE_COLOR: "0" })).toBe("iamgen: x\n");
    expect(warned(true, { FORCE_COLOR: "false" })).toBe("iamgen: x\n");
    expect(warned(false, { FORCE_COLOR: "1" }, false)).toBe("iamgen: x\n");
  });

  test("an empty NO_COLOR says nothing", () => {
    expect(warned(true, { NO_COLOR: "" })).toBe("iamgen: \u001B[33mx\u001B[39m\n");
  });
});

test("a reader that went away is no error", () => {
  const { stdout, stderr } = outputTo();
  expect(() => {
    stdout.break();
    stderr.break();
  }).not.toThrow();
});

test("a page is as wide as the terminal, up to what a person follows; a pipe has whole lines", () => {
  const pageOf = (columns: number | undefined, isTTY = true) => {
    const stdout = Object.assign(new KeepingSink(isTTY), { columns });
    return new Output({ stdout, stderr: new KeepingSink(), environment: { NO_COLOR: "1" } }).page;
  };
  expect(pageOf(72)).toEqual({ columns: 72, colour: false });
  expect(pageOf(240)).toEqual({ columns: 100, colour: false });
  expect(pageOf(0)).toEqual({ colour: false });
  expect(pageOf(72, false)).toEqual({ colour: false });
});

describe("on a terminal", () => {
  const onTerminal = (environment: Record<string, string>, quiet = false) => {
    const stderr = Object.assign(new KeepingSink(true), { columns: 20 });
    const output = new Output({ stdout: new KeepingSink(), stderr, environment });
    output.behave({ quiet, colour: false });
    return { output, stderr };
  };
  const ERASE = "\r\u001B[2K";

  test("a status takes the last line, is cut to its width, and makes room for what is said", () => {
    const { output, stderr } = onTerminal({ TERM: "xterm" });
    output.status("iamgen: 12 calls of 3 operations");
    output.note("hello");
    output.status(undefined);
    output.note("bye");
    expect(stderr.text).toBe(
      `${ERASE}iamgen: 12 calls of${ERASE}iamgen: hello\niamgen: 12 calls of${ERASE}iamgen: bye\n`,
    );
  });

  test("a title is put on top of the one before, which comes back in the end", () => {
    const { output, stderr } = onTerminal({ TERM: "xterm-256color" });
    output.title("one");
    output.title("two");
    output.title(undefined);
    output.title(undefined);
    expect(stderr.text).toBe("\u001B[22;2t\u001B]2;one\u0007\u001B]2;two\u0007\u001B[23;2t");
  });

  test.each<[string, Record<string, string>, boolean]>([
    ["with --quiet", { TERM: "xterm" }, true],
    ["that is dumb", { TERM: "dumb" }, false],
    ["of no name", {}, false],
  ])("%s nothing is shown", (_, environment, quiet) => {
    const { output, stderr } = onTerminal(environment, quiet);
    output.status("x");
    output.title("x");
    output.status(undefined);
    expect(stderr.text).toBe("");
  });

  test("without a title bar, such as the console's, none is set", () => {
    const { output, stderr } = onTerminal({ TERM: "linux" });
    output.title("x");
    expect(stderr.text).toBe("");
  });
});

test("where stderr is no terminal there is neither status nor title", () => {
  const { output, stderr } = outputTo({ environment: { TERM: "xterm" } });
  output.status("x");
  output.title("x");
  expect(stderr.text).toBe("");
});
