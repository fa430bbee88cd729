/** What was seen as a tree: API, action, resources; each action with its calls and how they ended. */
import type { ExplainedCall, RecordedCall } from "../pipeline.ts";
import { counted, inThousands } from "./wording.ts";

/** Of more than these a reader sees no more; `explain` and the policy have all. */
const RESOURCES_SHOWN = 5;
const CALLS_NAMED = 10;

/** One line a node, two blanks a level; sorted by name, so that two runs can be compared. */
export function seenTree(explained: readonly ExplainedCall[]): readonly string[] {
  const apis = grouped(explained, ({ call }) => [call.sdkId]);
  return [...apis].flatMap(([sdkId, calls]) => [
    apiLine(sdkId, calls),
    ...actionNodes(calls).map((line) => `  ${line}`),
  ]);
}

function apiLine(sdkId: string, calls: readonly ExplainedCall[]): string {
  const regions = [...new Set(calls.flatMap(({ call }) => call.region ?? []))].sort();
  return `${sdkId}${regions.length === 0 ? "" : `, ${regions.join(", ")}`}`;
}

function actionNodes(calls: readonly ExplainedCall[]): readonly string[] {
  const nodes = grouped(calls, ({ call, permissions }) =>
    permissions.length === 0 ? [`${call.operation}, no permission`] : permissions.map(({ action }) => action),
  );
  return [...nodes].flatMap(([action, needing]) => {
    const ofAction = needing.flatMap(({ permissions }) =>
      permissions.filter((permission) => permission.action === action),
    );
    const resources = [...new Set(ofAction.flatMap((permission) => permission.resources))].sort();
    const shown = resources.slice(0, RESOURCES_SHOWN);
    const more = resources.length - shown.length;
    const rest = more === 0 ? [] : [`… and ${inThousands(more)} more`];
    return [
      `${action}: ${callsText(needing.map(({ call }) => call))}`,
      ...[...shown, ...rest].map((text) => `  ${text}`),
    ];
  });
}

/** `calls 2, 5, 12 times, 1 denied AccessDenied`. */
function callsText(calls: readonly RecordedCall[]): string {
  const distinct = [...new Set(calls)];
  const numbers = distinct.map(({ n }) => n).sort((one, other) => one - other);
  const named = `${numbers.length === 1 ? "call" : "calls"} ${numbers.slice(0, CALLS_NAMED).join(", ")}`;
  const times = distinct.reduce((sum, { count }) => sum + count, 0);
  return [
    numbers.length > CALLS_NAMED ? `${named}, …` : named,
    ...(times > distinct.length ? [counted(times, "time")] : []),
    ...endings(distinct),
  ].join(", ");
}

/** All that was no success, with the error's code. */
function endings(calls: readonly RecordedCall[]): readonly string[] {
  const others = grouped(
    calls.filter(({ outcome }) => outcome.kind !== "succeeded"),
    ({ outcome }) => [
      [outcome.kind === "none" ? "no answer" : outcome.kind, outcome.errorCode].filter(Boolean).join(" "),
    ],
  );
  return [...others].map(([ending, ended]) => (calls.length === 1 ? ending : `${ended.length} ${ending}`));
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return new Map([...groups].sort(([one], [other]) => (one < other ? -1 : 1)));
}
