/** AWS Budgets: two actions, one to look at budgets and one to change them, cover all operations but those of budget actions. */
import { authorizedAs, defineService } from "./define-service.ts";
import { allOf, whenMember } from "./rule-condition.ts";
import { typed } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "Budgets",
  resources: {
    budget: {
      filledBy: [
        { BudgetName: member("BudgetName"), Account: member("AccountId") },
        { BudgetName: member("Budget.BudgetName"), Account: member("AccountId") },
        { BudgetName: member("NewBudget.BudgetName"), Account: member("AccountId") },
      ],
      because: "a new or changed budget names itself inside its description",
      see: "https://docs.aws.amazon.com/cost-management/latest/userguide/billing-example-policies.html",
      examples: [
        {
          operation: "CreateBudget",
          input: { AccountId: "111122223333", Budget: { BudgetName: "monthly" } },
          permits: ["budgets:ModifyBudget arn:aws:budgets::111122223333:budget/monthly"],
        },
        {
          operation: "UpdateBudget",
          input: { AccountId: "123456789012", NewBudget: { BudgetName: "monthly" } },
          permits: ["budgets:ModifyBudget arn:aws:budgets::123456789012:budget/monthly"],
        },
      ],
    },
  },
  besides: [
    {
      authorizedActions: [
        {
          action: "budgets:TagResource",
          resource: typed("budget"),
          when: allOf(whenMember("ResourceTags"), whenMember("Budget")),
          origin: "dependent",
          because: "the new budget is tagged",
        },
      ],
      because: "a budget may be made with tags",
      see: "https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudget.html",
      examples: [
        {
          operation: "CreateBudget",
          input: { AccountId: "123456789012", Budget: { BudgetName: "b" }, ResourceTags: [{ Key: "a" }] },
          permits: [
            "budgets:ModifyBudget arn:aws:budgets::123456789012:budget/b",
            "budgets:TagResource arn:aws:budgets::123456789012:budget/b",
          ],
        },
      ],
    },
  ],
  operations: authorizedAs(
    {
      CreateBudget: "ModifyBudget",
      CreateNotification: "ModifyBudget",
      CreateSubscriber: "ModifyBudget",
      DeleteBudget: "ModifyBudget",
      DeleteNotification: "ModifyBudget",
      DeleteSubscriber: "ModifyBudget",
      UpdateBudget: "ModifyBudget",
      UpdateNotification: "ModifyBudget",
      UpdateSubscriber: "ModifyBudget",
      DescribeBudget: "ViewBudget",
      DescribeBudgetNotificationsForAccount: "ViewBudget",
      DescribeBudgetPerformanceHistory: "ViewBudget",
      DescribeBudgets: "ViewBudget",
      DescribeNotificationsForBudget: "ViewBudget",
      DescribeSubscribersForNotification: "ViewBudget",
    },
    {
      servicePrefix: "budgets",
      because: "budgets are viewed or modified; there is no finer action",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbudgetservice.html",
      example: {
        input: { AccountId: "123456789012", BudgetName: "monthly" },
        on: "arn:aws:budgets::123456789012:budget/monthly",
      },
    },
  ),
});
