/**
 * The options of the commands as data. `program.ts` feeds them to the parser, `help.ts` prints them, and the table in the
 * README is generated from them: an option exists here or nowhere.
 */
import { ATTACHMENTS, FORMATS } from "../render/formats.ts";
import { SHELLS } from "./environment-script.ts";
import type { Verb } from "./verbs.ts";

export interface OptionRow {
  /** Long name without dashes; what is parsed goes by this name. */
  readonly name: string;
  readonly short?: string;
  /** Absent for a switch. */
  readonly argument?: string;
  /** Where these are all that it takes; as its parser has them. */
  readonly values?: readonly string[];
  /** May be given several times. */
  readonly many?: true;
  readonly verbs: readonly Verb[];
  /** Of these, the ones whose `--help` leaves it to `--help-all`, so that it fits a screen. */
  readonly seldom?: readonly Verb[];
  readonly says: string;
}

export const DENIED = ["include", "exclude", "only"] as const;
export const CONDITION_LEVELS = ["none", "safe", "tight"] as const;
export const CHECK_FORMATS = ["text", "json", "sarif", "markdown", "github"] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];
export const FAIL_ON = ["missing", "excess", "any"] as const;

/** All commands that have to do with a recording. */
export const ALL: readonly Verb[] = ["run", "listen", "policy", "merge", "check", "explain", "report"];
const REFERRING: readonly Verb[] = ["run", "policy", "merge", "check"];
const OBSERVING: readonly Verb[] = ["run", "listen"];

export const OPTIONS: readonly OptionRow[] = [
  {
    name: "output",
    short: "o",
    argument: "FILE",
    verbs: ["run", "policy"],
    says: "write the policy to FILE (-: stdout)",
  },
  {
    name: "format",
    argument: "FORMAT",
    values: FORMATS,
    verbs: ["run", "policy"],
    says: "json (default), yaml, terraform, cdk-python, …",
  },
  { name: "format", argument: "FORMAT", verbs: ["merge"], says: "with --create: what a new file is written in" },
  {
    name: "format",
    argument: "FORMAT",
    values: CHECK_FORMATS,
    verbs: ["check"],
    says: "text (default), json, sarif, markdown, github",
  },
  {
    name: "attach-as",
    argument: "KIND",
    values: ATTACHMENTS,
    verbs: ["run", "policy", "check"],
    says: "size limit: managed-policy (default), …",
  },
  {
    name: "denied",
    argument: "WHICH",
    values: DENIED,
    verbs: ["run", "policy", "merge", "check"],
    says: "refused calls: include (default), exclude, only",
  },
  {
    name: "exact",
    verbs: ["run", "policy", "merge"],
    seldom: ["run", "merge"],
    says: "grant ids that change from run to run as observed",
  },
  {
    name: "generalise",
    argument: "ARN",
    many: true,
    verbs: ["run", "policy", "merge"],
    seldom: ["run", "merge"],
    says: "grant this pattern for what lies within it",
  },
  {
    name: "conditions",
    argument: "LEVEL",
    values: CONDITION_LEVELS,
    verbs: ["run", "policy", "merge"],
    seldom: ["run", "merge"],
    says: "none, safe (default), tight: also region, TLS, tags",
  },
  {
    name: "widen",
    verbs: ["run", "policy"],
    seldom: ["run"],
    says: "over the size limit: wildcards rather than a split",
  },
  {
    name: "literal",
    verbs: ["run", "policy"],
    seldom: ["run"],
    says: "account, region and partition as seen, no references",
  },
  {
    name: "template",
    argument: "NAME=VALUE",
    many: true,
    verbs: ["run", "policy"],
    seldom: ["run"],
    says: "a variable NAME where the policy has the word VALUE",
  },
  {
    name: "terraform-state",
    argument: "FILE",
    verbs: REFERRING,
    seldom: ["run"],
    says: "references to what `terraform show -json` prints",
  },
  {
    name: "cloudformation-template",
    argument: "FILE",
    verbs: REFERRING,
    seldom: ["run", "policy"],
    says: "references to what this template names",
  },
  {
    name: "cdk-out",
    argument: "DIR",
    verbs: REFERRING,
    seldom: REFERRING,
    says: "the same, of the one stack that `cdk synth` left",
  },
  { name: "into", argument: "FILE", verbs: ["merge"], says: "edit the policy in FILE, all else unchanged" },
  { name: "against", argument: "FILE", verbs: ["check"], says: "compare the policy in FILE with what was seen" },
  { name: "lint", argument: "FILE", verbs: ["check"], says: "judge the policies in FILE by themselves" },
  {
    name: "select",
    argument: "ADDRESS",
    verbs: ["run", "listen", "merge", "check"],
    seldom: OBSERVING,
    says: "which policy of the file, where it has several",
  },
  {
    name: "fail-on",
    argument: "WHAT",
    values: FAIL_ON,
    verbs: ["check"],
    says: "fail on missing (default), excess, any; --lint: any",
  },
  { name: "within", argument: "FILE", many: true, verbs: ["check"], says: "also by this boundary or SCP" },
  { name: "prune", verbs: ["merge"], says: "take from iamgen's statements what was not seen" },
  { name: "diff", verbs: ["merge"], says: "print the change, write nothing" },
  { name: "check", verbs: ["merge"], says: "write nothing; exit code 1 if the file would change" },
  { name: "create", verbs: ["merge"], says: "add a policy where the file has none" },
  { name: "port", argument: "N", verbs: ["listen"], says: "port on 127.0.0.1 (default: a free one)" },
  {
    name: "bind",
    argument: "ADDRESS",
    verbs: ["listen"],
    seldom: ["listen"],
    says: "serve containers there, by a token in the variables",
  },
  { name: "ca-file", argument: "FILE", verbs: ["listen"], says: "write the CA certificate to FILE, never its key" },
  {
    name: "print-env",
    argument: "SHELL",
    values: SHELLS,
    verbs: ["listen"],
    says: "sh (default), fish, powershell, docker or json",
  },
  // Not `--env-file`: Node 20 takes that for its own wherever it stands, and fails if there is no such file.
  { name: "write-env", argument: "FILE", verbs: ["listen"], says: "write the variables to FILE instead of printing" },
  { name: "for", argument: "TIME", verbs: ["listen"], says: "stop after TIME: 90s, 10m, 1h" },
  {
    name: "csm",
    argument: "[PORT]",
    verbs: ["listen"],
    says: "take client-side monitoring, too (default port 31000)",
  },
  { name: "csm", verbs: ["run"], seldom: ["run"], says: "also take what SDKs tell by themselves (CSM)" },
  { name: "no-proxy", verbs: ["listen"], says: "with --csm: nothing else, no proxy" },
  {
    name: "linger",
    argument: "TIME",
    verbs: ["run"],
    seldom: ["run"],
    says: "serve programs that outlive the run for up to TIME",
  },
  { name: "no-auth", verbs: ["listen"], says: "let other users of this machine use the proxy" },
  { name: "recording", argument: "FILE", verbs: OBSERVING, says: "record to the new file FILE" },
  { name: "json", verbs: ["explain", "report", "doctor"], says: "print JSON, for programs" },
  { name: "account", argument: "ID", verbs: ALL, says: "account id where the traffic does not tell it" },
  { name: "region", argument: "NAME", verbs: ALL, says: "region where the traffic does not tell it" },
  {
    name: "partition",
    argument: "NAME",
    verbs: ALL,
    seldom: ALL,
    says: "partition where the traffic does not tell it",
  },
  { name: "strict", verbs: ALL, says: "fail if anything is undecoded, widened or bypassed" },
  { name: "timeline", verbs: OBSERVING, seldom: OBSERVING, says: "record every attempt with its time and status" },
  { name: "timeline", verbs: ["explain"], says: "every attempt in order, of a run with --timeline" },
  { name: "callers", verbs: OBSERVING, says: "record which line of your Node program made each call" },
  { name: "proof", verbs: ["explain"], says: "every element of the policy with the calls that need it" },
  { name: "forward-to", argument: "URL", verbs: OBSERVING, says: "send AWS requests to this stand-in, unchanged" },
  {
    name: "forward-ca",
    argument: "FILE",
    verbs: OBSERVING,
    seldom: OBSERVING,
    says: "trust this certificate of the stand-in",
  },
  { name: "enforce", argument: "FILE", verbs: OBSERVING, says: "refuse calls that the policy in FILE does not allow" },
  {
    name: "enforce-log",
    verbs: OBSERVING,
    seldom: OBSERVING,
    says: "with --enforce: refuse nothing, report what would be",
  },
  { name: "re-sign", verbs: OBSERVING, seldom: OBSERVING, says: "with --forward-to: sign for the stand-in's host" },
  { name: "shield", verbs: ["run"], says: "sign for the program, which gets keys worth nothing" },
  { name: "intercept", argument: "HOST[:PORT]", many: true, verbs: OBSERVING, says: "read this host's requests too" },
  {
    name: "max-body",
    argument: "BYTES",
    verbs: OBSERVING,
    seldom: OBSERVING,
    says: "read bodies up to BYTES (default 16MiB)",
  },
  { name: "quiet", verbs: ALL, says: "no summary; problems are still told" },
  { name: "no-color", verbs: ALL, seldom: OBSERVING, says: "no colour (also: the variable NO_COLOR)" },
];

/** The options of one command, in the order of the table. */
export const optionsOf = (verb: Verb): readonly OptionRow[] => OPTIONS.filter(({ verbs }) => verbs.includes(verb));

/** Those that a command's `--help` shows. */
export const oftenUsedOptionsOf = (verb: Verb): readonly OptionRow[] =>
  optionsOf(verb).filter(({ seldom = [] }) => !seldom.includes(verb));

/** `-o, --output FILE` as help and README show it. */
export function optionLabel({ short, name, argument }: Pick<OptionRow, "short" | "name" | "argument">): string {
  return `${short === undefined ? "" : `-${short}, `}--${name}${argument === undefined ? "" : ` ${argument}`}`;
}
