/** The README's table of clients: what the rows declare, with the versions that passed when the matrix was last run for it. */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { CASES, KNOWN_LIMITS, NOT_TESTED, TESTED_ELSEWHERE } from "./rows.ts";

const README = resolve(import.meta.dirname, "../../../README.md");
/** Client and version, of every case that passed in a run with UPDATE_TABLES=1. */
const TESTED = resolve(import.meta.dirname, "tested.json");
const BLOCK = /(?<=<!-- clients -->\n)[\s\S]*?(?=\n<!-- \/clients -->)/;

/** Versions by client. */
export const tested = (): Record<string, string> => JSON.parse(readFileSync(TESTED, "utf8")) as Record<string, string>;

export function keepTested(client: string, version: string): void {
  const entries = Object.entries({ ...tested(), [client]: version }).sort(([left], [right]) => (left < right ? -1 : 1));
  writeFileSync(TESTED, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

function table(): string {
  const versions = tested();
  const rows = [
    ...TESTED_ELSEWHERE.map(({ client, version, notes, file }) => [
      client,
      version,
      "yes",
      `${notes} ([test](${file}))`,
    ]),
    ...CASES.filter(({ client }) => client in versions).map(({ client, notes }) => [
      client,
      versions[client] ?? "",
      "yes",
      notes,
    ]),
    ...NOT_TESTED.map(({ client, notes }) => [client, "-", "not tested", notes]),
    ...KNOWN_LIMITS.map(({ client, notes }) => [client, "-", "no", notes]),
  ];
  return [
    "| client | version tested | captured | notes |",
    "|---|---|---|---|",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ].join("\n");
}

export function writeReadme(): void {
  writeFileSync(
    README,
    readFileSync(README, "utf8").replace(BLOCK, () => table()),
  );
}

/** The empty string, or what is wrong with the README. */
export function readmeIsTrue(): string {
  const untested = CASES.filter(({ client }) => !(client in tested())).map(({ client }) => client);
  if (untested.length > 0) return `never run: ${untested.join(", ")}`;
  return BLOCK.exec(readFileSync(README, "utf8"))?.[0] === table()
    ? ""
    : "the table is another: UPDATE_TABLES=1 npm run test:interop -- matrix";
}
