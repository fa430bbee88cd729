/** The closing words of a run: what was seen, what was not, the policy with its proof. */
import type { PolicySet, Recording } from "../pipeline.ts";
import type { Coverage } from "./coverage.ts";
import { noCallReason } from "./no-call-reason.ts";
import type { Output } from "./output.ts";
import { counted, inThousands } from "./wording.ts";

export interface SummaryFacts {
  readonly recording: Recording;
  readonly coverage: Coverage;
  readonly policySet: PolicySet;
}

export interface SummaryLine {
  readonly text: string;
  /** Must not be overlooked. */
  readonly warning: boolean;
}

/** At most four lines: the command adds where things are, and what to type next. */
export function summaryLines({ recording, coverage, policySet }: SummaryFacts): SummaryLine[] {
  const gaps = gapsOf(coverage);
  const gapLine = gaps.length === 0 ? [] : [warning(gaps.join(", "))];
  if (coverage.calls === 0) return [warning(`NO AWS CALL SEEN: ${noCallReason(recording)}`), ...gapLine];
  return [
    note(seenLine(coverage) + wouldBeDenied(coverage)),
    ...gapLine,
    sizeLine(policySet),
    ...proofLines(policySet),
  ];
}

const note = (text: string): SummaryLine => ({ text, warning: false });
const warning = (text: string): SummaryLine => ({ text, warning: true });

function seenLine({ calls, distinctCalls, operations, identities, denied, failed }: Coverage): string {
  const distinct = distinctCalls === calls ? "" : ` (${inThousands(distinctCalls)} distinct)`;
  const outcomes = [
    ...(denied > 0 ? [`${counted(denied, "call")} denied`] : []),
    ...(failed > 0 ? [`${counted(failed, "call")} failed`] : []),
  ];
  const of = `${counted(operations, "operation")} by ${counted(identities, "identity", "identities")}`;
  return [`${counted(calls, "call")}${distinct} of ${of}`, ...outcomes].join(", ");
}

/** With --enforce-log. */
function wouldBeDenied({ notices }: Coverage): string {
  const found = notices.filter(({ code }) => code === "would-be-denied").length;
  return found === 0 ? "" : `, ${counted(found, "permission")} not in the enforced policy`;
}

function gapsOf(coverage: Coverage): string[] {
  const { undecoded, bypassed, losses, fileIncomplete, widened, truncatedInputs, oddities } = coverage;
  const total = undecoded.reduce((sum, { count }) => sum + count, 0);
  return [
    ...(total > 0 ? [`${counted(total, "request")} not decoded`] : []),
    ...(bypassed.length > 0 ? [`${counted(bypassed.length, "host")} bypassed`] : []),
    ...(losses.length > 0 ? [`calls possibly missed (${losses.map(({ code }) => code).join(", ")})`] : []),
    ...(fileIncomplete ? ["recording not complete on disk"] : []),
    ...(widened.length > 0 ? [`${counted(widened.length, "permission")} widened`] : []),
    ...(truncatedInputs.length > 0 ? [`${counted(truncatedInputs.length, "body", "bodies")} read in part`] : []),
    ...(oddities.length > 0 ? ["parts of the recording not readable"] : []),
  ];
}

/** What comes of the format and the attachment asked for, so that no report of the recording says it. */
const OF_THE_OUTPUT: ReadonlySet<string> = new Set(["name-unsayable", "policy-split"]);

/** Documents that cannot take effect together, or say more than was needed. */
function sizeLine(policySet: PolicySet): SummaryLine {
  const found = [...policySet.policies.flatMap(({ findings }) => findings), ...policySet.findings];
  const [first, ...more] = found.filter(({ code, severity }) => OF_THE_OUTPUT.has(code) && severity === "warning");
  const line = policyLine(policySet);
  if (first === undefined) return note(line);
  return warning(`${line}: ${first.message}${more.length > 0 ? `, and ${more.length} more` : ""}`);
}

function policyLine({ policies }: PolicySet): string {
  const documents = policies.flatMap((policy) => policy.documents);
  const statements = documents.reduce((sum, { Statement }) => sum + Statement.length, 0);
  // IAM counts a policy's characters without white space.
  const characters = documents.reduce((sum, document) => sum + JSON.stringify(document).length, 0);
  const sizes = `${counted(statements, "statement")}, ${counted(characters, "character")}`;
  return `${documents.length === 1 ? "policy" : counted(documents.length, "policy", "policies")}: ${sizes}`;
}

function proofLines({ policies }: PolicySet): SummaryLine[] {
  const proofs = policies.map(({ proof }) => proof);
  if (proofs.length === 0) return [];
  const permissions = proofs.reduce((sum, proof) => sum + proof.permissions, 0);
  const unverified = proofs.reduce((sum, proof) => sum + proof.unverified, 0);
  const failure = proofs.flatMap(({ failures }) => failures)[0];
  const sufficient = proofs.every((proof) => proof.sufficient);
  const minimal = proofs.every((proof) => proof.minimal);
  const parts = [
    `${sufficient ? "sufficient" : "NOT sufficient"} for ${counted(permissions, "permission")}`,
    minimal ? "minimal for the calls observed" : "NOT minimal for the calls observed",
    ...(unverified > 0 ? [`${unverified} by unverified rules`] : []),
    ...(failure === undefined
      ? []
      : [`first failure: ${failure}`, "a bug of iamgen: please report it with the recording"]),
  ];
  return [{ text: `proof: ${parts.join(", ")}`, warning: !(sufficient && minimal) }];
}

/** Says the lines, each as loudly as it deserves. */
export function tell(lines: readonly SummaryLine[], output: Output): void {
  for (const { text, warning: isWarning } of lines) {
    if (isWarning) output.warn(text);
    else output.note(text);
  }
}
