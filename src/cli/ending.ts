/** What a run or a listener needs at its end only: loaded while the wrapped program runs, so that it need not wait for it. */
export { assess } from "./assess.ts";
export { strictFindings } from "./coverage.ts";
export { outlived } from "./outliving.ts";
export { deliverPolicy } from "./policy-delivery.ts";
export { judged } from "./strict.ts";
export { summaryLines, tell } from "./summary.ts";
