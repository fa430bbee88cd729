import { describe, expect, test } from "vitest";
import { entriesOf, parseYaml, valueAt, type YamlNode } from "../../src/merge/yaml-tree.ts";

const at = (text: string, ...keys: string[]): YamlNode | undefined => valueAt(parseYaml(text, "t.yaml"), ...keys);
const sourceOf = (text: string, node: YamlNode | undefined): string => text.slice(node?.span.start, node?.span.end);

describe("values", () => {
  test("every scalar is text, whatever YAML makes of it", () => {
    expect(at("a: 2012-10-17", "a")).toMatchObject({ kind: "scalar", text: "2012-10-17" });
    expect(at("a: true", "a")).toMatchObject({ text: "true" });
    expect(at("a:", "a")).toMatchObject({ text: "", span: { start: 2, end: 2 } });
  });

  test("tags are kept, and where they begin", () => {
    expect(at("a: !Sub 'x'", "a")).toMatchObject({ tag: "!Sub", text: "x", quote: "'", start: 3, span: { start: 8 } });
    expect(at("a: !If\n  - b", "a")).toMatchObject({ kind: "list", tag: "!If", start: 3 });
  });

  test("dashes are known, also before a tag", () => {
    expect(at("a:\n  -   !Ref b\n  - c", "a")).toMatchObject({ dashes: [5, 18], items: [{ start: 9 }, { start: 20 }] });
  });

  test("a collection ends with its last value, not with the comments behind it", () => {
    const text = "a:\n  b:\n    - c\n    # more\n  # and more\nd: e\n";
    expect(sourceOf(text, at(text, "a"))).toBe("b:\n    - c");
  });

  test("a block scalar ends with its last character", () => {
    const text = "a: |\n  b\n  c\n\n\nd: e\n";
    expect(sourceOf(text, at(text, "a"))).toBe("|\n  b\n  c");
  });
});

describe("what is shared", () => {
  const text = "a: &x {k: v}\nb: *x\nc: &y {k: v}\nd:\n  <<: *x\n  own: 1\n";

  test("an alias is what it stands for, at its own place", () => {
    expect(at(text, "b")).toMatchObject({ kind: "map", isShared: true });
    expect(sourceOf(text, at(text, "b"))).toBe("*x");
  });

  test("an anchor shares only what an alias names", () => {
    expect(at(text, "a")?.isShared).toBe(true);
    expect(at(text, "a", "k")?.isShared).toBe(true);
    expect(at(text, "c")?.isShared).toBe(false);
  });

  test("merge keys give what the map does not have itself", () => {
    expect(entriesOf(at(text, "d")).map(({ key }) => key.text)).toEqual(["own", "k"]);
  });

  test("an alias inside its own anchor ends there", () => {
    expect(at("a: &x [*x]", "a")).toMatchObject({ kind: "list", items: [{ kind: "list", items: [{ text: "" }] }] });
  });

  test("aliases of aliases cost no more than their names", () => {
    const bomb = ["a0: &a0 [x, x]", ...Array.from({ length: 60 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`)];
    expect(at(bomb.join("\n"), "a60")).toMatchObject({ kind: "list" });
  });
});

test("text that is no YAML is refused with its place", () => {
  expect(() => parseYaml("a:\n\t- b\n", "t.yaml")).toThrow(/^t\.yaml:2:1: tabs are not allowed as indentation/);
  expect(() => parseYaml("a: 1\na: 2\n", "t.yaml")).toThrow(/^t\.yaml:2:1: map keys must be unique/);
});
