/** What was measured, as the Markdown tables that the README carries. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { fileURLToPath } from "node:url";

const README = fileURLToPath(new URL("../README.md", import.meta.url));
const BEGIN = "<!-- bench -->";
const END = "<!-- /bench -->";

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (cells) => `| ${cells.join(" | ")} |`;
const number = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** One line for each load, and one for the CPU time where calls were counted; the last column holds iamgen against the pipe. */
export function comparisonTable(names, measured) {
  const lines = measured.flatMap(({ title, results, latency, calls }) => {
    const of = (pick) => names.map((name) => results.has(name) && median(results.get(name).map(pick)));
    if (latency)
      return ["p50", "p95", "p99"].map((share) =>
        line(
          `${title}: ${share}, µs`,
          of((result) => result[share]),
          "plus",
        ),
      );
    const rate = line(
      title,
      of(({ perSecond }) => perSecond),
      "times",
    );
    return calls === undefined || calls < 1000
      ? [rate]
      : [
          rate,
          line(
            "&nbsp;&nbsp;CPU ms per 1,000 calls",
            of(({ cpuOfThousand }) => cpuOfThousand),
            "times",
          ),
        ];
  });
  const head = ["", ...names, "iamgen : pipe"];
  return [row(head), row(["---", ...head.slice(1).map(() => "--:")]), ...lines].join("\n");
}

function line(title, values, against) {
  const pipe = values[1];
  const iamgen = values.at(-1);
  const compared =
    against === "plus"
      ? `${Math.abs(iamgen - pipe).toFixed(0)} ${iamgen < pipe ? "less" : "more"}`
      : (iamgen / pipe).toFixed(2);
  // What the upstream itself takes stands for nobody's relay.
  const cells = values.map((value) => (value === false ? "–" : number(value)));
  return row([title, ...(title.includes("CPU") ? ["–", ...cells.slice(1)] : cells), compared]);
}

export function factsTable({ ready, bare, wrapped, idle, bodies, distinct, distinctCount }) {
  const count = distinctCount.toLocaleString("en");
  const drift = `${number(distinct.first)} µs at call 100, ${number(distinct.last)} µs at call ${count}`;
  const rows = [
    ["`listen` is ready after", `${number(ready)} ms`],
    ["`run -- node -e 0` takes", `${number(wrapped)} ms, ${number(bare)} ms without iamgen`],
    ["memory when idle", `${number(idle)} MB`],
    [`memory while bodies of ${number(bodies.megabytes)} MB pass`, `at most ${number(bodies.grown)} MB more`],
    [`p50 over ${count} distinct calls`, drift],
    [
      `memory after ${count} distinct calls`,
      `${number(distinct.grown)} MB more; recording ${number(distinct.recorded)} MB`,
    ],
  ];
  return [row(["iamgen alone", ""]), row(["---", "---"]), ...rows.map(row)].join("\n");
}

function conditions() {
  const [{ model }] = cpus();
  const machine = `${cpus().length} × ${model.replace(/\s+/g, " ").trim()}, ${Math.round(totalmem() / 1024 ** 3)} GB, ${process.platform}`;
  const date = new Date().toISOString().slice(0, 10);
  const [load] = loadavg();
  // The benchmark itself keeps about three processes busy.
  const busy =
    load > 4
      ? ` Other work kept the machine busy (load average ${load.toFixed(0)}): only the columns beside each other compare.`
      : "";
  return `Measured on ${date} with Node ${process.version} on ${machine}; medians, client and server on the same machine.${busy}`;
}

export function writeReadme(tables) {
  const text = readFileSync(README, "utf8");
  const [before, , after] = [text.slice(0, text.indexOf(BEGIN)), undefined, text.slice(text.indexOf(END))];
  writeFileSync(README, `${before}${BEGIN}\n${conditions()}\n\n${tables}\n${after}`);
}
