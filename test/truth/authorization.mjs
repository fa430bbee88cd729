/**
 * How the permissions derived from the corpus compare with AWS's own tables: is the primary action among them, are the
 * resources exactly those that the request fixes. Printed, never a reason to fail: AWS's tables have gaps of their own.
 */
import { readTable } from "./corpus.mjs";
import { judge, lower, percent } from "./judge.mjs";

const sameSet = (a, b) => a.length === b.length && a.every((entry) => b.includes(entry));

function exactResources(expected, permissions) {
  const derived = permissions.filter(({ action }) => lower(action) === lower(expected.action));
  const resources = [...new Set(derived.flatMap(({ resources }) => resources))];
  return sameSet(resources, expected.resources) ? "agrees" : "differs";
}

const tally = (agreed, whole) => `${agreed}/${whole} (${percent(agreed, whole)})`;

const told = (permissions) =>
  permissions.map(({ action, resources }) => `${action} on ${resources.join(" + ")}`).join("; ") || "nothing";

function primaryReport(judged) {
  const decided = judged.filter(({ primary }) => primary !== undefined);
  const wrong = decided.filter(({ primary }) => primary === "differs");
  console.log(
    `\nprimary actions that agree with AWS's table   ${tally(decided.length - wrong.length, decided.length)}`,
  );
  for (const { line, record, permissions } of wrong)
    console.log(`primary   ${line.label}  wanted ${record.p.join(" or ")}  derived ${told(permissions)}`);
}

function outsideReport(judged) {
  const outside = judged.filter((found) => found.outside.length > 0);
  const exempt = judged.filter((found) => found.exempt.length > 0);
  console.log(`\ncalls with an action outside AWS's list       ${tally(outside.length, judged.length)}`);
  for (const found of outside) console.log(`outside   ${found.line.label}  ${found.outside.join(", ")}`);
  console.log(`\ncalls with forward access, role or key that the list leaves out   ${exempt.length}/${judged.length}`);
  for (const found of exempt) console.log(`exempt    ${found.line.label}  ${found.exempt.join(", ")}`);
}

function resourceReport(derived, expected) {
  const judged = derived.flatMap(({ line, permissions }) => {
    const wanted = line.suite === "std" ? expected[`${line.client}:${line.operation}`] : undefined;
    return wanted === undefined ? [] : [{ line, wanted, permissions, verdict: exactResources(wanted, permissions) }];
  });
  const wrong = judged.filter(({ verdict }) => verdict === "differs");
  console.log(`\nresources exactly as the request fixes them   ${tally(judged.length - wrong.length, judged.length)}`);
  for (const { line, wanted, permissions } of wrong) {
    const is = told(permissions);
    console.log(`resource  ${line.label}  wanted ${wanted.action} on ${wanted.resources.join(" + ")}  derived ${is}`);
  }
}

export function authorizationReport({ directory, product, results }) {
  const actions = readTable(directory, "operation_actions");
  const resources = readTable(directory, "expected-resources-sample");
  if (actions === undefined || resources === undefined) {
    console.log("\nauthorization not compared: the truth tables are not there");
    return;
  }
  const derived = results
    .filter(({ verdict }) => verdict === "strict")
    .map(({ line, decoded: { call } }) => ({ line, permissions: product.authorize(call) }));
  const judged = derived.map(({ line, permissions }) => {
    const record = actions[line.client]?.[line.operation];
    return { line, record, permissions, ...judge(record, permissions) };
  });
  primaryReport(judged);
  outsideReport(judged);
  resourceReport(derived, resources);
}
