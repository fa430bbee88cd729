/** What is asked about one resource type of an action, and what the call tells of it. Types only. */
import type { AuthorizationModel, ResourceTypeModel } from "../data/authorization-index.ts";
import type { Fill } from "../services/rule-value.ts";
import type { CallView } from "./call-view.ts";
import type { ResolvedResource } from "./policy-text.ts";

export interface TypeFill {
  /** `arn`: the input holds the ARN; `rule`: the service's record tells; `name`: by member names; `open`: some variable is `*`. */
  readonly by: "arn" | "rule" | "name" | "open";
  /** Of member names; the weakest of the variables. */
  readonly fit: number;
  readonly resources: readonly ResolvedResource[];
  /** The operation makes the resource. */
  readonly isCreated: boolean;
  /** Some of the names stand in parts of the input, not in members of the request itself. */
  readonly isInside?: boolean;
}

export interface TypeQuestion {
  readonly type: ResourceTypeModel;
  readonly model: AuthorizationModel;
  readonly view: CallView;
  /** The service's own rule for the type, if it has one. */
  readonly fills?: readonly Fill[];
  readonly isCreated: boolean;
  readonly takesBareNames: boolean;
}
