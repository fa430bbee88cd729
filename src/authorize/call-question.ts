/** What is known of a call before its permissions are derived. Types only. */
import type { ActionModel, AuthorizationIndex, AuthorizationModel } from "../data/authorization-index.ts";
import type { OperationRule, RuleSet } from "../services/define-service.ts";
import type { CallView } from "./call-view.ts";

/** Everything that one call's permissions are derived from. */
export interface CallQuestion {
  readonly view: CallView;
  readonly authorization: AuthorizationIndex;
  readonly servicePrefix: string;
  readonly model?: AuthorizationModel;
  /** The action named like the operation, whatever its case. */
  readonly sameNamed?: ActionModel;
  readonly rules?: RuleSet;
  readonly rule?: OperationRule;
}
