/** The parts of a botocore service description (`service-2.json`) that the generated data is made from. Types only. */

export interface BotocoreShapeRef {
  readonly shape: string;
  readonly location?: "uri" | "querystring" | "header" | "headers" | "statusCode";
  readonly locationName?: string;
  readonly queryName?: string;
  readonly flattened?: boolean;
  readonly hostLabel?: boolean;
  readonly idempotencyToken?: boolean;
}

export interface BotocoreShape {
  readonly type:
    | "structure"
    | "list"
    | "map"
    | "string"
    | "boolean"
    | "integer"
    | "long"
    | "float"
    | "double"
    | "timestamp"
    | "blob";
  readonly members?: Readonly<Record<string, BotocoreShapeRef>>;
  readonly required?: readonly string[];
  readonly payload?: string;
  readonly member?: BotocoreShapeRef;
  readonly key?: BotocoreShapeRef;
  readonly value?: BotocoreShapeRef;
  readonly flattened?: boolean;
  readonly sensitive?: boolean;
  readonly document?: boolean;
  readonly eventstream?: boolean;
}

export interface BotocoreOperation {
  readonly name: string;
  readonly http: { readonly method: string; readonly requestUri: string };
  readonly input?: BotocoreShapeRef;
  readonly endpoint?: { readonly hostPrefix: string };
  readonly authtype?: string;
  readonly auth?: readonly string[];
  readonly deprecated?: boolean;
}

export interface BotocoreModel {
  readonly metadata: {
    readonly apiVersion: string;
    readonly endpointPrefix: string;
    readonly protocol: string;
    readonly protocols?: readonly string[];
    readonly serviceId: string;
    readonly signatureVersion: string;
    readonly signingName?: string;
    readonly targetPrefix?: string;
    readonly auth?: readonly string[];
    /** Present where a JSON API still answers clients that speak the query protocol. */
    readonly awsQueryCompatible?: object;
  };
  readonly operations: Readonly<Record<string, BotocoreOperation>>;
  readonly shapes: Readonly<Record<string, BotocoreShape>>;
}

/** One directory of botocore's data with its newest API version. */
export interface BotocoreApi {
  readonly client: string;
  readonly model: BotocoreModel;
  /** `endpoint-rule-set-1.json`, as parsed. */
  readonly endpointRules: unknown;
}
