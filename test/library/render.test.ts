import { expect, test } from "vitest";
import { render } from "../../src/library/render.ts";
import { identityPolicy, policySet } from "../support/recording.ts";

test("policies are rendered as JSON where nothing else is asked for", () => {
  const [file, ...more] = render(policySet(identityPolicy()));
  expect(more).toEqual([]);
  expect(JSON.parse(file?.text ?? "")).toEqual(identityPolicy().documents[0]);
  expect(render(policySet(identityPolicy()), { format: "terraform" })[0]?.extension).toBe("tf");
});

test("a format that there is not is told with those that there are", () => {
  expect(() => render(policySet(), { format: "toml" })).toThrow(
    expect.objectContaining({ message: "cannot render `toml`", hint: expect.stringMatching(/^one of: ack, /) }),
  );
});

test("an attachment that there is not is told, whatever a caller without types passes", () => {
  const settings: object = { attachAs: "group" };
  expect(() => render(policySet(), settings)).toThrow(
    expect.objectContaining({ message: "cannot attach as `group`", hint: expect.stringContaining("group-inline") }),
  );
});
