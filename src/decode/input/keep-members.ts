/**
 * What of an input may be recorded: values that an ARN, a condition or a rule reads, names and ids at the top level, and
 * role ARNs wherever they stand. Everything else, all bytes and all that the model calls sensitive stays here.
 */
import type { MemberModel, OperationModel } from "../../data/api-index.ts";
import { isRoleArn } from "../../services/role-arn.ts";
import type { JsonObject, JsonValue } from "../api-call.ts";
import { isJsonArray, isJsonObject, jsonObject } from "../json-values.ts";
import { namesAccessKey } from "../sigv4/access-key.ts";
import type { PathNode } from "./member-paths.ts";
import { carriesCredentials } from "./url-credentials.ts";

export interface KeptInput {
  readonly input: JsonObject;
  /** A bound was met: a value to keep was too long, or there were too many. */
  readonly cut: boolean;
}

/** Longer than every name, ARN and statement that a rule reads. */
const MAX_TEXT = 16_384;
const MAX_ENTRIES = 1_000;
const MAX_DEPTH = 40;

/** Names that identify something, in both spellings that models use. */
const TELLING_NAME = /(?:Name|Id|ID|Arn|ARN|Role)$|^(?:name|id|arn|role)$/;

interface Reason {
  readonly model: MemberModel | undefined;
  readonly path: PathNode | undefined;
  /** Scalars here are kept. */
  readonly kept: boolean;
  /** The value is an entry of the list or map that `model` describes. */
  readonly isEntry: boolean;
  readonly depth: number;
}

interface Bounds {
  cut: boolean;
}

function keepText(text: string, { kept, path }: Reason, bounds: Bounds): JsonValue | undefined {
  const part = kept || path?.excerpt === undefined ? undefined : keepExcerpt(text, path.excerpt);
  if (part !== undefined) return part;
  if (!kept && !isRoleArn(text)) return undefined;
  if (namesAccessKey(text) || carriesCredentials(text)) return undefined;
  if (text.length <= MAX_TEXT) return text;
  bounds.cut = true;
  return undefined;
}

function keepExcerpt(text: string, pattern: RegExp): string | undefined {
  const found = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, "")).exec(text.slice(0, MAX_TEXT));
  return found === null ? undefined : found[0];
}

function keepEntries(values: readonly JsonValue[], reason: Reason, bounds: Bounds): JsonValue | undefined {
  if (values.length > MAX_ENTRIES) bounds.cut = true;
  const path = reason.path?.entries;
  const kept = reason.kept || path?.whole === true;
  const entries = values
    .slice(0, MAX_ENTRIES)
    .map((value) =>
      keepValue(value, { model: reason.model, path, kept, isEntry: true, depth: reason.depth + 1 }, bounds),
    )
    .filter((value) => value !== undefined);
  return entries.length === 0 && !kept && path === undefined ? undefined : entries;
}

function keepStructure(value: JsonObject, reason: Reason, bounds: Bounds): JsonValue | undefined {
  const { model, path } = reason;
  const isMap = model?.type === "map" && !reason.isEntry;
  const entries: [string, JsonValue][] = [];
  for (const [name, entry] of Object.entries(value)) {
    const child = isMap ? undefined : model?.members?.find((member) => member.name === name);
    if (child?.sensitive === true || child?.type === "blob") continue;
    if (entries.length === MAX_ENTRIES) {
      bounds.cut = true;
      break;
    }
    const childPath = path?.members.get(name) ?? path?.entries;
    const kept = (isMap && reason.kept) || child?.keep === true || childPath?.whole === true;
    const below = { path: childPath, kept, isEntry: isMap, depth: reason.depth + 1 };
    const next: Reason = { model: isMap ? model : child, ...below };
    const found = keepValue(entry, next, bounds) ?? (path?.keys === true ? {} : undefined);
    if (found !== undefined) entries.push([name, found]);
  }
  return entries.length === 0 && path === undefined ? undefined : jsonObject(entries);
}

function keepValue(value: JsonValue, reason: Reason, bounds: Bounds): JsonValue | undefined {
  if (reason.depth > MAX_DEPTH) return undefined;
  if (typeof value === "string") return keepText(value, reason, bounds);
  if (isJsonArray(value)) return keepEntries(value, reason, bounds);
  if (isJsonObject(value)) return keepStructure(value, reason, bounds);
  return reason.kept ? value : undefined;
}

/** `paths` are those that authorization reads beyond the model's own marks. */
export function keepMembers(input: JsonObject, operation: OperationModel, paths: PathNode): KeptInput {
  const bounds: Bounds = { cut: false };
  const entries: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(input)) {
    const model = operation.members.find((member) => member.name === name);
    if (model?.sensitive === true || model?.type === "blob" || model?.type === "event-stream") continue;
    const path = paths.members.get(name);
    const telling = typeof value === "string" && TELLING_NAME.test(name);
    const kept = model?.keep === true || path?.whole === true || telling;
    const found = keepValue(value, { model, path, kept, isEntry: false, depth: 0 }, bounds);
    if (found !== undefined) entries.push([name, found]);
  }
  return { input: jsonObject(entries), cut: bounds.cut };
}
