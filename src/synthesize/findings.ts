/** What a reviewer must know of a policy: every wildcard has its reason, every guess and every denial is said. */
import type { AuthorizationIndex } from "../data/authorization-index.ts";
import { parseAction } from "../iam/action.ts";
import type { Attachment } from "../iam/attachment.ts";
import type { PolicyDocument } from "../iam/policy-document.ts";
import { hasWildcard } from "../iam/wildcard.ts";
import { codeOfWidening, FINDING_KINDS, type FindingCode } from "./finding-codes.ts";
import { compareText, groupBy, sortedNumbers, sortedTexts } from "./order.ts";
import type { Finding } from "./policy-set.ts";
import type { Trial } from "./proof.ts";
import { sizeFindings } from "./size-findings.ts";

/** A requirement and the place of its resource in the documents. */
interface Placed extends Trial {
  readonly path: string | undefined;
  /** Sorts by document, statement and entry. */
  readonly place: number;
}

export interface FindingContext {
  readonly authorization: AuthorizationIndex;
  readonly attachAs: Attachment;
}

/** Sorted by code, then by place in the documents. */
export function findingsOf(
  documents: readonly PolicyDocument[],
  trials: readonly Trial[],
  { authorization, attachAs }: FindingContext,
): readonly Finding[] {
  const placed = trials
    .filter(({ requirement }) => isWorthAWord(requirement))
    .map((trial) => ({ ...trial, ...placeOf(trial, documents) }))
    .sort((a, b) => a.place - b.place || compareText(a.requirement.action, b.requirement.action));
  return [
    ...denials(placed),
    ...sizeFindings(documents, attachAs, trials),
    ...wildcards(placed, authorization),
    ...widenings(placed),
    ...guesses(placed),
  ];
}

/** Few are: a long recording has many requirements, and their places cost time. */
const isWorthAWord = ({ resource, widenings, isVerified, deniedCalls }: Trial["requirement"]): boolean =>
  widenings.length > 0 || !isVerified || deniedCalls.length > 0 || hasWildcard(resource);

function placeOf(
  { allowedBy }: Trial,
  documents: readonly PolicyDocument[],
): { path: string | undefined; place: number } {
  const [match] = allowedBy;
  if (match === undefined) return { path: undefined, place: Number.MAX_SAFE_INTEGER };
  const { document, statement, resources } = match;
  const resource = resources[0] ?? 0;
  const isList = typeof documents[document]?.Statement[statement]?.Resource !== "string";
  const inDocument = documents.length > 1 ? `documents[${document}].` : "";
  return {
    path: `${inDocument}Statement[${statement}].Resource${isList ? `[${resource}]` : ""}`,
    place: (document * 1e5 + statement) * 1e5 + resource,
  };
}

interface Summed {
  readonly code: FindingCode;
  /** Where it is not that of the code. */
  readonly severity?: Finding["severity"];
  readonly message: string;
  readonly path: string | undefined;
  readonly calls: Iterable<number>;
}

function finding({ path, calls, code, severity = FINDING_KINDS[code].severity, message }: Summed): Finding {
  return { code, severity, message, ...(path === undefined ? {} : { path }), calls: sortedNumbers(calls) };
}

const actionsOf = (placed: readonly Placed[]): string =>
  sortedTexts(placed.map(({ requirement }) => `\`${requirement.action}\``)).join(", ");

const callsOf = (placed: readonly Placed[]): number[] => placed.flatMap(({ requirement }) => requirement.calls);

function widenings(placed: readonly Placed[]): Finding[] {
  const widened = placed.flatMap((trial) => trial.requirement.widenings.map((found) => ({ trial, ...found })));
  const alike = groupBy(widened, ({ trial, widening }) =>
    [trial.path, trial.requirement.resource, widening.reason, widening.detail].join("\n"),
  );
  return [...alike.values()].map((same) => {
    const first = same[0];
    return finding({
      code: codeOfWidening(first?.widening.reason ?? ""),
      path: first?.trial.path,
      message: `\`${first?.trial.requirement.resource}\` is wider than the calls needed for ${actionsOf(
        same.map(({ trial }) => trial),
      )}: ${first?.widening.reason}: ${first?.widening.detail}`,
      calls: same.flatMap(({ calls }) => calls),
    });
  });
}

/** Wildcards that no widening explains: AWS takes nothing but `*`, or the reason is not known and that is said. */
function wildcards(placed: readonly Placed[], authorization: AuthorizationIndex): Finding[] {
  const unexplained = placed.filter(
    ({ requirement }) => requirement.widenings.length === 0 && hasWildcard(requirement.resource),
  );
  const codeOf = ({ requirement }: Placed): string =>
    requirement.resource === "*" && takesOnlyStar(requirement.action, authorization)
      ? "no-resource-types"
      : "resource-wildcard";
  const alike = groupBy(unexplained, (trial) => [codeOf(trial), trial.path, trial.requirement.resource].join("\n"));
  return [...alike]
    .sort(([a], [b]) => compareText(a.split("\n")[0] ?? "", b.split("\n")[0] ?? ""))
    .map(([key, same]) => {
      const isPlain = key.startsWith("no-resource-types");
      return finding({
        code: isPlain ? "no-resource-types" : "resource-wildcard",
        path: same[0]?.path,
        message: isPlain
          ? `AWS takes only \`*\` as the resource of ${actionsOf(same)}`
          : `\`${same[0]?.requirement.resource}\` has a wildcard without a known reason, for ${actionsOf(same)}`,
        calls: callsOf(same),
      });
    });
}

function takesOnlyStar(action: string, authorization: AuthorizationIndex): boolean {
  const parsed = parseAction(action);
  const model = parsed && authorization.load(parsed.servicePrefix)?.actions.get(parsed.name.toLowerCase());
  return model?.resourceTypes.length === 0;
}

function guesses(placed: readonly Placed[]): Finding[] {
  const unverified = groupBy(
    placed.filter(({ requirement }) => !requirement.isVerified),
    ({ requirement }) => requirement.action,
  );
  return [...unverified].map(([action, same]) =>
    finding({
      code: "unverified-action",
      path: undefined,
      message: `\`${action}\` is the operation's own name: no table or rule says that it is the action that AWS checks`,
      calls: callsOf(same),
    }),
  );
}

function denials(placed: readonly Placed[]): Finding[] {
  const denied = groupBy(
    placed.filter(({ requirement }) => requirement.deniedCalls.length > 0),
    ({ requirement }) => requirement.action,
  );
  return [...denied].map(([action, same]) =>
    finding({
      code: "denied-call",
      path: undefined,
      message: `a call that needs \`${action}\` was denied when it was observed; the policy allows it`,
      calls: same.flatMap(({ requirement }) => requirement.deniedCalls),
    }),
  );
}
