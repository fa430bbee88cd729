import fc from "fast-check";
import { expect, test } from "vitest";
import { matchPath, parsePathTemplate, splitPath } from "../../src/decode/path-template.ts";

const match = (template: string, path: string) => matchPath(parsePathTemplate(template), splitPath(path));

test.each([
  ["/{Bucket}", "/photos", { Bucket: "photos" }],
  ["/{Bucket}", "/photos/", { Bucket: "photos" }],
  ["/{Bucket}/{Key+}", "/photos/a/b.jpg", { Bucket: "photos", Key: "a/b.jpg" }],
  ["/{Bucket}/{Key+}", "/photos/a/b/", { Bucket: "photos", Key: "a/b/" }],
  ["/{Bucket}/{Key+}", "/photos//a", { Bucket: "photos", Key: "/a" }],
  ["/{Bucket}/{Key+}", "/photos//", { Bucket: "photos", Key: "/" }],
  ["/{Bucket}/{Key+}", "/photos/%2F", { Bucket: "photos", Key: "/" }],
  ["/tags/{resourceArn}", "/tags/arn%3Aaws%3Asns%3A%3A1%3Aa%2Fb", { resourceArn: "arn:aws:sns::1:a/b" }],
  ["/a/{name+}/versions/{v}", "/a/x/y/z/versions/3", { name: "x/y/z", v: "3" }],
  ["/@connections/{ConnectionId}", "/%40connections/abc%3D", { ConnectionId: "abc=" }],
  ["/functions/", "/functions", {}],
  ["/functions", "/functions/", {}],
  ["/", "/", {}],
  ["/models/{name}.json", "/models/a.b.json", { name: "a.b" }],
])("%s fits %s", (template, path, labels) => {
  expect(match(template, path)).toEqual(labels);
});

test.each([
  ["/{Bucket}/{Key+}", "/photos"],
  ["/{Bucket}/{Key+}", "/photos/"],
  ["/{Bucket}", "/"],
  ["/a/{b}/c", "/a//c"],
  ["/a/{b}/c", "/a/b/d"],
  ["/a/{b}", "/a/b/c"],
  ["/a/{name+}/versions/{v}", "/a/versions/3"],
  ["/models/{name}.json", "/models/.json"],
])("%s does not fit %s", (template, path) => {
  expect(match(template, path)).toBeUndefined();
});

test("a literal ranks before a label, a label before a greedy one, the leftmost difference first", () => {
  const paths = ["/{a}/{b+}", "/x/{b+}", "/{a}/y", "/x/{b+}/z", "/x/{b}", "/x/y"];
  const rank = (path: string) => parsePathTemplate(path).rank;
  expect(paths.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))).toEqual([
    "/x/y",
    "/x/{b}",
    "/x/{b+}/z",
    "/x/{b+}",
    "/{a}/y",
    "/{a}/{b+}",
  ]);
});

test("any label value comes back from its encoded path", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(text, text, (name, key) => {
      const encodedKey = key.split("/").map(encodeURIComponent).join("/");
      expect(match("/{Bucket}/{Key+}", `/${encodeURIComponent(name)}/${encodedKey}`)).toEqual({
        Bucket: name,
        Key: key,
      });
    }),
  );
});
