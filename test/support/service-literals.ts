/** Finds literals that name an AWS service; they belong in src/services/ only. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

const GENERATED = join(import.meta.dirname, "../../src/data/generated");

/**
 * IAM prefixes and client names that are also words of this program's own vocabulary, of Node's, or (`ec2`) the name that
 * botocore gives a wire protocol.
 */
const ORDINARY_WORDS = new Set([
  "ec2",
  "account",
  "activate",
  "artifact",
  "batch",
  "budgets",
  "cases",
  "config",
  "connect",
  "discovery",
  "events",
  "health",
  "invoicing",
  "location",
  "logs",
  "notifications",
  "pipes",
  "profile",
  "pricing",
  "scheduler",
  "schemas",
  "shield",
  "signer",
  "signin",
  "states",
  "support",
  "tag",
  "tax",
  "transfer",
  "account-access",
]);

function knownNames(): ReadonlySet<string> {
  const names = ["api", "authorization"].flatMap((side) => readdirSync(join(GENERATED, side)));
  const stems = names.map((name) => name.replace(/\.json$/, "").toLowerCase());
  return new Set(stems.filter((stem) => stem !== "index" && !ORDINARY_WORDS.has(stem)));
}

const NAMES = knownNames();

/** Formats and file extensions of the renderers share names with APIs: `cloudformation`, `ts`. */
const FORMAT_NAMES = /\b(?:format|extension): "[a-z.-]+"/g;

/** Names, `prefix:Action` and `arn:…:prefix:` found in string literals and templates of the code. */
export function serviceLiterals(code: string): string[] {
  const literals = [
    ...code.replace(FORMAT_NAMES, "").matchAll(/"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`/g),
  ];
  return literals.flatMap((match) => {
    const text = match[1] ?? match[2] ?? match[3] ?? "";
    if (NAMES.has(text.toLowerCase())) return [text];
    const action = /^([a-z0-9-]+):[A-Z*][A-Za-z*]*$/.exec(text);
    if (action?.[1] !== undefined && NAMES.has(action[1])) return [text];
    const arn = /arn:[^:]*:([a-z0-9-]+):/.exec(text);
    return arn?.[1] !== undefined && NAMES.has(arn[1]) ? [arn[0]] : [];
  });
}
