/** A made-up API and its reference, small enough to read: what authorization does must not depend on any AWS service. */
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import type { CallView } from "../../src/authorize/call-view.ts";
import type { RequiredPermission } from "../../src/authorize/required-permission.ts";
import type { ApiEntry, ApiIndex, OperationModel } from "../../src/data/api-index.ts";
import type { AccessLevel, AuthorizationIndex, AuthorizationModel } from "../../src/data/authorization-index.ts";
import type { ApiCall } from "../../src/decode/api-call.ts";
import type { ServiceRules } from "../../src/services/define-service.ts";

interface ActionSketch {
  readonly level?: AccessLevel;
  /** Resource types; required ones end in `*`. */
  readonly on?: readonly string[];
  readonly dependent?: readonly string[];
  readonly keys?: readonly string[];
}

interface Sketch {
  readonly actions: { readonly [name: string]: ActionSketch };
  /** Tail of the ARN after `arn:${Partition}:<prefix>:${Region}:${Account}:`, or a whole ARN. */
  readonly types: { readonly [name: string]: string | readonly string[] };
}

function authorizationModel(servicePrefix: string, { actions, types }: Sketch): AuthorizationModel {
  const whole = (tail: string): string =>
    tail.startsWith("arn:") ? tail : `arn:\${Partition}:${servicePrefix}:\${Region}:\${Account}:${tail}`;
  return {
    servicePrefix,
    actions: new Map(
      Object.entries(actions).map(([name, { level = "Write", on = [], dependent = [], keys = [] }]) => [
        name.toLowerCase(),
        {
          name,
          accessLevel: level,
          resourceTypes: on.map((type) => ({
            name: type.replace("*", ""),
            required: type.endsWith("*"),
            conditionKeys: [],
          })),
          conditionKeys: keys,
          dependentActions: dependent,
        },
      ]),
    ),
    resourceTypes: new Map(
      Object.entries(types).map(([name, arns]) => [name, { name, arns: [arns].flat().map(whole), conditionKeys: [] }]),
    ),
  };
}

/** Shelves hold books; `Lend` needs a reader of the same library. */
export const LIBRARY = authorizationModel("library", {
  actions: {
    GetBook: { level: "Read", on: ["book*"] },
    CreateBook: { on: ["book*"] },
    CreateLoan: { on: ["loan*", "book*"], dependent: ["iam:PassRole"], keys: ["aws:RequestTag/${TagKey}"] },
    CreateShelf: { on: ["shelf*"], keys: ["aws:RequestTag/${TagKey}"] },
    ImportReaders: { keys: ["aws:RequestTag/${TagKey}"] },
    PutNote: { on: ["book", "shelf"] },
    PutMark: { on: ["book", "catalog"] },
    CreateCard: { on: ["card*"], keys: ["aws:RequestTag/${TagKey}"] },
    StartReview: { on: ["review*"] },
    CreateStampV2: { keys: ["aws:RequestTag/${TagKey}"] },
    CreateCorner: { keys: ["aws:RequestTag/${TagKey}"] },
    TagResource: {
      level: "Tagging",
      on: ["book*", "shelf*", "loan*", "review", "StampResource", "reading-corner"],
    },
    AddTagsToCard: { level: "Tagging", on: ["card*"] },
    ListShelves: { level: "List" },
    ListLoans: { level: "List", on: ["loan"] },
    DescribeShelf: { level: "Read", on: ["shelf*"] },
  },
  types: {
    book: "shelf/${ShelfName}/book/${BookName}",
    shelf: "shelf/${ShelfName}",
    loan: "loan/${LoanId}",
    review: "review/${ReviewName}",
    card: "card/${CardName}",
    catalog: "catalog",
    StampResource: "stamp/${StampId}",
    "reading-corner": "corner/${CornerId}",
  },
});

export const authorization: AuthorizationIndex = {
  servicePrefixes: new Set(["library"]),
  load: (prefix) => (prefix === "library" ? LIBRARY : undefined),
};

const entry: ApiEntry = {
  client: "library",
  sdkId: "Library",
  signingName: "Library",
  endpointPrefix: "library",
  protocols: ["rest-json"],
  apiVersion: "2026-01-01",
};

export const operationModel = (name: string, more: Partial<OperationModel> = {}): OperationModel => ({
  name,
  method: "POST",
  path: "/",
  query: [],
  members: [],
  ...more,
});

export function apiIndex(operations: readonly OperationModel[] = []): ApiIndex {
  return {
    entries: [entry],
    withSigningName: () => [entry],
    withTargetPrefix: () => [],
    withSdkId: (sdkId) => (sdkId === entry.sdkId ? entry : undefined),
    load: () => ({ ...entry, operations: new Map(operations.map((operation) => [operation.name, operation])) }),
  };
}

export function apiCall(operation: string, input: ApiCall["input"] = {}, more: Partial<ApiCall> = {}): ApiCall {
  return {
    kind: "call",
    sdkId: "Library",
    operation,
    signingName: "Library",
    protocol: "rest-json",
    partition: "aws",
    region: "eu-west-1",
    account: "123456789012",
    identity: "a1b2c3",
    auth: "sigv4",
    hostname: "library.eu-west-1.amazonaws.com",
    input,
    members: Object.keys(input).sort(),
    outcome: { kind: "succeeded" },
    source: "proxy",
    ...more,
  };
}

export const callView = (input: ApiCall["input"] = {}, more: Partial<ApiCall> = {}): CallView => ({
  call: apiCall("GetBook", input, more),
});

interface Circumstances {
  readonly rules?: Omit<ServiceRules, "sdkId">;
  readonly operations?: readonly OperationModel[];
}

/** The permissions of one call, in the made-up world. */
export function permissionsOf(
  call: ApiCall,
  { rules, operations = [] }: Circumstances = {},
): readonly RequiredPermission[] {
  const authorize = createAuthorizer({
    apis: apiIndex(operations),
    authorization,
    rules: () => (rules === undefined ? undefined : { sdkId: "Library", ...rules }),
  });
  return authorize(call);
}

export const GROUNDS = { because: "the library says so", see: "https://docs.aws.amazon.com/library" } as const;
export const EXAMPLES = [{ input: {}, permits: [] }] as const;
