/** What leaves `authorize/`: one action on some resources that a call needs, with the reason. */
import type { ConditionBlock } from "../iam/condition.ts";

export type PermissionOrigin =
  /** The call itself. */
  | "direct"
  /** A further action that AWS checks for this request. */
  | "dependent"
  /** iam:PassRole for a role in the input. */
  | "pass-role"
  /** Another API that AWS calls with the caller's permissions (KMS behind storage, …). */
  | "forward-access";

export interface Widening {
  /** Stable, kebab-case: `no-resource-in-input`, `id-assigned-by-aws`, `ambiguous-resource-type`, `account-unknown`, … */
  readonly reason: string;
  /** Names what was missing, e.g. the ARN variable. */
  readonly detail: string;
}

export interface RequiredPermission {
  /** `prefix:Action`, in AWS's spelling. */
  readonly action: string;
  /** Complete ARNs (literal `*`, `?`, `$` of names escaped as `${*}` …) or exactly `["*"]`. Never empty. */
  readonly resources: readonly string[];
  readonly conditions: ConditionBlock;
  /** Conditions that the request shows to hold besides, by resource; a policy may do without them. */
  readonly observedConditions?: { readonly [resource: string]: ConditionBlock };
  readonly accessLevel?: string;
  readonly origin: PermissionOrigin;
  /** One clause, lower case: why this is needed. */
  readonly because: string;
  /** The page of AWS that says so; absent where none is known. */
  readonly see?: string;
  /** False: no table or rule vouches for this action; it is the operation's own name. */
  readonly verified: boolean;
  /** Present where a resource is less exact than the request: `*` for an action without resource types is not widened. */
  readonly widened?: Widening;
  /** The request named an account of a stand-in (moto, LocalStack); here stands the caller's own. */
  readonly isMovedFromStandIn?: true;
}
