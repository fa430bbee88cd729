/** The half of the product that runs afterwards: recordings become permissions, and these become policies with their proof. */
import type { Remark } from "../authorize/call-remarks.ts";
import type { AssumedPlace } from "../authorize/placed-call.ts";
import type { RequiredPermission } from "../authorize/required-permission.ts";
import { createdFacts, identityFacts } from "../record/learned-facts.ts";
import type { RecordedCall, Recording } from "../record/recording.ts";
import type { PolicySet } from "../synthesize/policy-set.ts";
import type { SynthesisContext } from "../synthesize/synthesize.ts";

/** What to assume where the traffic cannot tell. */
export type PolicySettings = AssumedPlace &
  Pick<
    SynthesisContext,
    | "attachAs"
    | "denied"
    | "conditions"
    | "exact"
    | "generalise"
    | "widen"
    | "ampersandVariables"
    | "proofDetail"
    | "amend"
  >;

export interface ExplainedCall {
  readonly call: RecordedCall;
  readonly permissions: readonly RequiredPermission[];
  readonly remarks: readonly Remark[];
}

/** One recording from the texts of one or several. Rejects with an InputError. */
export async function openRecordings(
  texts: readonly { readonly name: string; readonly text: string }[],
): Promise<Recording> {
  const [{ mergeRecordings }, { readRecording }, { withSessionOwners }] = await Promise.all([
    import("../record/merge-recordings.ts"),
    import("../record/read-recording.ts"),
    import("../record/session-owners.ts"),
  ]);
  return withSessionOwners(mergeRecordings(texts.map(({ name, text }) => readRecording(text, name))));
}

/** Every distinct call with what it needs, by today's rules. What explains calls is loaded only if there are some. */
export async function explainCalls(
  recording: Recording,
  settings: PolicySettings = {},
): Promise<readonly ExplainedCall[]> {
  if (recording.calls.length === 0) return [];
  const [{ createAuthorizer }, { authorizeCalls }, { remarksOn }, { placedCall }, indexes, { loadRules }] =
    await Promise.all([
      import("../authorize/authorizer.ts"),
      import("../authorize/authorize-calls.ts"),
      import("../authorize/call-remarks.ts"),
      import("../authorize/placed-call.ts"),
      import("../data/opened-indexes.ts"),
      import("../services/load-rules.ts"),
    ]);
  const [apis, authorization] = [indexes.apiIndex(), indexes.authorizationIndex()];
  const context = { apis, authorization, rules: await loadRules(recording.calls.map(({ sdkId }) => sdkId)) };
  const accounts = new Map(identityFacts(recording).map(({ id, account }) => [id, account]));
  const placed = recording.calls.map((call) => ({ call, placed: placedCall(call, settings, accounts) }));
  const authorized = authorizeCalls(createAuthorizer(context), placed, recording.learned);
  return authorized.map(({ call, placed, permissions }) => {
    return { call, permissions, remarks: remarksOn(context, { call: placed, permissions }) };
  });
}

/** The policies of a recording whose calls have been explained. */
export async function policiesOf(
  recording: Recording,
  explained: readonly ExplainedCall[],
  settings: PolicySettings = {},
): Promise<PolicySet> {
  const [{ synthesize }, authorization, { POLICY_RISKS }] = await Promise.all([
    import("../synthesize/synthesize.ts"),
    openedAuthorization(),
    import("../services/policy-risks.ts"),
  ]);
  const observed = explained.flatMap(({ call: { n, identity, outcome, account, region, runs }, permissions }) => {
    const seen = { identity, outcome: outcome.kind, region, ...(account && { account }) };
    return permissions.map((permission) => ({ permission, call: n, ...(runs && { runs }), ...seen }));
  });
  const remarks = explained.flatMap(({ call, remarks }) => remarks.map((remark) => ({ ...remark, call: call.n })));
  const facts = { identities: identityFacts(recording), created: createdFacts(recording) };
  return synthesize(observed, { ...settings, ...facts, authorization, remarks, risks: POLICY_RISKS });
}

/** Makes one canonical form of what several statements grant. */
export async function statementUniter() {
  const { statementUniter: uniterOf } = await import("../synthesize/unite-statements.ts");
  return uniterOf(await openedAuthorization());
}

/** How CloudFormation names its resources. */
export const cloudFormationTypes = async () =>
  (await import("../data/open-cloudformation-types.ts")).openCloudFormationTypes();

/** Actions and their access levels as AWS lists them, and what they apply to. */
export async function actionTables() {
  const { applicabilityOf } = await import("../synthesize/applicability.ts");
  const authorization = await openedAuthorization();
  const { mayApply } = applicabilityOf(authorization);
  return { servicePrefixes: authorization.servicePrefixes, load: authorization.load.bind(authorization), mayApply };
}

const openedAuthorization = async () => (await import("../data/opened-indexes.ts")).authorizationIndex();
