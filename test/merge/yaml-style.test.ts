import { expect, test } from "vitest";
import { columnOf, dashesAt, isPlain, nodesOf, yamlStyleOf } from "../../src/merge/yaml-style.ts";
import { parseYaml, valueAt, type YamlMap } from "../../src/merge/yaml-tree.ts";

function styleOf(...lines: string[]) {
  const text = lines.join("\n");
  const root = parseYaml(text, "p.yaml");
  const list = valueAt(root, "Statement");
  const statements = list?.kind === "list" ? list.items.filter((item): item is YamlMap => item.kind === "map") : [];
  const entry = root.kind === "map" ? root.entries.find(({ key }) => key.text === "Statement") : undefined;
  return yamlStyleOf(text, { statements, dashes: entry && dashesAt(text, entry) }, root);
}

test("dashes, indents and order are those of the statements", () => {
  const style = styleOf("Statement:", "  -   Effect: Allow", "      Resource:", "      -   x", "      Action: y");
  expect(style).toMatchObject({ dashIndent: 0, dashWidth: 4 });
  expect(style.order.slice(0, 4)).toEqual(["Sid", "Effect", "Resource", "Action"]);
});

test("quotes are those of texts that need none", () => {
  expect(styleOf("Statement:", "- Action: a:B", "  Resource: '*'")).toMatchObject({ quote: "", neededQuote: "'" });
  expect(styleOf("Statement:", "- Action: 'a:B'", "  Effect: Allow")).toMatchObject({ quote: "'", wordQuote: "" });
});

test("a file without neighbours gets two blanks and double quotes", () => {
  expect(styleOf("Statement: []")).toMatchObject({
    dashIndent: 2,
    dashWidth: 2,
    mapIndent: 2,
    quote: "",
    neededQuote: '"',
  });
});

test("single values are lists where the file has no other ones", () => {
  expect(styleOf("Statement:", "- Action: [a:B]", "  Resource: [x]").listsSingles).toBe(true);
  expect(styleOf("Statement:", "- Action: [a:B]", "  Resource: x").listsSingles).toBe(false);
});

test.each(["true", "No", "*", "1.5", "a: b", "a #b", "", "a:", "&x", "ä"])("`%s` cannot stand plain", (text) => {
  expect(isPlain(text)).toBe(false);
});

test.each(["s3:Get*", "arn:aws:s3:::b/*", "Allow", "a#b"])("`%s` can stand plain", (text) => {
  expect(isPlain(text)).toBe(true);
});

test("columns count from the start of the line", () => {
  expect(columnOf("ab\ncd", 4)).toBe(1);
});

test("aliases are not walked into", () => {
  expect(nodesOf(parseYaml("a: &x {b: c}\nd: *x", "p.yaml")).map(({ kind }) => kind)).toEqual(["map", "map", "scalar"]);
});

test("the quotes of a text that single ones cannot hold say nothing of the file", () => {
  expect(styleOf("Statement:", '- Resource: "ü"', "  Action: a:B", "Version: '1'")).toMatchObject({ neededQuote: "'" });
});
