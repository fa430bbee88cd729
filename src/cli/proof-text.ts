/** `iamgen explain --proof`: each statement and element of the policy with the calls that need it. */
import type { IdentityPolicy, PolicySet, StatementProvenance } from "../pipeline.ts";
import { seenLines } from "./provenance-text.ts";
import { counted, inThousands } from "./wording.ts";

type Proof = IdentityPolicy["proof"];

/** For people; one section an identity. */
export function proofText({ policies }: PolicySet, statements: readonly StatementProvenance[]): string {
  return policies
    .map((policy, at) => {
      const own = statements.filter((one) => one.policy === at);
      const several = policy.documents.length > 1;
      return [heading(policy), ...verdict(policy.proof), ...own.flatMap((one) => statementLines(one, several))];
    })
    .map((lines) => lines.map((line) => `${line}\n`).join(""))
    .join("\n");
}

/** One JSON object a statement, one a line. */
export function proofLines({ policies }: PolicySet, statements: readonly StatementProvenance[]): string {
  return statements
    .map(({ policy, ...statement }) => {
      const { identity, proof } = policies[policy] ?? {};
      return `${JSON.stringify({ identity, ...statement, proof })}\n`;
    })
    .join("");
}

const heading = ({ identity }: IdentityPolicy): string => `policy of ${identity.arn ?? identity.ids.join(", ")}`;

function verdict({ sufficient, minimal, permissions, unverified, failures }: Proof): string[] {
  const known = unverified === 0 ? "" : `, ${unverified} of them by unverified rules`;
  return [
    sufficient
      ? `  sufficient: it allows all of ${counted(permissions, "permission")} that the calls need${known}`
      : `  NOT sufficient for ${counted(permissions, "permission")} that the calls need${known}`,
    minimal ? "  minimal: without any element below some call is denied" : "  NOT minimal",
    ...failures.map((failure) => `  failed: ${failure}`),
  ];
}

function statementLines({ sid, document, statement, ...facts }: StatementProvenance, several: boolean): string[] {
  const place = several ? ` in document ${document + 1}` : "";
  const outcomes = Object.entries(facts.outcomes).map(([kind, count]) => `${count} ${kind}`);
  const times = counted(facts.requests, "request");
  return [
    `  ${sid ?? `Statement[${statement}]`}${place}: ${counted(facts.calls.length, "call")}, ${times}, ${outcomes.join(", ")}`,
    ...seenLines(facts).map((line) => `    ${line}`),
    ...(facts.elements ?? []).flatMap(({ element, value, calls, generalises = [] }) => [
      `    ${element} ${value}: ${calls.length === 0 ? "needed by no call alone" : named(calls)}`,
      ...generalises.map((reason) => `      stands for more: ${reason}`),
    ]),
  ];
}

const MOST_CALLS = 10;

function named(calls: readonly number[]): string {
  const more = calls.length - MOST_CALLS;
  const list = calls.slice(0, MOST_CALLS).join(", ");
  return `${calls.length === 1 ? "call" : "calls"} ${list}${more > 0 ? ` and ${inThousands(more)} more` : ""}`;
}
