/** What leaves `decode/`: an AWS API call in the words of its model. Plain JSON, no secret in it: it is what a recording holds. */

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

/** What the text of a denial says. */
export interface Denial {
  /** `prefix:Action` as the text spells it. */
  readonly action: string;
  /** ARN; may hold wildcards of AWS's own. */
  readonly resource?: string;
  /** ARN of the caller. */
  readonly principal?: string;
  /** The kind of policy that refused; absent where the text does not say. */
  readonly policyType?:
    | "identity-based"
    | "resource-based"
    | "permissions-boundary"
    | "session"
    | "service-control"
    | "resource-control"
    | "vpc-endpoint"
    | "role-trust";
  /** A statement denies; else none allows. */
  readonly isExplicit?: true;
}

export interface Outcome {
  /** `none`: no response was seen. `denied`: AWS refused for lack of permission. */
  readonly kind: "succeeded" | "denied" | "failed" | "none";
  readonly httpStatus?: number;
  readonly errorCode?: string;
  /** Of a denied call whose answer says what was missing. */
  readonly denial?: Denial;
  /** Present where not AWS refused the call but iamgen, enforcing a policy: the call never reached AWS. */
  readonly deniedBy?: "iamgen";
  /** KMS keys that the answer names (ARN, id or alias), by what the answer rule calls them. */
  readonly keys?: { readonly [name: string]: string };
}

export type WireProtocol = "json" | "query" | "ec2" | "rest-json" | "rest-xml" | "rpc-v2-cbor";

export interface ApiCall {
  readonly kind: "call";
  /** The model's service id, e.g. `S3`, `DynamoDB`, `Cognito Identity Provider`. */
  readonly sdkId: string;
  /** Operation name as in the model, e.g. `PutObject`. */
  readonly operation: string;
  /** The service of the credential scope as sent; the model's own for unsigned and SigV2 requests. */
  readonly signingName: string;
  readonly protocol: WireProtocol;
  /** `aws`, `aws-cn`, …; from the region. */
  readonly partition: string;
  /** Of the credential scope; for SigV4A the host's or `*`; empty where nothing tells. */
  readonly region: string;
  /** 12 digits; the account that the access key id encodes. Absent where it encodes none. */
  readonly account?: string;
  /** Short hash of the access key id; `anonymous` for unsigned calls, `bearer` for token calls. */
  readonly identity: string;
  readonly auth: "sigv4" | "sigv4-query" | "sigv4a" | "sigv4a-query" | "sigv2" | "sigv2-query" | "bearer" | "none";
  /** Request hostname (no port), lower case: endpoint kinds (access point, accelerate, …) show here. */
  readonly hostname: string;
  /** Kept values only, keyed by model member name; nested as the input was. */
  readonly input: JsonObject;
  /** Names of all top-level members present in the input, sorted. */
  readonly members: readonly string[];
  /** The body was larger than the budget; values beyond it are unknown. */
  readonly inputTruncated?: true;
  readonly outcome: Outcome;
  readonly source: "proxy" | "csm";
}

export type UndecodedReason =
  /** No signature, and no unsigned operation matches. */
  | "unsigned"
  /** The signing name or host is no endpoint of a known API. */
  | "unknown-endpoint"
  /** The API is known, none of its operations matches. */
  | "unknown-operation"
  /** Several operations match and nothing tells them apart. */
  | "ambiguous-operation"
  /** The body that holds the operation or its input cannot be read. */
  | "body-unreadable"
  /** Not a request at all, or a signature that is not well formed. */
  | "malformed-request"
  /** Decoding itself failed: a bug, reported with what can be told. */
  | "internal";

export interface Undecoded {
  readonly kind: "undecoded";
  readonly reason: UndecodedReason;
  /** `hostname:port` or hostname the request was for. */
  readonly authority: string;
  readonly signingName?: string;
  readonly method?: string;
  /** Short and free of secrets: an operation name, a path with its values replaced, an error class. */
  readonly detail?: string;
}

/** Facts that an answer reveals beside the outcome of its own call (D13, D18). */
export type Learned =
  | {
      readonly kind: "identity";
      readonly id: string;
      readonly account: string;
      readonly arn: string;
      readonly from: string;
    }
  /** The key `id` is one of the identity `of`, which made the call that handed it out. */
  | { readonly kind: "session"; readonly id: string; readonly of: string; readonly account?: string }
  | { readonly kind: "created"; readonly resource: string; readonly by: string }
  /** Both are ARNs; `role` is empty where nothing has a role that might have one. A role is its own. */
  | { readonly kind: "role"; readonly role: string; readonly of: string };

/** One HTTP attempt, decoded. Retries of one SDK call share `invocationId` (`amz-sdk-invocation-id`). */
export interface DecodedRequest {
  readonly call: ApiCall;
  readonly invocationId?: string;
  /** `amz-sdk-request` says `attempt=1`: no retry, but perhaps one of several parts that a transfer sends under one id. */
  readonly isFirstAttempt?: true;
}
