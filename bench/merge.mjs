/**
 * What it costs to merge into a large file and to check a large policy, loading of readers and grammar included: the time
 * that a person waits after the program has started. Prints a table; never a verdict.
 */
import { fileURLToPath } from "node:url";
import { policyFormatOf } from "../dist/cli/policy-format.js";
import { checkPolicy } from "../dist/merge/check-policy.js";
import { mergeStatements } from "../dist/merge/merge-statements.js";
import { settledText } from "../dist/merge/settled-text.js";
import { actionTables, statementUniter } from "../dist/pipeline.js";

const LINES = 10_000;
const STATEMENTS = 100;
const CALLS = 1_000;

const ACTIONS = ["s3:GetObject", "s3:PutObject", "sqs:SendMessage", "dynamodb:GetItem", "lambda:InvokeFunction"];
const resourceOf = (action, n) => `arn:aws:${action.split(":")[0]}:eu-west-1:111122223333:thing-${n}/part`;

/** One action on one resource each, as `needed` has them. */
const calls = (count) =>
  Array.from({ length: count }, (_, n) => {
    const action = ACTIONS[n % ACTIONS.length];
    return { Effect: "Allow", Action: action, Resource: resourceOf(action, n) };
  });

/** Queues of 9 lines, every tenth with a document of 8, as a team's main.tf grows; ours is the last. */
function terraformText(lines) {
  const blocks = [];
  for (let [n, written] = [0, 0]; written < lines - 3; n += 1) {
    const settings = ["delay_seconds", "max_message_size", "message_retention_seconds", "receive_wait_time_seconds"];
    const body = [`name = "queue-${n}"`, ...settings.map((name) => `${name} = ${n}`), "tags = local.tags"];
    blocks.push(`resource "aws_sqs_queue" "queue_${n}" {\n${body.map((line) => `  ${line}\n`).join("")}}\n`);
    written += 9;
    if (n % 10 > 0) continue;
    blocks.push(
      `data "aws_iam_policy_document" "queue_${n}" {\n  statement {\n    sid       = "Queue${n}"\n    effect    = "Allow"\n` +
        `    actions   = ["sqs:SendMessage"]\n    resources = [aws_sqs_queue.queue_${n}.arn]\n  }\n}\n`,
    );
    written += 9;
  }
  return `${blocks.join("\n")}\ndata "aws_iam_policy_document" "app" {\n}\n`;
}

const policyText = (count) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: Array.from({ length: count }, (_, n) => {
      const action = ACTIONS[n % ACTIONS.length];
      return {
        Sid: `Team${n}`,
        Effect: "Allow",
        Action: [action],
        Resource: [`${resourceOf(action, n)}*`, `arn:aws:x:::${n}/*`],
      };
    }),
  });

/** As `iamgen merge` does it, settling included. */
async function merged(path, text, needed) {
  const read = await policyFormatOf(path).load();
  const uniter = await statementUniter();
  const again = async (last) => {
    const file = await read(last, path);
    const policy = file.policies.at(-1);
    return file.withEdits(policy.address, mergeStatements(policy, needed, { prune: false, ...uniter }).edits);
  };
  return settledText(text, again);
}

async function checked(path, text, needed) {
  const read = await policyFormatOf(path).load();
  const [policy] = (await read(text, path)).policies;
  return checkPolicy(policy, needed, { tables: await actionTables() });
}

/** Of the first time, when all is loaded and nothing compiled, with its CPU time; and the median of nine more. */
async function timed(work) {
  const took = [];
  for (let round = 0; round < 10; round += 1) {
    const [startedAt, before] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(before);
    took.push({ wall: performance.now() - startedAt, cpu: (user + system) / 1000 });
  }
  const [first, ...later] = took;
  return { ...first, later: later.map(({ wall }) => wall).sort((a, b) => a - b)[4] };
}

/** `lines` of Terraform; so few that it takes no time show whether it runs at all. */
export async function mergeReport(lines = LINES) {
  const terraform = terraformText(lines);
  const needed = calls(20);
  const policy = policyText(STATEMENTS);
  const rows = [
    [`merge into ${terraform.split("\n").length} lines of Terraform`, () => merged("main.tf", terraform, needed)],
    [`check ${CALLS} calls against ${STATEMENTS} statements`, () => checked("policy.json", policy, calls(CALLS))],
  ];
  console.log("\n| | first, with all loading | of it CPU | later |\n|---|---|---|---|");
  for (const [title, work] of rows) {
    const { wall, cpu, later } = await timed(work);
    console.log(`| ${title} | ${wall.toFixed(0)} ms | ${cpu.toFixed(0)} ms | ${later.toFixed(0)} ms |`);
  }
}

// By itself too: `node bench/merge.mjs`.
if (process.argv[1] === fileURLToPath(import.meta.url)) await mergeReport();
