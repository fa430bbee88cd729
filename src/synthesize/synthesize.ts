/** From observed permissions to proved policies, one an identity. Same observations, any order: same bytes. */
import type { AccessLevel, AuthorizationIndex } from "../data/authorization-index.ts";
import { parseAction } from "../iam/action.ts";
import type { Attachment } from "../iam/attachment.ts";
import type { PolicyDocument } from "../iam/policy-document.ts";
import type { PolicyRisk } from "../iam/policy-risk.ts";
import { policySize, QUOTAS } from "../iam/quotas.ts";
import { uniteAlternatives } from "./alternative-values.ts";
import { type Applicability, applicabilityOf, withEvidence } from "./applicability.ts";
import { type Block, callsFinder, prunerFor } from "./block.ts";
import { type CallRemark, remarkFindings } from "./call-remark.ts";
import { atLevel, type ConditionLevel } from "./condition-level.ts";
import { choosePermissions, type DeniedCalls } from "./denied-calls.ts";
import { documentsOf } from "./documents.ts";
import { FINDING_KINDS } from "./finding-codes.ts";
import { findingsOf } from "./findings.ts";
import { fitAlone } from "./fit-alone.ts";
import { type GeneraliseOptions, generalise } from "./generalise.ts";
import { group, sortedBlocks } from "./group.ts";
import { groupByIdentity, type IdentityGroup } from "./identity.ts";
import type { IdentityFact, ObservedPermission } from "./observed-permission.ts";
import { groupBy, sortedNumbers, sortedTexts } from "./order.ts";
import type { Finding, IdentityPolicy, PolicySet } from "./policy-set.ts";
import { prove, type Trial } from "./proof.ts";
import { proofDetail } from "./proof-detail.ts";
import { type Requirement, requirementsOf, withoutCovered } from "./requirement.ts";
import { riskFindings } from "./risk-findings.ts";
import { sayablePermissions } from "./sayable-permissions.ts";
import { statementOf } from "./unite-statements.ts";
import { widenToFit } from "./widen-to-fit.ts";

export interface SynthesisContext extends GeneraliseOptions {
  readonly identities: readonly IdentityFact[];
  readonly remarks?: readonly CallRemark[];
  /** How the documents will be attached, which limits their size; absent: as managed policies. */
  readonly attachAs?: Attachment;
  /** Absent: include. */
  readonly denied?: DeniedCalls;
  /** Absent: safe. */
  readonly conditions?: ConditionLevel;
  /** The output spells policy variables `&{…}`, and cannot say all names: see `iam/ampersand-variables.ts`. */
  readonly ampersandVariables?: boolean;
  /** Over the size limit: shorten by wildcards rather than split. */
  readonly widen?: boolean;
  /** What permissions let one do beyond what they say; each that the calls need is a finding. */
  readonly risks?: readonly PolicyRisk[];
  /** Tell of each element which calls need it. */
  readonly proofDetail?: boolean;
  /** A seam for tests: what becomes of the documents before they are proved, so that a proof can be seen to fail. */
  readonly amend?: (documents: readonly PolicyDocument[]) => readonly PolicyDocument[];
}

interface PolicyContext extends Pick<SynthesisContext, "risks" | "proofDetail" | "amend"> {
  readonly applicability: Applicability;
  readonly authorization: AuthorizationIndex;
  readonly attachAs: Attachment;
  readonly widen: boolean;
}

/** Grants exactly what is required, in few statements, split where one document is too small. Nothing observed: no policy. */
export function synthesize(observed: readonly ObservedPermission[], context: SynthesisContext): PolicySet {
  const { authorization, attachAs = "managed-policy", widen = false, risks, proofDetail, amend } = context;
  const asked = { ...(risks && { risks }), ...(proofDetail && { proofDetail }), ...(amend && { amend }) };
  const applicability = applicabilityOf(authorization);
  const { chosen, findings } = choosePermissions(observed, context.denied ?? "include");
  const general = generalise(atLevel(chosen, context.conditions ?? "safe"), context);
  const said =
    context.ampersandVariables === true ? sayablePermissions(general.observed) : { ...general, findings: [] };
  const policies = groupByIdentity(said.observed, context.identities).map((group) =>
    policyOf(group, { ...asked, applicability, authorization, attachAs, widen }),
  );
  const remarks = remarkFindings(context.remarks ?? []);
  return { policies, findings: [...nothing(observed), ...findings, ...general.findings, ...said.findings, ...remarks] };
}

function nothing(observed: readonly ObservedPermission[]): readonly Finding[] {
  if (observed.length > 0) return [];
  const message = "no call of the recording needs a permission: there is no policy";
  return [{ code: "nothing-to-grant", severity: FINDING_KINDS["nothing-to-grant"].severity, message, calls: [] }];
}

function policyOf({ identity, observed }: IdentityGroup, context: PolicyContext): IdentityPolicy {
  const { authorization, attachAs, risks = [], amend = (made) => made } = context;
  const requirements = requirementsOf(observed);
  const needed = withoutCovered(requirements);
  const { documents: made, widenings } = fittingDocuments(requirements, needed, context);
  const documents = amend(made);
  const { proof, trials } = prove(documents, requirements);
  return {
    identity,
    documents,
    needed: needed.map(statementOf),
    proof,
    ...(context.proofDetail === true ? { elements: proofDetail(documents, trials) } : {}),
    provenance: provenanceOf(documents, trials),
    findings: [
      ...findingsOf(documents, trials, { authorization, attachAs }),
      ...riskFindings(requirements, risks),
      ...widenings,
    ],
  };
}

/** Documents within the quota: as many as it takes, or one that grants more where that was asked for. */
function fittingDocuments(
  requirements: readonly Requirement[],
  needed: readonly Requirement[],
  { applicability, authorization, attachAs, widen }: PolicyContext,
): { readonly documents: readonly PolicyDocument[]; readonly widenings: readonly Finding[] } {
  const { characters } = QUOTAS[attachAs];
  const written = (wanted: readonly Requirement[], limit: number): readonly PolicyDocument[] => {
    const shortest = withoutCovered(wanted);
    return documentsOf(blocksOf(shortest, withEvidence(applicability, [...requirements, ...wanted])), {
      characters: limit,
      levelsOf: accessLevels([...requirements, ...wanted], authorization),
      prune: prunerFor(shortest),
      callsOf: once(() => callsFinder(shortest)),
    });
  };
  const { needed: short, findings } = fitAlone(needed, characters);
  if (!widen) return { documents: written(short, characters), widenings: findings };
  const fits = (wanted: readonly Requirement[]): boolean =>
    written(wanted, Number.POSITIVE_INFINITY).every((document) => policySize(document) <= characters);
  const widened = widenToFit(short, { fits, authorization });
  return { documents: written(widened.needed, characters), widenings: [...findings, ...widened.findings] };
}

/** Made when it is first asked: only a policy that is split needs it. */
function once(make: () => (block: Block) => ReadonlySet<number>): (block: Block) => ReadonlySet<number> {
  let made: ReturnType<typeof make> | undefined;
  return (block) => {
    made ??= make();
    return made(block);
  };
}

function blocksOf(requirements: readonly Requirement[], applicability: Applicability): readonly Block[] {
  const byCondition = groupBy(requirements, ({ conditionKey }) => conditionKey);
  const blocks = [...byCondition.values()].flatMap((same) => group(same, same[0]?.conditions ?? {}, applicability));
  return sortedBlocks(uniteAlternatives(sortedBlocks(blocks)));
}

/** As the permissions say, else as AWS's table does. */
function accessLevels(
  requirements: readonly Requirement[],
  authorization: AuthorizationIndex,
): (action: string) => readonly string[] {
  const said = groupBy(requirements, ({ action }) => action);
  const found = new Map<string, readonly string[]>();
  return (action) => {
    const known = found.get(action) ?? levelsOf(action, said.get(action) ?? [], authorization);
    found.set(action, known);
    return known;
  };
}

function levelsOf(
  action: string,
  requirements: readonly Requirement[],
  authorization: AuthorizationIndex,
): readonly string[] {
  const levels = sortedTexts(requirements.flatMap(({ accessLevel }) => accessLevel ?? []));
  if (levels.length > 0) return levels;
  const parsed = parseAction(action);
  const model = parsed && authorization.load(parsed.servicePrefix)?.actions.get(parsed.name.toLowerCase());
  const level: AccessLevel | undefined = model?.accessLevel;
  return level === undefined ? [] : [level];
}

/** Sid -> calls, told by the evaluator: the statements that allow what a call needs. */
function provenanceOf(documents: readonly PolicyDocument[], trials: readonly Trial[]): IdentityPolicy["provenance"] {
  const calls = new Map<string, Set<number>>();
  for (const { requirement, allowedBy } of trials) {
    for (const { document, statement } of allowedBy) {
      const sid = documents[document]?.Statement[statement]?.Sid ?? "";
      const known = calls.get(sid) ?? new Set();
      for (const call of requirement.calls) known.add(call);
      calls.set(sid, known);
    }
  }
  return Object.fromEntries(sortedTexts(calls.keys()).map((sid) => [sid, sortedNumbers(calls.get(sid) ?? [])]));
}
