/**
 * A setup file for vitest: `setupFiles: ["iamgen/vitest"]`. With `iamgen run --callers -- vitest run` each call is attributed to the
 * test that made it. Of tests that run at once in one worker (`test.concurrent`) none is named.
 */
import { afterEach, beforeEach } from "vitest";
import { tellTest } from "./test-channel.ts";

beforeEach(({ task }) => tellTest(task.fullTestName, true));
afterEach(({ task }) => tellTest(task.fullTestName, false));
