/** KMS permissions for data at rest: AWS uses the key behind a resource with the caller's permissions. Which key, the recording tells. */
import type { ApiCall } from "../decode/api-call.ts";
import { type DataKeyUse, dataKeyUsesOf } from "../services/data-keys.ts";
import { keyActions, usesKnownKey } from "../services/kms-key.ts";
import type { CallQuestion } from "./call-question.ts";
import type { CallView } from "./call-view.ts";
import { holds } from "./evaluate-condition.ts";
import { type KnownKeys, keysAnswered } from "./known-keys.ts";
import type { RequiredPermission } from "./required-permission.ts";
import { permissionsOfActions } from "./ruled-actions.ts";

const BECAUSE = "the data is encrypted under this key, which an answer or another request of the recording names";

/** The permissions of the operation, and those for the keys behind its resources; an exact key replaces one that its alias left open. */
export function withDataKeys(
  question: CallQuestion,
  ofOperation: readonly RequiredPermission[],
  known: KnownKeys,
): readonly RequiredPermission[] {
  const found = dataKeyUsesOf(question.view.call.sdkId)
    .filter((use) => isOfCall(use, question.view))
    .flatMap((use) => permissionsFor(use, { question, ofOperation, known }));
  const exact = new Set(found.filter(({ widened }) => widened === undefined).map(({ action }) => action));
  return [...ofOperation.filter((permission) => !(isOpenKey(permission) && exact.has(permission.action))), ...found];
}

const isOpenKey = ({ origin, widened }: RequiredPermission): boolean =>
  origin === "forward-access" && (widened?.reason === "key-behind-alias" || widened?.reason === "key-unknown");

const isOfCall = ({ operations, when }: DataKeyUse, view: CallView): boolean =>
  operations?.includes(view.call.operation) !== false && (when === undefined || holds(when, view));

const isToldBy = (use: DataKeyUse, call: ApiCall): boolean =>
  use.isToldByAnswer === true && call.outcome.kind === "succeeded";

interface Context {
  readonly question: CallQuestion;
  readonly ofOperation: readonly RequiredPermission[];
  readonly known: KnownKeys;
}

function permissionsFor(use: DataKeyUse, { question, ofOperation, known }: Context): readonly RequiredPermission[] {
  const { call } = question.view;
  const resources = ofOperation
    .filter(({ action }) => use.actions.includes(action))
    .flatMap((found) => found.resources);
  const keys = isToldBy(use, call) ? keysAnswered(call) : resources.flatMap((resource) => known.of(resource));
  return [...new Set(keys)]
    .filter((key) => !known.managed.has(key))
    .flatMap((key) =>
      permissionsOfActions(question, {
        authorizedActions: usesKnownKey({ key, actions: use.kmsActions, via: use.via, because: BECAUSE }),
        because: BECAUSE,
        see: use.see,
      }),
    );
}

export interface UnknownKeyUse {
  /** KMS actions, with prefix. */
  readonly actions: readonly string[];
  readonly because: string;
}

/** Uses of keys that nothing in the recording names: needed only where the data is under a key of the customer. */
export function unknownKeyUses(call: ApiCall, permissions: readonly RequiredPermission[]): readonly UnknownKeyUse[] {
  const isKnown = permissions.some(({ origin }) => origin === "forward-access");
  const isAnswered = Object.keys(call.outcome.keys ?? {}).length > 0;
  if (isKnown || isAnswered) return [];
  return dataKeyUsesOf(call.sdkId)
    .filter((use) => isOfCall(use, { call }) && !isToldBy(use, call))
    .filter(({ actions }) => permissions.some(({ action }) => actions.includes(action)))
    .map(({ kmsActions }) => ({ actions: keyActions(kmsActions), because: UNKNOWN }));
}

const UNKNOWN = "no answer or request tells under which key the data is encrypted; AWS's own keys need no permission";
