/** The YAML that is rendered, read by readers of YAML 1.1 (PyYAML) and 1.2 (ruamel.yaml). */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rendererFor } from "../../src/render/index.ts";
import { yamlText } from "../../src/render/yaml-text.ts";
import { MISREAD } from "../support/misread-scalars.ts";
import { SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";
import { because } from "../support/skip-reason.ts";
import { tempDir } from "../support/temp-dir.ts";
import { runTool, toolMissing } from "../support/tool.ts";

const READERS = [
  {
    reader: "PyYAML",
    read: "import yaml; load_all = yaml.safe_load_all",
  },
  {
    reader: "ruamel.yaml",
    read: "from ruamel.yaml import YAML; load_all = YAML(typ='safe', pure=True).load_all",
  },
].map((row) => ({ ...row, missing: toolMissing(row.reader, ["python3", "-c", row.read]) }));

function readBy(read: string, text: string): unknown {
  const path = join(tempDir(), "a.yaml");
  writeFileSync(path, text);
  const program = `import json, sys; ${read}; print(json.dumps(list(load_all(open(sys.argv[1], 'rb').read()))))`;
  const { status, output } = runTool(["python3", "-c", program, path]);
  expect(status, output).toBe(0);
  return JSON.parse(output);
}

describe.each(READERS)("$reader", ({ read, missing }) => {
  test.skipIf(missing !== undefined)(`reads every text as it was${because(missing)}`, () => {
    const tree = Object.fromEntries(MISREAD.map((text) => [text, [text, { [text]: text }]]));
    expect(readBy(read, yamlText(tree))).toEqual([tree]);
  });

  test.skipIf(missing !== undefined)(`reads the documents${because(missing)}`, () => {
    const documents = SEVERAL_DOCUMENTS.policies.flatMap((policy) => policy.documents);
    const yaml = rendererFor("yaml")?.render(SEVERAL_DOCUMENTS, SETTINGS) ?? [];
    expect(readBy(read, yaml.map(({ text }) => text).join(""))).toEqual(documents);
    const ack = rendererFor("ack")?.render(SEVERAL_DOCUMENTS, SETTINGS) ?? [];
    expect(readBy(read, ack.map(({ text }) => text).join(""))).toMatchObject(
      documents.map((document) => ({ spec: { policyDocument: `${JSON.stringify(document, undefined, 2)}\n` } })),
    );
  });
});
