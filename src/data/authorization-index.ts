/** The IAM side of the generated data: actions, resource types and condition keys of the Service Authorization Reference. Types only. */

export type AccessLevel = "List" | "Read" | "Write" | "Permissions management" | "Tagging";

export interface ActionResourceType {
  readonly name: string;
  /** Starred in AWS's table: the action always needs a resource of this type. */
  readonly required: boolean;
  readonly conditionKeys: readonly string[];
}

export interface ActionModel {
  /** As AWS spells it, without prefix: `PutObject`. */
  readonly name: string;
  readonly accessLevel: AccessLevel;
  /** Empty: only `*` is a valid resource. */
  readonly resourceTypes: readonly ActionResourceType[];
  readonly conditionKeys: readonly string[];
  /** `prefix:Action` that AWS lists as dependent (state of December 2025). */
  readonly dependentActions: readonly string[];
}

export interface ResourceTypeModel {
  readonly name: string;
  /** `arn:${Partition}:s3:::${BucketName}/${ObjectName}`; some types have several. */
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
}

export interface AuthorizationModel {
  /** IAM prefix, e.g. `s3`. */
  readonly servicePrefix: string;
  /** Keyed by lower-case action name: IAM compares action names without case. */
  readonly actions: ReadonlyMap<string, ActionModel>;
  /** Keyed by name as AWS spells it. */
  readonly resourceTypes: ReadonlyMap<string, ResourceTypeModel>;
}

export interface AuthorizationIndex {
  readonly servicePrefixes: ReadonlySet<string>;
  /** Reads `generated/authorization/<prefix>.json` on first use; undefined where there is no such prefix. */
  load(servicePrefix: string): AuthorizationModel | undefined;
}
