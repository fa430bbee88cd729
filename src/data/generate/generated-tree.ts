/** The files of the generated tree as texts: one line an entry, sorted, so that the same sources always give the same bytes. */
import type { ApiEntry, OperationModel } from "../api-index.ts";
import type { AuthorizationModel } from "../authorization-index.ts";
import type { CloudFormationTypes } from "../cloudformation-types.ts";
import { writeAuthorization } from "./write-authorization.ts";
import { writeOperation } from "./write-operation.ts";

export interface GeneratedApi {
  readonly entry: ApiEntry;
  readonly operations: readonly OperationModel[];
}

interface DataSource {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly url: string;
  /** Day of the release, where the package tells it. */
  readonly date?: string;
}

export interface GeneratedData {
  readonly apis: readonly GeneratedApi[];
  readonly authorization: readonly AuthorizationModel[];
  readonly cloudFormation: CloudFormationTypes;
  readonly sources: Readonly<Record<"api" | "authorization" | "dependentActions" | "cloudFormation", DataSource>>;
}

/** JSON with the entries of the outer two levels on lines of their own. */
function lines(value: object, depth = 2): string {
  if (depth === 0 || typeof value !== "object") return JSON.stringify(value);
  const inner = (entry: unknown): string =>
    typeof entry === "object" && entry !== null ? lines(entry, depth - 1) : JSON.stringify(entry);
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[\n${value.map(inner).join(",\n")}\n]`;
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}:${inner(entry)}`);
  return entries.length === 0 ? "{}" : `{\n${entries.join(",\n")}\n}`;
}

/** Path below `generated/` -> text. */
export function generatedTree({
  apis,
  authorization,
  cloudFormation,
  sources,
}: GeneratedData): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const add = (path: string, value: object, depth: number): void => {
    files.set(path, `${lines(value, depth)}\n`);
  };
  add("sources.json", sources, 2);
  add(
    "api/index.json",
    apis.map(({ entry }) => entry),
    1,
  );
  for (const { entry, operations } of apis) {
    const written = operations.map((operation) => [operation.name, writeOperation(operation)] as const);
    add(`api/${entry.client}.json`, Object.fromEntries(written), 1);
  }
  add(
    "authorization/index.json",
    authorization.map(({ servicePrefix }) => servicePrefix),
    1,
  );
  for (const model of authorization) {
    add(`authorization/${model.servicePrefix}.json`, writeAuthorization(model), 2);
  }
  add("cloudformation.json", Object.fromEntries(cloudFormation), 1);
  return files;
}
