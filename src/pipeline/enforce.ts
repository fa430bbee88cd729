/**
 * A policy enforced while the program runs: each decoded call is judged before it goes on, and refused as AWS would refuse
 * it. What cannot be decoded cannot be judged; it goes on, unless the user wants it otherwise.
 */

import type { AssumedPlace } from "../authorize/placed-call.ts";
import type { Gate, OwnAnswer, RequestHead } from "../capture/captured-exchange.ts";
import { refusal } from "../decode/answer/refusal.ts";
import type { DecodedRequest, Learned, Outcome } from "../decode/api-call.ts";
import { InputError } from "../errors.ts";
import { UnknownOperatorError } from "../iam/evaluate-condition.ts";
import type { PolicyDocument } from "../iam/policy-document.ts";
import type { RecordedNotice } from "../record/recording.ts";
import { callJudge, type JudgeCall } from "./judge-call.ts";

export interface EnforcedPolicy {
  readonly document: PolicyDocument;
  /** As the user calls it; stands in the answers. */
  readonly name: string;
  /** Nothing is refused; what would be is noticed. */
  readonly logOnly: boolean;
  /** Requests that cannot be decoded are refused. */
  readonly refuseUndecoded: boolean;
  /** Where the traffic does not tell it. */
  readonly assumed: AssumedPlace;
}

export interface Enforcer {
  /** For one exchange. `read`: what its request turned out to be; undefined where it is not decoded. */
  gate(head: RequestHead, read: () => DecodedRequest | undefined): EnforcingGate;
  /** Facts from answers, which later calls are judged by. */
  learned(fact: Learned): void;
}

export interface EnforcingGate extends Gate {
  /** How the call ended, if it was refused here. */
  readonly refused: Outcome | undefined;
}

/** Bodies that come while the answer does already (RFC 9113 8.1; Smithy event streams): the head alone can be judged. */
const STREAM_OF_EVENTS = /^application\/vnd\.amazon\.eventstream\b/i;

/** @throws InputError where the policy cannot be judged by. */
export async function openEnforcer(
  policy: EnforcedPolicy,
  notice: (notice: RecordedNotice) => void,
): Promise<Enforcer> {
  const judge = await judgeOf(policy);
  const accounts = new Map<string, string>();
  const arns = new Map<string, string>();
  const ruled = { policy, judge, notice, identities: { accounts, arns } };
  return {
    gate: (head, read) => gateOf(ruled, head, read),
    learned(fact) {
      if (fact.kind === "identity") {
        accounts.set(fact.id, fact.account);
        arns.set(fact.id, fact.arn);
      }
      if (fact.kind === "session") {
        const [account, arn] = [fact.account ?? accounts.get(fact.of), arns.get(fact.of)];
        if (account !== undefined) accounts.set(fact.id, account);
        if (arn !== undefined) arns.set(fact.id, arn);
      }
    },
  };
}

async function judgeOf({ assumed, document, name }: EnforcedPolicy): Promise<JudgeCall> {
  try {
    return await callJudge([document], assumed);
  } catch (error) {
    if (!(error instanceof UnknownOperatorError)) throw error;
    throw new InputError("policy-not-enforceable", `cannot enforce \`${name}\`: ${error.message}`, { cause: error });
  }
}

interface Ruled {
  readonly policy: EnforcedPolicy;
  readonly judge: JudgeCall;
  readonly notice: (notice: RecordedNotice) => void;
  readonly identities: Parameters<JudgeCall>[1];
}

function gateOf(ruled: Ruled, head: RequestHead, read: () => DecodedRequest | undefined): EnforcingGate {
  let refused: Outcome | undefined;
  const refuse = ({ answer, outcome }: Refused): OwnAnswer => {
    refused = outcome;
    return answer;
  };
  return {
    waitsForBody: !head.headers.some(([name, value]) => /^content-type$/i.test(name) && STREAM_OF_EVENTS.test(value)),
    get refused() {
      return refused;
    },
    decide() {
      const request = read();
      const found = request === undefined ? undecodedIn(ruled, head) : refusalOf(ruled, head, request);
      return found === undefined ? undefined : refuse(found);
    },
  };
}

interface Refused {
  readonly answer: OwnAnswer;
  readonly outcome: Outcome;
}

function refusalOf({ identities, judge, notice, policy }: Ruled, head: RequestHead, { call }: DecodedRequest) {
  const authority = head.host === "" ? head.connection.authority : head.host;
  const { denial, untested } = judge(call, identities);
  for (const key of untested) notice({ code: "condition-not-tested", detail: key });
  if (denial === undefined) return undefined;
  if (policy.logOnly) {
    notice({ code: "would-be-denied", authority, detail: `${denial.action} on ${denial.resource ?? "*"}` });
    return undefined;
  }
  const remark = `(refused by iamgen, which enforces ${policy.name})`;
  const { answer, errorCode } = refusal({ call, headers: head.headers, denial, remark });
  const outcome: Outcome = { kind: "denied", httpStatus: answer.status, errorCode, denial, deniedBy: "iamgen" };
  return { answer, outcome } satisfies Refused;
}

/** No protocol is known: its clients make an error of any kind of the status. */
function undecodedIn({ notice, policy }: Ruled, head: RequestHead): Refused | undefined {
  if (!policy.refuseUndecoded || policy.logOnly) return undefined;
  const authority = head.host === "" ? head.connection.authority : head.host;
  notice({ code: "undecoded-refused", authority });
  const body = Buffer.from(`iamgen: cannot tell which operation this is, and --strict refuses what it cannot judge\n`);
  return {
    answer: { status: 403, headers: [["Content-Type", "text/plain; charset=utf-8"]], body },
    outcome: { kind: "denied", httpStatus: 403, deniedBy: "iamgen" },
  };
}
