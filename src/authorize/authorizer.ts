/**
 * From a call to the permissions that AWS checks for it: the service's rule, else the action named like the operation,
 * else the operation's name as a guess that says so. Knows no AWS service; the records in `services/` do.
 */
import type { ApiIndex } from "../data/api-index.ts";
import type { AuthorizationIndex } from "../data/authorization-index.ts";
import type { ApiCall } from "../decode/api-call.ts";
import { ofOperation, type ServiceRules } from "../services/define-service.ts";
import { servicePrefixOf } from "../services/service-prefixes.ts";
import { bearerTokenPermissions } from "./bearer-token.ts";
import type { CallQuestion } from "./call-question.ts";
import type { CallView } from "./call-view.ts";
import { withDataKeys } from "./data-keys.ts";
import { deniedPermissions } from "./denied-action.ts";
import { guessedPermissions } from "./guessed-action.ts";
import { type KnownKeys, NO_KEYS } from "./known-keys.ts";
import { namedPermissions } from "./named-action.ts";
import { withObservedConditions } from "./observed-conditions.ts";
import { ownedCall } from "./owned-call.ts";
import { passRolePermissions } from "./pass-role.ts";
import { mergePermissions } from "./permission.ts";
import { inCallersAccount } from "./real-account.ts";
import type { RequiredPermission } from "./required-permission.ts";
import { chooseRules } from "./rule-set.ts";
import { permissionsBesides, ruledPermissions } from "./ruled-actions.ts";
import { tagOnCreatePermissions } from "./tag-on-create.ts";

export interface AuthorizerContext {
  readonly apis: ApiIndex;
  readonly authorization: AuthorizationIndex;
  /** The record of an API; undefined where it has none. */
  readonly rules: (sdkId: string) => ServiceRules | undefined;
}

/** `keys`: what the recording as a whole tells about keys of data at rest; absent, the call alone is asked. */
export type Authorize = (call: ApiCall, keys?: KnownKeys) => readonly RequiredPermission[];

/** Permissions of one call after the other; equal ones are merged, the order depends on the call and the keys alone. */
export function createAuthorizer(context: AuthorizerContext): Authorize {
  return (call, keys = NO_KEYS) => {
    const question = askFor(call, context);
    if (reasonForNone(question) !== undefined) return [];
    const ofOperation = withDataKeys(question, permissionsOf(question), keys);
    const needed = mergePermissions([
      ...ofOperation,
      ...tagOnCreatePermissions(question, ofOperation),
      ...passRolePermissions(question, ofOperation),
      ...bearerTokenPermissions(question),
    ]);
    const all = inCallersAccount([...needed, ...deniedPermissions(question, needed)], call.account);
    return withObservedConditions(question, all);
  };
}

/** Why AWS asks for no permission at all for this call; undefined where it asks for some. */
export function explainNoPermission(context: AuthorizerContext, call: ApiCall): string | undefined {
  return reasonForNone(askFor(call, context));
}

function permissionsOf(question: CallQuestion): readonly RequiredPermission[] {
  return [...ofOperationItself(question), ...permissionsBesides(question)];
}

function ofOperationItself(question: CallQuestion): readonly RequiredPermission[] {
  if (question.rule !== undefined) return ruledPermissions(question, question.rule);
  return question.sameNamed === undefined
    ? guessedPermissions(question)
    : namedPermissions(question, question.sameNamed);
}

function reasonForNone({ view, rule }: CallQuestion): string | undefined {
  if (view.call.auth === "none") return "the request is not signed, so no identity's policy is asked";
  if (view.operation?.auth === "none") return "the operation is called without a signature";
  if (view.operation?.auth === "bearer") return "a bearer token authorizes the operation, not IAM";
  return rule !== undefined && rule.authorizedActions.length === 0 ? rule.because : undefined;
}

function askFor(call: ApiCall, { apis, authorization, rules }: AuthorizerContext): CallQuestion {
  const entry = apis.withSdkId(call.sdkId);
  const operation = entry === undefined ? undefined : apis.load(entry.client).operations.get(call.operation);
  const view: CallView = { call: ownedCall(call), ...(operation === undefined ? {} : { operation }) };
  const ruleSet = chooseRules(rules(call.sdkId), view);
  const servicePrefix = ruleSet?.servicePrefix ?? servicePrefixOf(entry?.signingName ?? call.signingName);
  const model = authorization.load(servicePrefix);
  const sameNamed = model?.actions.get(call.operation.toLowerCase());
  const own = ofOperation(ruleSet?.operations, call.operation);
  const rule = own ?? (sameNamed === undefined ? ruleSet?.otherwise : undefined);
  return {
    view,
    authorization,
    servicePrefix,
    ...(model === undefined ? {} : { model }),
    ...(sameNamed === undefined ? {} : { sameNamed }),
    ...(ruleSet === undefined ? {} : { rules: ruleSet }),
    ...(rule === undefined ? {} : { rule }),
  };
}
