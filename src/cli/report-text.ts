/** The coverage of a recording as a text for people, section by section; empty sections are left out. */
import type { Finding, PolicySet, Recording } from "../pipeline.ts";
import type { CallDenial, Coverage } from "./coverage.ts";
import { noCallReason } from "./no-call-reason.ts";
import { counted, noticeWording, refusedWords, tunnelWording, undecodedWords } from "./wording.ts";

export interface ReportFacts {
  readonly recording: Recording;
  readonly coverage: Coverage;
  readonly policySet: PolicySet;
}

export function reportText({ recording, coverage, policySet }: ReportFacts): string {
  const { undecoded, denials, bypassed, losses, widened, tunnelled, notices, truncatedInputs, oddities } = coverage;
  const sections = [
    section("seen", seenRows(recording)),
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
  return [heading(recording, coverage), ...sections.filter((text) => text !== "")].join("\n");
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

function seenRows({ calls }: Recording): string[] {
  return calls.map(({ n, sdkId, operation, region, outcome, count }) => {
    const answer = [outcome.kind === "none" ? "no answer" : outcome.kind, outcome.errorCode];
    return `${n}  ${row([`${sdkId} ${operation}`, region, answer.filter(Boolean).join(" ")], count)}`;
  });
}

const section = (title: string, rows: readonly string[]): string =>
  rows.length === 0 ? "" : `${title}\n${rows.map((text) => `  ${text}\n`).join("")}`;

function row(parts: readonly (string | undefined)[], count: number): string {
  const times = count > 1 ? [`${count.toLocaleString("en-US")} times`] : [];
  return [...parts.filter(Boolean), ...times].join(", ");
}

const named = (calls: readonly number[]): string =>
  `${calls.length === 1 ? "call" : "calls"} ${calls.slice(0, 10).join(", ")}${calls.length > 10 ? ", …" : ""}`;
