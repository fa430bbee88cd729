/** Where the statements of a policy come from: the calls behind each, how often, when, with what outcome, from which lines. */
import type { CallSite, RecordedCall, Recording } from "../record/recording.ts";
import { unitedSites } from "../record/sightings.ts";
import type { IdentityPolicy, PolicySet, ProvedElement } from "../synthesize/policy-set.ts";

export interface StatementProvenance {
  /** Index of the policy in its set. */
  readonly policy: number;
  /** Indexes of the document and of the statement in it. */
  readonly document: number;
  readonly statement: number;
  readonly sid?: string;
  /** `n` of the distinct calls that need it, sorted. */
  readonly calls: readonly number[];
  /** How often these were made. */
  readonly requests: number;
  /** ISO 8601, UTC; absent where the recording does not tell. */
  readonly firstSeenAt?: string;
  readonly lastSeenAt?: string;
  /** Requests by the kind of their outcome. */
  readonly outcomes: { readonly [kind in RecordedCall["outcome"]["kind"]]?: number };
  /** Sorted; empty where nothing told. */
  readonly callSites: readonly CallSite[];
  /** Where the policy set was made with the proof in detail. */
  readonly elements?: readonly ProvedElement[];
}

/** In the order of policies, documents and statements. */
export function statementProvenance({ calls }: Recording, { policies }: PolicySet): readonly StatementProvenance[] {
  const byNumber = new Map(calls.map((call) => [call.n, call]));
  return policies.flatMap((policy, at) =>
    policy.documents.flatMap(({ Statement }, document) =>
      Statement.map(({ Sid = "" }, statement): StatementProvenance => {
        const needing = (policy.provenance[Sid] ?? []).flatMap((n) => byNumber.get(n) ?? []);
        const elements = elementsOf(policy, document, statement);
        return {
          policy: at,
          document,
          statement,
          ...(Sid === "" ? {} : { sid: Sid }),
          ...seen(needing),
          ...(elements === undefined ? {} : { elements }),
        };
      }),
    ),
  );
}

function seen(calls: readonly RecordedCall[]) {
  const [firstSeenAt] = calls.flatMap((call) => call.firstSeenAt ?? []).sort();
  const lastSeenAt = calls
    .flatMap((call) => call.lastSeenAt ?? [])
    .sort()
    .at(-1);
  const outcomes: { [kind in RecordedCall["outcome"]["kind"]]?: number } = {};
  for (const { outcome, count } of calls) outcomes[outcome.kind] = (outcomes[outcome.kind] ?? 0) + count;
  return {
    calls: calls.map(({ n }) => n),
    requests: calls.reduce((sum, { count }) => sum + count, 0),
    ...(firstSeenAt === undefined ? {} : { firstSeenAt }),
    ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
    outcomes,
    callSites: unitedSites(calls.flatMap(({ callSites = [] }) => callSites)),
  };
}

const elementsOf = ({ elements }: IdentityPolicy, document: number, statement: number) =>
  elements?.filter((one) => one.document === document && one.statement === statement);
