/**
 * Every operation of the api data, once with its required members and once with all of them, held against AWS's table:
 * is the primary action derived, and nothing that the table does not list.
 */
import { readTable } from "./corpus.mjs";
import { judge, percent } from "./judge.mjs";
import { syntheticInput } from "./synthetic-input.mjs";

function callOf({ entry, operation, input }) {
  return {
    kind: "call",
    sdkId: entry.sdkId,
    operation: operation.name,
    signingName: entry.signingName,
    protocol: entry.protocols[0],
    partition: "aws",
    region: "us-east-1",
    account: "123456789012",
    identity: "synthetic",
    auth: "sigv4",
    hostname: `${entry.endpointPrefix}.us-east-1.amazonaws.com`,
    ...input,
    outcome: { kind: "succeeded", httpStatus: 200 },
    source: "proxy",
  };
}

function judgeOperation({ entry, operation, product, record }) {
  const model = product.modelOf(entry);
  const judged = [false, true].map((isFull) => {
    const input = product.keptOf(entry.sdkId, operation, syntheticInput(operation, { isFull, model }));
    const permissions = product.authorize(callOf({ entry, operation, input }));
    const isOpen = permissions.some(
      ({ origin, widened, resources }) => origin === "direct" && widened && resources.includes("*"),
    );
    return { isFull, isOpen, permissions, members: input.members, ...judge(record, permissions) };
  });
  return { label: `${entry.client}:${operation.name}`, client: entry.client, record, judged };
}

function tell({ label, record, judged }, { showsOpen }) {
  const derived = (permissions) => permissions.map(({ action }) => action).join(", ") || "nothing";
  const inputs = (found) => (found.length === 2 ? "" : found[0].isFull ? " (all members)" : " (required members)");
  const wrong = judged.filter(({ primary }) => primary === "differs");
  if (wrong.length > 0)
    console.log(
      `primary  ${label}${inputs(wrong)}  wanted ${record.p.join(" or ")}  derived ${derived(wrong[0].permissions)}`,
    );
  const outside = new Set(judged.flatMap(({ outside }) => outside));
  const exempt = new Set(judged.flatMap(({ exempt }) => exempt));
  if (outside.size > 0) console.log(`outside  ${label}  ${[...outside].join(", ")}  listed ${record.a.join(", ")}`);
  if (exempt.size > 0) console.log(`exempt   ${label}  ${[...exempt].join(", ")}`);
  const open = judged.filter(({ isOpen }) => isOpen);
  if (showsOpen && open.length > 0)
    console.log(`open     ${label}${inputs(open)}  members ${open[0].members.join(", ")}`);
}

function totals(title, results) {
  const all = results.flatMap(({ judged }) => judged);
  const count = (holds) => all.filter(holds).length;
  const agreed = count(({ primary }) => primary === "agrees");
  const decided = count(({ primary }) => primary !== undefined);
  const cells = [
    `${results.length}`,
    `${agreed}/${decided}`,
    decided === agreed ? "" : percent(agreed, decided),
    `${count(({ outside }) => outside.length > 0)}`,
    `${count(({ exempt }) => exempt.length > 0)}`,
    `${count(({ isOpen }) => isOpen)}`,
  ];
  console.log(`${title.padEnd(40)}${cells.map((cell) => cell.padStart(13)).join("")}`);
}

/** `clients`: botocore names; undefined for all. */
export function everyOperationReport({ directory, product, clients, showsOpen }) {
  const table = readTable(directory, "operation_actions") ?? {};
  const entries = product.apis.entries.filter(({ client }) => clients === undefined || clients.includes(client));
  const results = entries.flatMap((entry) =>
    [...product.apis.load(entry.client).operations.values()].map((operation) =>
      judgeOperation({ entry, operation, product, record: table[entry.client]?.[operation.name] }),
    ),
  );
  console.log("");
  for (const result of results) tell(result, { showsOpen });
  const heads = ["operations", "primary", "", "outside", "exempt", "open"].map((head) => head.padStart(13));
  console.log(`\n${"API, two inputs an operation".padEnd(40)}${heads.join("")}`);
  for (const { client } of entries)
    totals(
      client,
      results.filter((result) => result.client === client),
    );
  totals("all", results);
}
