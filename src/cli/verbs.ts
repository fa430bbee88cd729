/** The commands as data: the parser, help, completions and the README know them from here. */

export type Verb =
  | "run"
  | "listen"
  | "policy"
  | "merge"
  | "check"
  | "explain"
  | "report"
  | "doctor"
  | "ca"
  | "completion";

export interface VerbRow {
  readonly verb: Verb;
  /** A whole command line that a newcomer can paste. */
  readonly example: string;
  readonly operands: string;
  readonly says: string;
}

export const VERBS: readonly VerbRow[] = [
  {
    verb: "run",
    example: "iamgen run -o policy.json -- npm test",
    operands: "[options] -- COMMAND…",
    says: "Run a command, and write the policy for the AWS calls it makes",
  },
  {
    verb: "listen",
    example: "iamgen listen --write-env iamgen.env",
    operands: "[options]",
    says: "Watch programs started elsewhere with the variables it prints",
  },
  {
    verb: "policy",
    example: "iamgen policy shard-1.ndjson shard-2.ndjson -o policy.json",
    operands: "[options] [RECORDING…]",
    says: "Write the policy for one or more recordings (default: the newest)",
  },
  {
    verb: "merge",
    example: "iamgen merge --into policy.json",
    operands: "[options] [RECORDING…] --into FILE",
    says: "Put the policy into a file of yours, in place",
  },
  {
    verb: "check",
    example: "iamgen check --against policy.json --fail-on any",
    operands: "[options] [RECORDING…] --against FILE",
    says: "Compare a policy of yours with what was observed",
  },
  {
    verb: "explain",
    example: "iamgen explain PutObject",
    operands: "[options] [RECORDING…] [SELECTOR]",
    says: "Show why: the calls behind a Sid, action, ARN or operation",
  },
  {
    verb: "report",
    example: "iamgen report",
    operands: "[options] [RECORDING…]",
    says: "Show what was seen, and what could not be",
  },
  {
    verb: "doctor",
    example: "iamgen doctor",
    operands: "[options]",
    says: "Show what would be captured here, and what stands in the way",
  },
  {
    verb: "ca",
    example: "iamgen ca create",
    operands: "create|path|remove",
    says: "Keep a certificate authority for `listen` from start to start",
  },
  {
    verb: "completion",
    example: "iamgen completion bash > iamgen.bash",
    operands: "bash|zsh|fish",
    says: "Print a script that makes a shell complete iamgen's options",
  },
];
