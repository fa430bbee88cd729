/** The house rules of src/README.md, executed. Never weakened to let something in. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { serviceLiterals } from "./support/service-literals.ts";
import { type SourceFile, sourceFile } from "./support/source-file.ts";

const ROOT = resolve(import.meta.dirname, "..");
const SRC = join(ROOT, "src");

/** layer -> layers (or single door files) it may import. A door file may only be imported with `import type`. */
const LAYERS: Record<string, readonly string[]> = {
  "errors.ts": [],
  iam: [],
  data: ["iam", "errors.ts"],
  services: ["iam"],
  capture: ["errors.ts"],
  decode: ["capture/captured-exchange.ts", "capture/csm-event.ts", "services", "data", "iam", "errors.ts"],
  record: ["decode/api-call.ts", "errors.ts"],
  authorize: ["decode/api-call.ts", "services", "data", "iam"],
  synthesize: ["authorize/required-permission.ts", "data", "iam"],
  render: ["synthesize/policy-set.ts", "iam"],
  merge: ["synthesize/policy-set.ts", "iam", "errors.ts"],
  run: ["errors.ts"],
  preload: [],
  pipeline: ["capture", "decode", "record", "authorize", "synthesize", "services", "data", "iam", "errors.ts"],
  "pipeline.ts": [
    "pipeline",
    "decode/api-call.ts",
    "record/recording.ts",
    "authorize/required-permission.ts",
    "synthesize/policy-set.ts",
  ],
  library: ["pipeline.ts", "run", "render", "capture/tls", "errors.ts"],
  "index.ts": ["library", "pipeline.ts", "render", "errors.ts"],
  cli: ["library", "pipeline.ts", "run", "render", "merge", "capture/tls", "errors.ts"],
};

/** Stages from decode to merge see values only: bytes and indexes come in as arguments. */
const PURE = ["iam", "services", "decode", "record", "authorize", "synthesize", "render", "merge"];
const PURE_BUILTINS = new Set(["node:crypto", "node:zlib", "node:querystring", "node:url"]);

const BUILTIN_OWNERS: Record<string, readonly string[]> = {
  "node:net": ["capture", "preload"],
  "node:tls": ["capture", "preload"],
  "node:http": ["capture", "preload"],
  "node:https": ["preload"],
  "node:http2": ["capture", "preload"],
  "node:dgram": ["capture"],
  "node:child_process": ["run"],
};

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(c?ts)$/.test(path) && !path.startsWith("data/generated"))
  .sort()
  .map((path) => sourceFile(SRC, path));

const layerOf = (path: string): string => path.split("/")[0] ?? path;

function importViolations(file: SourceFile): string[] {
  const layer = layerOf(file.path);
  const allowed = LAYERS[layer];
  if (allowed === undefined) return [`${file.path}: no such layer`];
  return file.imports
    .filter((found) => found.specifier.startsWith("."))
    .flatMap((found) => {
      const target = relative(SRC, resolve(dirname(join(SRC, file.path)), found.specifier));
      if (layerOf(target) === layer) return [];
      const door = allowed.find((entry) => target === entry || target.startsWith(`${entry}/`));
      if (door === undefined) return [`${file.path} imports ${target}`];
      const isDoor = door.includes("/") && door.endsWith(".ts");
      return isDoor && !found.typeOnly ? [`${file.path} imports values through the door ${target}`] : [];
    });
}

describe("layers", () => {
  test("every import goes the way of the layer table", () => {
    expect(files.flatMap(importViolations)).toEqual([]);
  });

  test("a planted import against the stream is seen", () => {
    const planted = sourceFile(SRC, "decode/planted.ts", 'import { x } from "../record/recorder.ts";');
    expect(importViolations(planted)).toEqual(["decode/planted.ts imports record/recorder.ts"]);
  });

  test("a planted value import through a door is seen", () => {
    const planted = sourceFile(SRC, "render/planted.ts", 'import { x } from "../synthesize/policy-set.ts";');
    expect(importViolations(planted)).toEqual([
      "render/planted.ts imports values through the door synthesize/policy-set.ts",
    ]);
  });

  test("each third-party package has one owner file", () => {
    const owners = new Map<string, string[]>();
    for (const file of files.filter((file) => !file.path.startsWith("data/generate/"))) {
      for (const { specifier } of file.imports) {
        if (specifier.startsWith(".") || specifier.startsWith("node:")) continue;
        const name = specifier
          .split("/")
          .slice(0, specifier.startsWith("@") ? 2 : 1)
          .join("/");
        owners.set(name, [...(owners.get(name) ?? []), file.path]);
      }
    }
    expect([...owners].filter(([, paths]) => new Set(paths).size > 1)).toEqual([]);
  });

  test("each package that is installed with us has its reason in src/README.md, and no other has", () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { dependencies: object };
    const table = readFileSync(join(SRC, "README.md"), "utf8").split("## Dependencies")[1] ?? "";
    const rows = [...table.matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });

  test("sockets belong to capture, processes to run", () => {
    const violations = files.flatMap((file) =>
      file.imports
        .filter(({ specifier }) => BUILTIN_OWNERS[specifier]?.includes(layerOf(file.path)) === false)
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    );
    expect(violations).toEqual([]);
  });

  test("the preload imports nothing but built-in modules", () => {
    const builtins = new Set(builtinModules.map((name) => `node:${name}`));
    const violations = files
      .filter((file) => layerOf(file.path) === "preload")
      .flatMap((file) => file.imports.filter(({ specifier, typeOnly }) => !typeOnly && !builtins.has(specifier)))
      .map(({ specifier }) => specifier);
    expect(violations).toEqual([]);
  });
});

describe("purity", () => {
  const pure = files.filter((file) => PURE.includes(layerOf(file.path)));

  test("no disk, network or process in the stages from decode to merge", () => {
    const violations = pure.flatMap((file) =>
      file.imports
        .filter(({ specifier }) => specifier.startsWith("node:") && !PURE_BUILTINS.has(specifier))
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    );
    expect(violations).toEqual([]);
  });

  test("no clock, randomness or environment in the stages from decode to merge", () => {
    const forbidden = /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|process\.|setTimeout|setInterval)/;
    expect(pure.filter((file) => forbidden.test(file.code)).map((file) => file.path)).toEqual([]);
  });

  test("nobody logs, exits or reads the environment but its owners", () => {
    const violations = files.flatMap((file) => {
      const layer = layerOf(file.path);
      const found: string[] = [];
      if (/\bconsole\./.test(file.code)) found.push(`${file.path}: console`);
      if (/\bprocess\.exit\(/.test(file.code)) found.push(`${file.path}: process.exit`);
      const ownsEnvironment = ["cli", "run", "preload"].includes(layer) || file.path.startsWith("data/generate/");
      if (/\bprocess\.env\b/.test(file.code) && !ownsEnvironment) found.push(`${file.path}: process.env`);
      return found;
    });
    expect(violations).toEqual([]);
  });
});

describe("service literals", () => {
  const outside = files.filter((file) => !["services", "preload"].includes(layerOf(file.path)));

  test("no service name, action or ARN of a service stands outside services/", () => {
    const violations = outside
      .filter((file) => !file.path.startsWith("data/generate/"))
      .flatMap((file) => serviceLiterals(file.code).map((literal) => `${file.path}: ${literal}`));
    expect(violations).toEqual([]);
  });

  test("planted literals are seen", () => {
    expect(
      serviceLiterals('const a = "dynamodb"; const b = "s3:GetObject"; const c = `arn:aws:sqs:${r}:${a}:q`;'),
    ).toEqual(["dynamodb", "s3:GetObject", "arn:aws:sqs:"]);
  });
});

describe("size and company", () => {
  test("no source or test file is longer than 250 lines", () => {
    const tests = readdirSync(join(ROOT, "test"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => [`test/${path}`, readFileSync(join(ROOT, "test", path), "utf8").split("\n").length] as const);
    const sources = files.map((file) => [`src/${file.path}`, file.text.split("\n").length] as const);
    expect([...tests, ...sources].filter(([, lines]) => lines > 251)).toEqual([]);
  });

  test("every source file with behaviour has its test twin", () => {
    const lonely = files
      .filter((file) => file.hasBehaviour && file.path !== "services/_template.ts")
      .filter((file) => !existsSync(join(ROOT, "test", file.path.replace(/\.c?ts$/, ".test.ts"))))
      .map((file) => file.path);
    expect(lonely).toEqual([]);
  });
});
