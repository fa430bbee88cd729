import fc from "fast-check";
import { expect, test } from "vitest";
import { codeValueAt } from "../../src/merge/code-tree.ts";
import { type CodeStyle, codeText, enclosed, homeExpressions, readCodeValue } from "../../src/merge/code-value.ts";

const TYPESCRIPT: CodeStyle = { language: "typescript", quote: '"', tag: "", unit: "  ", sources: new Map(), home: {} };
const PYTHON: CodeStyle = { ...TYPESCRIPT, language: "python", unit: "    " };
const HOME = { account: "111122223333", partition: "aws", region: "eu-west-1" };
const QUEUE = "arn:aws:sqs:eu-west-1:111122223333:{a}`${b}\\";

const read = (text: string, language: CodeStyle["language"] = "typescript", sources = new Map<string, string>()) =>
  readCodeValue(codeValueAt({ fileName: "a", text, language }, 0), { text, sources });

test.each([TYPESCRIPT, { ...TYPESCRIPT, quote: "'" as const }, PYTHON, { ...PYTHON, quote: "'" as const }])(
  "every text is read as it was written: $language, $quote",
  (style) => {
    const home = homeExpressions("{Aws.REGION} {Aws.ACCOUNT_ID} {Aws.PARTITION}", HOME);
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("\\", "'\"", "${a}", "{b}", "`")),
        (text) => {
          expect(read(codeText(text, style, ""), style.language)).toEqual({ text, isComputed: false });
          const placed = codeText(`arn:aws:a:eu-west-1:111122223333:${text}`, { ...style, home }, "");
          expect(read(placed, style.language)).toEqual({
            text: `arn:*:a:*:*:${text}`,
            isComputed: false,
            hasPlace: true,
          });
        },
      ),
    );
  },
);

test("places that the module names by reference are written so, all others are literal", () => {
  const home = homeExpressions("`arn:${Aws.PARTITION}:x:${Aws.REGION}`", HOME);
  expect(codeText(QUEUE, { ...TYPESCRIPT, home }, "")).toBe(
    "`arn:${Aws.PARTITION}:sqs:${Aws.REGION}:111122223333:{a}\\`\\${b}\\\\`",
  );
  expect(codeText(QUEUE, { ...PYTHON, home }, "")).toBe(
    'f"arn:{Aws.PARTITION}:sqs:{Aws.REGION}:111122223333:{{a}}`${{b}}\\\\"',
  );
  const pulumi = homeExpressions("${account.accountId}", HOME);
  expect(codeText("arn:aws:sqs::111122223333:q", { ...TYPESCRIPT, tag: "pulumi.interpolate", home: pulumi }, "")).toBe(
    "pulumi.interpolate`arn:aws:sqs::${account.accountId}:q`",
  );
  expect(codeText("arn:aws:s3:::b", { ...TYPESCRIPT, home: homeExpressions("", HOME) }, "")).toBe('"arn:aws:s3:::b"');
});

test("other expressions are computed, and those that the module has are kept", () => {
  expect(read("`${bucket.arn}/*`")).toEqual({ text: "*/*", isComputed: true });
  const sources = new Map<string, string>();
  read("['x', `arn:aws:sqs:${ Aws.REGION }::q`]", "typescript", sources);
  expect(codeText("arn:aws:sqs:*::q", { ...TYPESCRIPT, sources }, "")).toBe("`arn:aws:sqs:${ Aws.REGION }::q`");
});

test("short lists stand in one line, long ones and objects do not", () => {
  expect(codeText(["a", "b"], TYPESCRIPT, "")).toBe('["a", "b"]');
  expect(codeText(["a".repeat(99)], TYPESCRIPT, "")).toBe(`[\n  "${"a".repeat(99)}",\n]`);
  expect(
    codeText(
      {
        pairs: [
          ["a", "x"],
          ["b:c", []],
        ],
      },
      TYPESCRIPT,
      "  ",
    ),
  ).toBe('{\n    a: "x",\n    "b:c": [],\n  }');
  expect(codeText({ pairs: [["a", { raw: "x()" }]] }, PYTHON, "")).toBe('{\n    "a": x(),\n}');
  expect(enclosed("()", [], "", "")).toBe("()");
});
