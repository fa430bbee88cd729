/** The API side of the generated data: what decoding needs to know of every operation of every AWS API. Types only. */

export type MemberLocation =
  /** A member of the JSON, CBOR, XML or form body. */
  | "body"
  /** A label in the path template. */
  | "uri"
  /** A parameter of the query string. */
  | "query"
  | "header"
  /** All headers that begin with `wireName`, as a map. */
  | "headers"
  /** Further query parameters, as a map. */
  | "query-map"
  /** The body as a whole. */
  | "payload";

export type MemberType =
  | "string"
  | "boolean"
  | "integer"
  | "long"
  | "float"
  | "double"
  | "timestamp"
  | "blob"
  | "list"
  | "map"
  | "structure"
  | "document"
  | "event-stream";

export interface MemberModel {
  /** Name in the model, e.g. `Bucket`. */
  readonly name: string;
  /** Name on the wire for its location and protocol family (`x-amz-acl`, `list-type`, `SecurityGroupId`). */
  readonly wireName: string;
  /** Query and ec2 name where it differs from `wireName`. */
  readonly queryName?: string;
  readonly location: MemberLocation;
  readonly type: MemberType;
  readonly required: boolean;
  readonly sensitive: boolean;
  /**
   * Its value can fill an ARN, a condition or a rule, or its name ends in Name, Id, Arn or Role: worth keeping. For lists
   * and maps of scalars the entries; structures are never kept as a whole, their members say it for themselves.
   */
  readonly keep: boolean;
  /** Also fills the label of this name in the host prefix. */
  readonly hostLabel?: true;
  /** Lists and maps of the query and XML protocols: entries stand directly under the name. */
  readonly flattened?: true;
  /** Wire name of list entries where it is not the protocol's default (`member`). */
  readonly itemName?: string;
  /** Type of list entries or map values. */
  readonly itemType?: MemberType;
  /**
   * Nested members (of the structure, or of what the list or map holds): all of a payload's own, deeper those to keep and
   * those renamed on the wire, and what leads to them.
   */
  readonly members?: readonly MemberModel[];
}

export interface OperationModel {
  readonly name: string;
  readonly method: string;
  /** Path template without query: `/{Bucket}/{Key+}`; `/` for RPC protocols. */
  readonly path: string;
  /** Static query parts of the template, e.g. `[["list-type", "2"], ["delete", undefined]]`. */
  readonly query: readonly (readonly [name: string, value: string | undefined])[];
  /** e.g. `{AccountId}.` */
  readonly hostPrefix?: string;
  readonly members: readonly MemberModel[];
  /** The model says that this operation is sent without SigV4. */
  readonly auth?: "none" | "bearer";
  /** botocore's `deprecated`; loses a tie against an operation that is not. */
  readonly deprecated?: true;
}

/** One line of the always-loaded index: enough to choose the API, nothing of its operations. */
export interface ApiEntry {
  /** botocore's directory name, e.g. `s3control`; also the name of the generated file. */
  readonly client: string;
  readonly sdkId: string;
  readonly signingName: string;
  readonly endpointPrefix: string;
  /** All that the model lists, its first choice first. */
  readonly protocols: readonly ("json" | "query" | "ec2" | "rest-json" | "rest-xml" | "rpc-v2-cbor")[];
  /** `X-Amz-Target` prefix, e.g. `DynamoDB_20120810`; also the service name in rpc-v2-cbor paths. */
  readonly targetPrefix?: string;
  readonly apiVersion: string;
  /** Has operations that are sent without SigV4. */
  readonly unsigned?: true;
  /** Further hostname stems (`email`, `data.iot`, `api.sagemaker`) known from endpoint data, where they differ from `endpointPrefix`. */
  readonly hostPrefixes?: readonly string[];
  /** Signature version 2 of form APIs or of object storage, where the model still names them. */
  readonly legacySignature?: "v2" | "v2-storage";
}

export interface ApiModel extends ApiEntry {
  readonly operations: ReadonlyMap<string, OperationModel>;
}

export interface ApiIndex {
  readonly entries: readonly ApiEntry[];
  /** Case-sensitive as in the credential scope; empty where unknown. */
  withSigningName(signingName: string): readonly ApiEntry[];
  withTargetPrefix(targetPrefix: string): readonly ApiEntry[];
  withSdkId(sdkId: string): ApiEntry | undefined;
  /** Reads and parses `generated/api/<client>.json` on first use; the result is cached. */
  load(client: string): ApiModel;
}
