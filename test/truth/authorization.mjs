/**
 * How the permissions derived from the corpus compare with AWS's own tables: is the primary action among them, are the
 * resources exactly those that the request fixes. Printed, never a reason to fail: AWS's tables have gaps of their own.
 */
import { readTable } from "./corpus.mjs";

const SHOWN = Number(process.env.TRUTH_PERMISSIONS ?? 0);

const percent = (part, whole) => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);

const lower = (action) => action.toLowerCase();

const sameSet = (a, b) => a.length === b.length && a.every((entry) => b.includes(entry));

/** `agrees`, `differs` or undefined where AWS says nothing. */
function primaryAction(record, permissions) {
  if (record === undefined || record.p === undefined || record.p.length === 0) return undefined;
  const derived = new Set(permissions.map(({ action }) => lower(action)));
  return record.p.some((action) => derived.has(lower(action))) ? "agrees" : "differs";
}

const foreignActions = (record, permissions) =>
  record === undefined || record.a.length === 0
    ? []
    : permissions.filter(({ action }) => !record.a.some((listed) => lower(listed) === lower(action)));

function exactResources(expected, permissions) {
  if (expected === undefined) return undefined;
  const derived = permissions.filter(({ action }) => lower(action) === lower(expected.action));
  const resources = [...new Set(derived.flatMap(({ resources }) => resources))];
  return sameSet(resources, expected.resources) ? "agrees" : "differs";
}

function tally(judged) {
  const agreed = judged.filter(({ verdict }) => verdict === "agrees").length;
  return `${agreed}/${judged.length} (${percent(agreed, judged.length)})`;
}

function show(kind, judged) {
  for (const { line, wanted, permissions } of judged.filter(({ verdict }) => verdict === "differs").slice(0, SHOWN)) {
    const derived = permissions.map(({ action, resources }) => `${action} on ${resources.join(" + ")}`).join("; ");
    console.log(`${kind}  ${line.label}  wanted ${wanted}  derived ${derived || "nothing"}`);
  }
}

export function authorizationReport({ directory, product, results }) {
  const actions = readTable(directory, "operation_actions");
  const resources = readTable(directory, "expected-resources-sample");
  if (product.authorize === undefined || actions === undefined || resources === undefined) {
    const missing = product.authorize === undefined ? "the authorizer is not built" : "the truth tables are not there";
    console.log(`\nauthorization not compared: ${missing}`);
    return;
  }
  const decoded = results.filter(({ verdict }) => verdict === "strict");
  const derived = decoded.map(({ line, decoded: { call } }) => ({ line, permissions: product.authorize(call) }));
  const primary = derived
    .map(({ line, permissions }) => {
      const record = actions[line.client]?.[line.operation];
      return { line, permissions, wanted: record?.p?.join(" or "), verdict: primaryAction(record, permissions) };
    })
    .filter(({ verdict }) => verdict !== undefined);
  const exact = derived
    .filter(({ line }) => line.suite === "std")
    .map(({ line, permissions }) => {
      const expected = resources[`${line.client}:${line.operation}`];
      const wanted = expected === undefined ? "" : `${expected.action} on ${expected.resources.join(" + ")}`;
      return { line, permissions, wanted, verdict: exactResources(expected, permissions) };
    })
    .filter(({ verdict }) => verdict !== undefined);
  const foreign = derived.filter(
    ({ line, permissions }) => foreignActions(actions[line.client]?.[line.operation], permissions).length > 0,
  );
  console.log(`\nprimary actions that agree with AWS's table   ${tally(primary)}`);
  console.log(`resources exactly as the request fixes them   ${tally(exact)}`);
  console.log(`calls with an action outside AWS's list       ${foreign.length}/${derived.length}`);
  show("action", primary);
  show("resource", exact);
}
