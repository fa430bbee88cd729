/** The coverage of a recording as a text for people, section by section; empty sections are left out. */
import type { ExplainedCall, Finding, PolicySet, Recording } from "../pipeline.ts";
import type { CallDenial, Coverage } from "./coverage.ts";
import { noCallReason } from "./no-call-reason.ts";
import { seenTree } from "./seen-tree.ts";
import { counted, inThousands, noticeWording, refusedWords, tunnelWording, undecodedWords } from "./wording.ts";
import { wrappedLines } from "./wrapped-lines.ts";

export interface ReportFacts {
  readonly recording: Recording;
  readonly explained: readonly ExplainedCall[];
  readonly coverage: Coverage;
  readonly policySet: PolicySet;
}

/** For what the text is written; nothing given: for a file or a pipe. */
export interface Page {
  /** Lines are broken where they get longer. */
  readonly columns?: number;
  /** Titles stand out. */
  readonly colour?: boolean;
}

export function reportText({ recording, explained, coverage, policySet }: ReportFacts, page: Page = {}): string {
  const { undecoded, denials, bypassed, losses, widened, tunnelled, notices, truncatedInputs, oddities } = coverage;
  const sections = [
    section("seen", seenTree(explained)),
    section("denied", denials.map(denialText)),
    section(
      "not decoded",
      undecoded.map((what) => row([what.authority, what.method, undecodedWords(what.reason), what.detail], what.count)),
    ),
    section(
      "bypassed",
      bypassed.map(({ authority, why, count }) => row([authority, tunnelWording(why).words], count)),
    ),
    section(
      "possibly missed",
      losses.map(({ code, authority, detail, count }) => row([authority, noticeWording(code).words, detail], count)),
    ),
    section(
      "widened",
      widened.map(
        ({ action, resources, reason, detail, calls }) =>
          `${action} on ${resources.join(", ")}: ${reason}, ${detail} (${named(calls)})`,
      ),
    ),
    section(
      "read in part",
      truncatedInputs.map((n) => `call ${n}: body larger than --max-body`),
    ),
    section(
      "tunnelled",
      tunnelled.map(({ authority, why, count }) => row([authority, tunnelWording(why).words], count)),
    ),
    section(
      "noticed",
      notices.map(({ code, authority, detail, count }) => row([authority, noticeWording(code).words, detail], count)),
    ),
    section("found in the policy", findingsOf(policySet).map(findingText)),
    section("odd in the recording", oddities),
  ];
  const told = sections.filter(({ lines }) => lines.length > 0);
  return [heading(recording, coverage), ...told.map((one) => sectionText(one, page))].join("\n");
}

/** All findings of a policy set, those of single policies first. */
export const findingsOf = ({ policies, findings }: PolicySet): Finding[] => [
  ...policies.flatMap((policy) => policy.findings),
  ...findings,
];

function findingText({ code, path, message, calls }: Finding): string {
  const place = path === undefined ? "" : `${path}: `;
  return `${place}${message} (${calls.length === 0 ? code : `${code}, ${named(calls)}`})`;
}

function denialText({ call, action, resource, ...refused }: CallDenial): string {
  const subject = resource === undefined ? action : `${action} on ${resource}`;
  return `call ${call}: ${subject}, ${refusedWords(refused)}`;
}

function heading({ header, end, ...rest }: Recording, coverage: Coverage): string {
  const ended = end === undefined ? "not ended" : `exit code ${end.exitCode}`;
  const { calls, operations, identities, denied, failed } = coverage;
  const totals = [
    counted(calls, "call"),
    counted(operations, "operation"),
    counted(identities, "identity", "identities"),
    `${denied} denied`,
    `${failed} failed`,
  ];
  const nothing = calls === 0 ? `no AWS call seen: ${noCallReason({ header, ...rest })}\n` : "";
  return `${header.program}, ${header.startedAt}, ${ended}\n${totals.join(", ")}\n${nothing}`;
}

const section = (title: string, rows: readonly string[]): Section => ({
  title,
  lines: rows.map((text) => `  ${text}`),
});

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

function sectionText({ title, lines }: Section, { columns, colour }: Page): string {
  const shown = colour === true ? `\u001B[1m${title}\u001B[22m` : title;
  return [shown, ...lines.flatMap((line) => wrappedLines(line, columns))].map((line) => `${line}\n`).join("");
}

function row(parts: readonly (string | undefined)[], count: number): string {
  const times = count > 1 ? [`${inThousands(count)} times`] : [];
  return [...parts.filter(Boolean), ...times].join(", ");
}

const named = (calls: readonly number[]): string =>
  `${calls.length === 1 ? "call" : "calls"} ${calls.slice(0, 10).join(", ")}${calls.length > 10 ? ", …" : ""}`;
